import Foundation

extension NumberPlan: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name
        case countryCode = "country_code"
        case areaCode = "area_code"
        case nationalPrefix = "national_prefix"
        case nationalPrefixOptional = "national_prefix_optional"
        case internationalPrefixes = "international_prefixes"
        case trunkPrefixes = "trunk_prefixes"
        case trunkPrefixUse = "trunk_prefix_use"
        case nationalNumberLengths = "national_number_lengths"
        case extensions
        case voiceMailNumbers = "voice_mail_numbers"
        case privateNetworkPrefixes = "private_network_prefixes"
        case emergencyNumbers = "emergency_numbers"
        case specialPrefixes = "special_prefixes"
        case tollFreePrefixes = "toll_free_prefixes"
        case sharedCostPrefixes = "shared_cost_prefixes"
        case premiumPrefixes = "premium_prefixes"
        case mobilePrefixes = "mobile_prefixes"
    }

    /// Decodes a plan; what is absent keeps its default, and a field that does not exist is an error.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseFields(otherThan: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            countryCode: try container.decode(String.self, forKey: .countryCode))
        func read<Value: Decodable>(_ key: CodingKeys, into value: inout Value) throws {
            if let present = try container.decodeIfPresent(Value.self, forKey: key) { value = present }
        }
        try read(.areaCode, into: &areaCode)
        try read(.nationalPrefix, into: &nationalPrefix)
        try read(.nationalPrefixOptional, into: &nationalPrefixOptional)
        try read(.internationalPrefixes, into: &internationalPrefixes)
        try read(.trunkPrefixes, into: &trunkPrefixes)
        try read(.trunkPrefixUse, into: &trunkPrefixUse)
        try read(.nationalNumberLengths, into: &nationalNumberLengths)
        try read(.extensions, into: &extensions)
        try read(.voiceMailNumbers, into: &voiceMailNumbers)
        try read(.privateNetworkPrefixes, into: &privateNetworkPrefixes)
        try read(.emergencyNumbers, into: &emergencyNumbers)
        try read(.specialPrefixes, into: &specialPrefixes)
        try read(.tollFreePrefixes, into: &tollFreePrefixes)
        try read(.sharedCostPrefixes, into: &sharedCostPrefixes)
        try read(.premiumPrefixes, into: &premiumPrefixes)
        try read(.mobilePrefixes, into: &mobilePrefixes)
    }

    /// Reads and checks a plan in JSON.
    ///
    /// - Throws: ``ClassificationError`` that names the field and what to write there.
    public init(json: String) throws(ClassificationError) {
        do {
            self = try JSONDecoder().decode(NumberPlan.self, from: Data(json.utf8))
        } catch {
            throw ClassificationError(
                .unusableNumberPlan, "The number plan cannot be read: \(Self.explanation(of: error))")
        }
        try validate()
    }

    /// The plan in JSON, every field, sorted by name.
    ///
    /// - Throws: ``ClassificationError`` if a text in it cannot be written as JSON.
    public func json() throws(ClassificationError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            throw ClassificationError(.unusableNumberPlan, "The number plan '\(name)' cannot be written: \(error).")
        }
    }

    private static func explanation(of error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        let (path, text) =
            switch error {
            case .keyNotFound(let key, let context): (context.codingPath + [key], "the field is missing; add it.")
            case .valueNotFound(_, let context): (context.codingPath, "there is null; leave the field out instead.")
            case .typeMismatch(let type, let context):
                (context.codingPath, "there is a value of another kind; \(type) is expected.")
            case .dataCorrupted(let context): (context.codingPath, context.debugDescription)
            @unknown default: ([], "\(error)")
            }
        let place = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        return place.isEmpty ? text : "'\(place)': \(text)"
    }
}

extension ExtensionPlan: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case ranges, lengths
    }

    /// Decodes a plan; an absent list is empty, and a field that does not exist is an error.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseFields(otherThan: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        ranges = try container.decodeIfPresent([ExtensionRange].self, forKey: .ranges) ?? []
        lengths = try container.decodeIfPresent([Int].self, forKey: .lengths) ?? []
    }
}

extension Decoder {
    /// A misspelt field would otherwise be a setting that silently does nothing.
    fileprivate func refuseFields(otherThan known: [String]) throws {
        let present = try container(keyedBy: AnyKey.self)
        for key in present.allKeys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: codingPath + [key],
                    debugDescription: "there is no such field; use one of: \(known.joined(separator: ", "))."))
        }
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init?(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }
}

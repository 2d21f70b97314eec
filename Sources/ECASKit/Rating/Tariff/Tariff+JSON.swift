import ECASModel
import Foundation

extension Tariff: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, currency, decimals, rounding, destinations
        case validFrom = "valid_from"
        case markupPercent = "markup_percent"
    }

    /// Decodes a version; what is absent keeps its default, and a field that does not exist is an error.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseFields(otherThan: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let day = try container.decode(String.self, forKey: .validFrom)
        guard let validFrom = CivilDate(iso8601: day) else {
            throw DecodingError.dataCorruptedError(
                forKey: .validFrom, in: container, debugDescription: "'\(day)' is no day; write for example 2026-01-01."
            )
        }
        self.init(
            name: try container.decode(String.self, forKey: .name),
            currency: try container.decode(Currency.self, forKey: .currency), validFrom: validFrom,
            destinations: try container.decode([Destination].self, forKey: .destinations))
        decimals = try container.decodeIfPresent(Int.self, forKey: .decimals) ?? decimals
        rounding = try container.decodeIfPresent(Rounding.self, forKey: .rounding) ?? rounding
        markupPercent = try container.decodeIfPresent(ExactDecimal.self, forKey: .markupPercent) ?? markupPercent
    }

    /// Encodes every field.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(currency, forKey: .currency)
        try container.encode(validFrom.description, forKey: .validFrom)
        try container.encode(decimals, forKey: .decimals)
        try container.encode(rounding, forKey: .rounding)
        try container.encode(markupPercent, forKey: .markupPercent)
        try container.encode(destinations, forKey: .destinations)
    }

    /// Reads and checks a version in JSON.
    ///
    /// - Throws: ``RatingError`` with ``RatingError/Code/unusableTariff`` that names the field and what to write there.
    public init(json: String) throws(RatingError) {
        do {
            self = try JSONDecoder().decode(Tariff.self, from: Data(json.utf8))
        } catch {
            throw RatingError(.unusableTariff, "The tariff cannot be read: \(Self.explanation(of: error))")
        }
        try validate()
    }

    /// The version in JSON, every field, sorted by name.
    ///
    /// - Throws: ``RatingError`` if a text in it cannot be written as JSON.
    public func json() throws(RatingError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            throw RatingError(.unusableTariff, "The tariff '\(name)' cannot be written: \(error).")
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

extension Destination: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, prefixes, increments
        case serviceNumbers = "service_numbers"
        case connectionFee = "connection_fee"
        case minimumCharge = "minimum_charge"
    }

    /// Decodes a destination; what is absent keeps its default, and a field that does not exist is an error.
    public init(from decoder: any Decoder) throws {
        try decoder.refuseFields(otherThan: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            prefixes: try container.decodeIfPresent([String].self, forKey: .prefixes) ?? [],
            serviceNumbers: try container.decodeIfPresent([String].self, forKey: .serviceNumbers) ?? [],
            increments: try container.decode([PriceIncrement].self, forKey: .increments))
        connectionFee = try container.decodeIfPresent(ExactDecimal.self, forKey: .connectionFee) ?? .zero
        minimumCharge = try container.decodeIfPresent(ExactDecimal.self, forKey: .minimumCharge) ?? .zero
    }
}

extension CivilDate {
    /// Reads `2026-01-01`.
    fileprivate init?(iso8601 text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension Decoder {
    /// A misspelt field would otherwise be a price that silently does not count.
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

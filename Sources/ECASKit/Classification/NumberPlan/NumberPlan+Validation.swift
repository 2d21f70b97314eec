extension NumberPlan {
    /// Makes sure that every field makes sense.
    ///
    /// - Throws: ``ClassificationError`` with ``ClassificationError/Code/unusableNumberPlan`` for the first field that
    ///   does not, with what to write there.
    public func validate() throws(ClassificationError) {
        guard (1...3).contains(countryCode.utf8.count), PackedDigits(countryCode) != nil, !countryCode.hasPrefix("0")
        else {
            throw unusable(
                .countryCode, "'\(countryCode)' is no country code; write 1 to 3 digits without +, such as 49")
        }
        if !areaCode.isEmpty { try checkDigits([areaCode], .areaCode) }
        if !nationalPrefix.isEmpty { try checkDigits([nationalPrefix], .nationalPrefix) }
        try checkDigits(internationalPrefixes, .internationalPrefixes)
        try checkDigits(trunkPrefixes, .trunkPrefixes)
        try checkDigits(voiceMailNumbers, .voiceMailNumbers)
        try checkDigits(privateNetworkPrefixes, .privateNetworkPrefixes)
        try checkDigits(emergencyNumbers, .emergencyNumbers)
        try checkDigits(specialPrefixes, .specialPrefixes)
        try checkNational(tollFreePrefixes, .tollFreePrefixes)
        try checkNational(sharedCostPrefixes, .sharedCostPrefixes)
        try checkNational(premiumPrefixes, .premiumPrefixes)
        try checkNational(mobilePrefixes, .mobilePrefixes)
        try checkClassesDiffer()
        let lengths = nationalNumberLengths
        guard lengths.shortest >= 1, lengths.longest >= lengths.shortest,
            lengths.longest + countryCode.utf8.count <= E164Number.maximumDigits
        else {
            throw unusable(
                .nationalNumberLengths,
                "\(lengths.shortest) to \(lengths.longest) is no range of lengths; with the country code a number has at "
                    + "most \(E164Number.maximumDigits) digits")
        }
        try checkExtensions()
    }

    private func checkDigits(_ values: [String], _ field: CodingKeys) throws(ClassificationError) {
        for value in values {
            guard (1...E164Number.maximumDigits).contains(value.utf8.count), PackedDigits(value) != nil else {
                throw unusable(field, "'\(value)' is not a row of 1 to 15 digits")
            }
        }
    }

    private func checkNational(_ values: [String], _ field: CodingKeys) throws(ClassificationError) {
        try checkDigits(values, field)
        guard !nationalPrefix.isEmpty else { return }
        for value in values where value.hasPrefix(nationalPrefix) {
            throw unusable(
                field,
                "'\(value)' begins with the national prefix; write it without: '\(value.dropFirst(nationalPrefix.count))'"
            )
        }
    }

    private func checkClassesDiffer() throws(ClassificationError) {
        var owners: [String: CodingKeys] = [:]
        let lists: [(CodingKeys, [String])] = [
            (.tollFreePrefixes, tollFreePrefixes), (.sharedCostPrefixes, sharedCostPrefixes),
            (.premiumPrefixes, premiumPrefixes), (.mobilePrefixes, mobilePrefixes),
        ]
        for (field, prefixes) in lists {
            for prefix in prefixes {
                if let other = owners[prefix], other != field {
                    throw unusable(field, "'\(prefix)' is in '\(other.rawValue)', too; keep it in one of them")
                }
                owners[prefix] = field
            }
        }
    }

    private func checkExtensions() throws(ClassificationError) {
        for range in extensions.ranges {
            try checkDigits([range.from, range.to], .extensions)
            guard range.from.utf8.count == range.to.utf8.count, range.from <= range.to else {
                throw unusable(
                    .extensions,
                    "the range from '\(range.from)' to '\(range.to)' must run upwards between numbers of equal length")
            }
        }
        for length in extensions.lengths where !(1...E164Number.maximumDigits).contains(length) {
            throw unusable(.extensions, "\(length) is no length of an extension; write 1 to 15")
        }
    }

    private func unusable(_ field: CodingKeys, _ why: String) -> ClassificationError {
        ClassificationError(.unusableNumberPlan, "Number plan '\(name)', field '\(field.rawValue)': \(why).")
    }
}

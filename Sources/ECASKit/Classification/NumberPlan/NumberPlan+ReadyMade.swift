extension NumberPlan {
    /// The countries for which ``readyMade(_:)`` has a plan, by ISO 3166 code.
    public static var readyMadeNames: [String] { readyMadePlans.keys.sorted() }

    /// A country's plan by its ISO 3166 code, to which a site adds its area code, extensions and outside line.
    ///
    /// - Throws: ``ClassificationError`` with ``ClassificationError/Code/unknownNumberPlan`` that lists the plans.
    public static func readyMade(_ country: String) throws(ClassificationError) -> NumberPlan {
        guard let plan = readyMadePlans[country.lowercased()] else {
            throw ClassificationError(
                .unknownNumberPlan,
                "There is no ready-made number plan '\(country)'; use one of: "
                    + "\(readyMadeNames.joined(separator: ", ")), or write a plan of your own.")
        }
        return plan
    }

    private static let readyMadePlans = ["de": germany, "gb": unitedKingdom, "us": unitedStates]

    // Bundesnetzagentur, "Nummernplan öffentliches Telekommunikationsnetz" and the plans of the single ranges.
    private static var germany: NumberPlan {
        var plan = NumberPlan(name: "Germany", countryCode: "49")
        plan.nationalPrefix = "0"
        plan.internationalPrefixes = ["00"]
        plan.trunkPrefixes = ["0"]
        plan.nationalNumberLengths = DigitCount(shortest: 5, longest: 13)
        plan.emergencyNumbers = ["110", "112"]
        plan.specialPrefixes = ["115", "116", "118"]
        plan.tollFreePrefixes = ["800"]
        plan.sharedCostPrefixes = ["180"]
        plan.premiumPrefixes = ["137", "138", "900"]
        plan.mobilePrefixes = ["15", "16", "17"]
        return plan
    }

    // Ofcom, "The National Telephone Numbering Plan".
    private static var unitedKingdom: NumberPlan {
        var plan = NumberPlan(name: "United Kingdom", countryCode: "44")
        plan.nationalPrefix = "0"
        plan.internationalPrefixes = ["00"]
        plan.trunkPrefixes = ["9"]
        plan.nationalNumberLengths = DigitCount(shortest: 7, longest: 10)
        plan.emergencyNumbers = ["112", "999"]
        plan.specialPrefixes = ["100", "101", "105", "111", "116", "118", "119", "123", "155", "159"]
        plan.tollFreePrefixes = ["800", "808"]
        plan.sharedCostPrefixes = ["843", "844", "845", "870", "871", "872", "873"]
        plan.premiumPrefixes = ["70", "9"]
        plan.mobilePrefixes = ["71", "72", "73", "74", "75", "77", "78", "79"]
        return plan
    }

    // NANPA, "About the North American Numbering Plan" (N11 codes, toll-free and premium area codes); mobile numbers
    // cannot be told from others there. 988 is the lifeline of FCC order 20-100.
    private static var unitedStates: NumberPlan {
        var plan = NumberPlan(name: "United States", countryCode: "1")
        plan.nationalPrefix = "1"
        plan.nationalPrefixOptional = true
        plan.internationalPrefixes = ["011"]
        plan.trunkPrefixes = ["9"]
        plan.nationalNumberLengths = DigitCount(shortest: 10, longest: 10)
        plan.emergencyNumbers = ["911"]
        plan.specialPrefixes = ["211", "311", "411", "511", "611", "711", "811", "988"]
        plan.tollFreePrefixes = ["800", "833", "844", "855", "866", "877", "888"]
        plan.premiumPrefixes = ["900"]
        return plan
    }
}

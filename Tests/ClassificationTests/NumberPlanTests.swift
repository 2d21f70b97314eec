import ECASClassification
import Testing

@Suite struct NumberPlanTests {
    @Test("A plan survives its JSON form with every field set")
    func roundTrip() throws {
        let plan = try NumberPlan(json: Self.completePlan)
        #expect(plan.areaCode == "30")
        #expect(plan.nationalPrefixOptional)
        #expect(plan.trunkPrefixUse == .recorded)
        #expect(plan.extensions.ranges == [ExtensionRange(from: "200", to: "299")])
        #expect(plan.nationalNumberLengths == NumberPlan.DigitCount(shortest: 5, longest: 12))
        #expect(try NumberPlan(json: try plan.json()) == plan)
    }

    @Test("Absent fields keep their defaults")
    func defaults() throws {
        let plan = try NumberPlan(json: #"{"name": "Site", "country_code": "45"}"#)
        #expect(plan == NumberPlan(name: "Site", countryCode: "45"))
    }

    @Test(
        "A mistake is reported with its field",
        arguments: [
            (#"{"name": "S"}"#, "'country_code'"),
            (#"{"name": "S", "country_code": 49}"#, "'country_code'"),
            (#"{"name": "S", "country_code": "+49"}"#, "'country_code'"),
            (#"{"name": "S", "country_code": "049"}"#, "'country_code'"),
            (#"{"name": "S", "country_code": "49", "areacode": "30"}"#, "'areacode'"),
            (#"{"name": "S", "country_code": "49", "area_code": "3O"}"#, "'area_code'"),
            (#"{"name": "S", "country_code": "49", "trunk_prefix_use": "often"}"#, "'trunk_prefix_use'"),
            (#"{"name": "S", "country_code": "49", "trunk_prefixes": [""]}"#, "'trunk_prefixes'"),
            (#"{"name": "S", "country_code": "49", "extensions": {"range": []}}"#, "'extensions.range'"),
            (#"{"name": "S", "country_code": "49", "extensions": {"lengths": [0]}}"#, "'extensions'"),
            (
                #"{"name": "S", "country_code": "49", "extensions": {"ranges": [{"from": "20", "to": "299"}]}}"#,
                "'extensions'"
            ),
            (
                #"{"name": "S", "country_code": "49", "national_prefix": "0", "mobile_prefixes": ["015"]}"#,
                "write it without: '15'"
            ),
            (
                #"{"name": "S", "country_code": "49", "mobile_prefixes": ["15"], "premium_prefixes": ["15"]}"#,
                "'premium_prefixes', too"
            ),
            (
                #"{"name": "S", "country_code": "49", "national_number_lengths": {"shortest": 5, "longest": 14}}"#,
                "'national_number_lengths'"
            ),
        ])
    func mistakes(json: String, place: String) throws {
        let error = try #require(throws: ClassificationError.self) { try NumberPlan(json: json) }
        #expect(error.code == .unusableNumberPlan)
        #expect(error.message.contains(place), "\(error.message)")
    }

    @Test("Every ready-made plan is usable")
    func readyMade() throws {
        #expect(NumberPlan.readyMadeNames == ["de", "gb", "us"])
        for name in NumberPlan.readyMadeNames {
            let plan = try NumberPlan.readyMade(name)
            #expect(throws: Never.self) { try Classifier(plan: plan) }
            #expect(try NumberPlan(json: try plan.json()) == plan)
        }
        let error = try #require(throws: ClassificationError.self) { try NumberPlan.readyMade("fr") }
        #expect(error.code == .unknownNumberPlan)
        #expect(error.message.contains("de, gb, us"))
    }

    private static let completePlan = """
        {
          "name": "Berlin", "country_code": "49", "area_code": "30",
          "national_prefix": "0", "national_prefix_optional": true, "international_prefixes": ["00"],
          "trunk_prefixes": ["0"], "trunk_prefix_use": "recorded",
          "national_number_lengths": {"shortest": 5, "longest": 12},
          "extensions": {"ranges": [{"from": "200", "to": "299"}], "lengths": [4]},
          "voice_mail_numbers": ["900"], "private_network_prefixes": ["81"],
          "emergency_numbers": ["110", "112"], "special_prefixes": ["115", "116", "118"],
          "toll_free_prefixes": ["800"], "shared_cost_prefixes": ["180"],
          "premium_prefixes": ["900"], "mobile_prefixes": ["15", "16", "17"]
        }
        """
}

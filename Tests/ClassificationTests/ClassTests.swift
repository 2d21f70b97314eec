import ECASClassification
import ECASModel
import Testing

@Suite struct ClassTests {
    @Test(
        "Numbers dialled in Berlin",
        arguments: [
            ("0301234567", CallClass.local, ClassRule.ownAreaCode, "49301234567"),
            ("1234567", .local, .noPrefix, "49301234567"),
            ("+49 (30) 123-4567", .local, .ownAreaCode, "49301234567"),
            ("089123456", .national, .nationalNumber, "4989123456"),
            ("004989123456", .national, .nationalNumber, "4989123456"),
            ("015112345678", .mobile, .mobilePrefix, "4915112345678"),
            ("00442079460000", .international, .otherCountryCode, "442079460000"),
            ("sip:+97141234567@example.com", .international, .otherCountryCode, "97141234567"),
            ("+97141234567;phone-context=x", .international, .otherCountryCode, "97141234567"),
            ("08001234567", .tollFree, .tollFreePrefix, "498001234567"),
            ("018012345", .sharedCost, .sharedCostPrefix, "4918012345"),
            ("09001234567", .premium, .premiumPrefix, "499001234567"),
            ("0080012345678", .tollFree, .worldwideService, "80012345678"),
            ("00979123456789", .premium, .worldwideService, "979123456789"),
            ("0301234567#", .local, .ownAreaCode, "49301234567"),
            ("0301234567*45", .local, .ownAreaCode, "49301234567"),
        ])
    func german(called: String, callClass: CallClass, rule: ClassRule, e164: String) throws {
        let result = Plans.outbound(called, by: try Plans.berlin())
        #expect(result.callClass == callClass)
        #expect(result.classRule == rule)
        #expect(result.e164?.text == e164)
        #expect(result.serviceNumber == nil)
    }

    @Test(
        "Service numbers have no international form",
        arguments: [
            ("110", CallClass.emergency), ("112", .emergency), ("11880", .special), ("116117", .special),
            ("115", .special),
        ])
    func service(called: String, callClass: CallClass) throws {
        let result = Plans.outbound(called, by: try Plans.berlin())
        #expect(result.callClass == callClass)
        #expect(result.e164 == nil)
        #expect(result.serviceNumber?.text == called)
    }

    @Test(
        "Numbers dialled in London and New York",
        arguments: [
            ("gb", "20", "02079460000", CallClass.local, "442079460000"),
            ("gb", "20", "79460000", .local, "442079460000"),
            ("gb", "20", "07712345678", .mobile, "447712345678"),
            ("gb", "20", "08081570000", .tollFree, "448081570000"),
            ("gb", "20", "0014155550100", .international, "14155550100"),
            ("us", "212", "5550100", .local, "12125550100"),
            ("us", "212", "4155550100", .national, "14155550100"),
            ("us", "212", "14155550100", .national, "14155550100"),
            ("us", "212", "18005550100", .tollFree, "18005550100"),
            ("us", "212", "01149301234567", .international, "49301234567"),
            ("us", "212", "9885550", .local, "12129885550"),
        ])
    func others(country: String, area: String, called: String, callClass: CallClass, e164: String) throws {
        let classifier = try Plans.site(country) {
            $0.areaCode = area
            $0.trunkPrefixUse = .removed
        }
        let result = Plans.outbound(called, by: classifier)
        #expect(result.callClass == callClass)
        #expect(result.e164?.text == e164)
    }

    @Test(
        "The outside line's digits are taken away where the plan says so",
        arguments: [
            (NumberPlan.TrunkPrefixUse.recorded, "00301234567", CallClass.local, "49301234567"),
            (.recorded, "0301234567", .local, "4930301234567"),
            (.recorded, "0110", .emergency, ""),
            (.removed, "0301234567", .local, "49301234567"),
            (.removed, "00301234567", .international, "301234567"),
            (.detect, "000442079460000", .international, "442079460000"),
            (.detect, "0110", .emergency, ""),
            (.detect, "089123456", .national, "4989123456"),
        ])
    func trunkPrefix(use: NumberPlan.TrunkPrefixUse, called: String, callClass: CallClass, e164: String) throws {
        let result = Plans.outbound(called, by: try Plans.berlin { $0.trunkPrefixUse = use })
        #expect(result.callClass == callClass)
        #expect((result.e164?.text ?? "") == e164)
    }

    @Test(
        "A 9 for an outside line is told from an area code that begins with 9",
        arguments: [
            ("gb", "902079460000", "442079460000"), ("us", "94155550100", "14155550100"),
            ("us", "914155550100", "14155550100"), ("us", "9175550100", "19175550100"),
        ])
    func detectedNine(country: String, called: String, e164: String) throws {
        let classifier = try Plans.site(country) { $0.areaCode = country == "gb" ? "20" : "212" }
        #expect(Plans.outbound(called, by: classifier).e164?.text == e164)
    }

    @Test(
        "A number with hidden digits keeps its class and has no international form",
        arguments: [
            "015112345***", "015112345XXX",
        ])
    func masked(called: String) throws {
        let result = Plans.outbound(called, by: try Plans.berlin())
        #expect(result.callClass == .mobile)
        #expect(result.e164 == nil)
    }

    @Test("Without an area code a local number has no international form")
    func noAreaCode() throws {
        let result = Plans.outbound("1234567", by: try Plans.berlin { $0.areaCode = "" })
        #expect(result.callClass == .local)
        #expect(result.e164 == nil)
    }

    @Test("Where there is neither area code nor national prefix, a number is a national one")
    func closedPlan() throws {
        let classifier = try Classifier(plan: NumberPlan(name: "Denmark", countryCode: "45"))
        let result = Plans.outbound("32123456", by: classifier)
        #expect(result.callClass == .national)
        #expect(result.e164?.text == "4532123456")
    }

    @Test("After a transfer the number dialled is the outside number, not the extension reached")
    func dialled() throws {
        var call = Plans.call("201", "202", direction: .outbound) { $0.parties.dialed = PhoneNumber("089123456") }
        #expect(try Plans.berlin().classify(&call).e164?.text == "4989123456")
    }

    @Test(
        "Odd numbers are reported, not guessed",
        arguments: [
            ("", ClassRule.noNumber), ("alice@example.com", .notDigits),
            ("12345678901234567890123456789012", .notDigits),
            ("*21", .notDigits),
        ])
    func odd(called: String, rule: ClassRule) throws {
        var call = Plans.call("201", called, direction: .outbound)
        let result = try Plans.berlin().classify(&call)
        #expect(result.callClass == nil)
        #expect(result.classRule == rule)
        #expect(result.e164 == nil)
        #expect(call.kind.callClass == nil)
    }

    @Test("More than fifteen digits are no international number")
    func tooLong() throws {
        let result = Plans.outbound("+1234567890123456", by: try Plans.berlin())
        #expect(result.callClass == .international)
        #expect(result.e164 == nil)
    }

    @Test("A call from outside has the class of its caller, and a caller is never an emergency number")
    func inbound() throws {
        let classifier = try Plans.berlin()
        var call = Plans.call("015112345678", "201", direction: .inbound)
        #expect(classifier.classify(&call).callClass == .mobile)
        #expect(call.kind.callClass == .mobile)
        var emergency = Plans.call("110", "201", direction: .inbound)
        #expect(classifier.classify(&emergency).callClass == .local)
        var withheld = Plans.call(nil, "201", direction: .inbound)
        #expect(classifier.classify(&withheld).classRule == .noNumber)
    }

    @Test("A call to an emergency service is marked")
    func emergencyFlag() throws {
        var call = Plans.call("201", "112", direction: .outbound)
        _ = try Plans.berlin().classify(&call)
        #expect(call.kind.flags.contains(.emergency))
    }

    @Test(
        "Internal calls",
        arguments: [
            ("202", CallClass.internal, ClassRule.internalCall), ("599", .voiceMail, .voiceMail),
            ("81455", .privateNetwork, .privateNetworkPrefix), ("*21", .internal, .featureCode),
        ])
    func inside(called: String, callClass: CallClass, rule: ClassRule) throws {
        var call = Plans.call("201", called, direction: .internal)
        let result = try Plans.berlin().classify(&call)
        #expect(result.callClass == callClass)
        #expect(result.classRule == rule)
    }

    @Test("Of a forwarded call the number sent on counts, not the extension nor the digits of the side it came from")
    func forwardedOutside() throws {
        var call = Plans.call("00442079460777", "201", direction: .tandem) {
            $0.parties.dialed = PhoneNumber("4930231201")
            $0.parties.others.sent = PhoneNumber("015112345678")
        }
        #expect(try Plans.berlin().classify(&call).e164?.text == "4915112345678")
        #expect(call.kind.callClass == .mobile)
    }
}

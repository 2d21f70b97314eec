import ECASDrivers
import ECASModel
import Testing

@Suite("MiVoice Business: parties")
struct MiVoiceBusinessPartyTests {
    struct Case: CustomStringConvertible, Sendable {
        var what: String
        var record: SMDRRecord
        var direction: Direction
        var calling: String?
        var called: String?
        var dialed: String?
        var charged: String?
        var trunks: (String?, String?)
        var description: String { what }

        init(
            _ what: String, _ record: SMDRRecord, _ direction: Direction, calling: String? = nil, called: String? = nil,
            dialed: String? = nil, charged: String? = nil, trunks: (String?, String?) = (nil, nil)
        ) {
            self.what = what
            self.record = record
            self.direction = direction
            self.calling = calling
            self.called = called
            self.dialed = dialed
            self.charged = charged
            self.trunks = trunks
        }
    }

    static let incoming = SMDRRecord.incoming()
    static let cases = [
        Case(
            "outbound", SMDRRecord(), .outbound, calling: "2140", called: "02079460300", charged: "2140",
            trunks: (nil, "T021")),
        Case(
            "outbound by an attendant", SMDRRecord()[.calling, "ATT1"], .outbound, calling: "ATT1",
            called: "02079460300", charged: "ATT1", trunks: (nil, "T021")),
        Case(
            "outbound, transferred", SMDRRecord()[.transfer, "T"][.thirdParty, "2155"], .outbound, calling: "2140",
            called: "02079460300", charged: "2140", trunks: (nil, "T021")),
        Case(
            "outbound, network format", SMDRRecord()[.digits, "2140 8024"], .outbound, calling: "2140",
            called: "8024", charged: "2140", trunks: (nil, "T021")),
        Case(
            "outbound, # on an exchange line", SMDRRecord()[.digits, "190#5"], .outbound, calling: "2140",
            called: "190#5", charged: "2140", trunks: (nil, "T021")),
        Case(
            "outbound, # on a tie line", SMDRRecord()[.digits, "190#5"][.called, "X021"], .outbound,
            calling: "2140", called: "5", charged: "2140", trunks: (nil, "X021")),
        Case("inbound", incoming, .inbound, called: "2140", charged: "2140", trunks: ("T012", nil)),
        Case(
            "inbound with the caller's number", incoming[.ani, "2079460142"], .inbound, calling: "2079460142",
            called: "2140", charged: "2140", trunks: ("T012", nil)),
        Case(
            "inbound, other digits", incoming[.digits, "2000"], .inbound, called: "2140", dialed: "2000",
            charged: "2140", trunks: ("T012", nil)),
        Case("inbound, no station", incoming[.called, ""], .inbound, called: "2140", trunks: ("T012", nil)),
        Case(
            "inbound, no digits", incoming[.digits, ""], .inbound, called: "2140", charged: "2140",
            trunks: ("T012", nil)),
        Case(
            "inbound, transferred", incoming[.transfer, "T"][.thirdParty, "2155"], .inbound, called: "2155",
            dialed: "2140", charged: "2155", trunks: ("T012", nil)),
        Case(
            "inbound, transferred unsupervised", incoming[.transfer, "X"][.thirdParty, "2155"], .inbound,
            called: "2155", dialed: "2140", charged: "2155", trunks: ("T012", nil)),
        Case(
            "inbound, transferred, no third party", incoming[.transfer, "X"], .inbound, called: "2140",
            charged: "2140", trunks: ("T012", nil)),
        Case(
            "inbound, transferred to a trunk", incoming[.transfer, "T"][.thirdParty, "T021"], .inbound,
            called: "2140", charged: "2140", trunks: ("T012", nil)),
        Case(
            "inbound, conference", incoming[.transfer, "C"][.thirdParty, "2155"], .inbound, called: "2140",
            charged: "2140", trunks: ("T012", nil)),
        Case(
            "inbound, redirected by the ACD", incoming[.transfer, "R"][.thirdParty, "2155"], .inbound,
            called: "2140", charged: "2140", trunks: ("T012", nil)),
        Case(
            "inbound, network format", incoming[.digits, "4207 2301"], .inbound, calling: "4207", called: "2140",
            dialed: "2301", charged: "2140", trunks: ("T012", nil)),
        Case(
            "inbound, network format and number", incoming[.digits, "4207 2140"][.ani, "2079460142"], .inbound,
            calling: "2079460142", called: "2140", charged: "2140", trunks: ("T012", nil)),
        Case(
            "inbound, network format with a trunk", incoming[.digits, "T0012 2140"], .inbound, called: "2140",
            charged: "2140", trunks: ("T012", nil)),
        Case(
            "inbound over IP, code and caller", incoming[.calling, "X999"][.digits, "1904207#2140"], .inbound,
            called: "2140", charged: "2140", trunks: ("X999", nil)),
        Case("internal", .internal(), .internal, calling: "2140", called: "2141", charged: "2140"),
        Case(
            "internal, forwarded", SMDRRecord.internal()[.forward, "F"][.called, "2142"], .internal,
            calling: "2140", called: "2142", dialed: "2141", charged: "2140"),
        Case(
            "internal, transferred", SMDRRecord.internal()[.transfer, "T"][.thirdParty, "2155"], .internal,
            calling: "2140", called: "2155", dialed: "2141", charged: "2140"),
        Case(
            "internal, no called party", SMDRRecord.internal()[.called, ""], .internal, calling: "2140",
            called: "2141", charged: "2140"),
        Case("tandem", .tandem(), .tandem, called: "02079460300", trunks: ("T012", "T021")),
        Case(
            "tandem with the caller's number", SMDRRecord.tandem()[.ani, "2079460142"], .tandem,
            calling: "2079460142", called: "02079460300", trunks: ("T012", "T021")),
        Case(
            "trunks as printed", SMDRRecord.tandem()[.calling, "T1"][.called, "T54"], .tandem,
            called: "02079460300", trunks: ("T1", "T54")),
        Case(
            "what is no trunk's number", SMDRRecord.internal()[.calling, "TA1"], .internal, calling: "TA1",
            called: "2141", charged: "TA1"),
    ]

    @Test("who called whom", arguments: cases)
    func parties(_ example: Case) throws {
        let call = try #require(try SMDRResult(example.record).calls.first)
        #expect(call.kind.direction == example.direction)
        #expect(call.parties.calling?.text == example.calling)
        #expect(call.parties.called?.text == example.called)
        #expect(call.parties.dialed?.text == example.dialed)
        #expect(call.parties.chargedExtension == example.charged)
        #expect(call.trunks.incoming == example.trunks.0)
        #expect(call.trunks.outgoing == example.trunks.1)
    }

    static let letterCases: [(String, Bool, Bool, String?)] = [
        ("T", true, false, nil), ("X", true, false, nil), ("C", false, true, nil), ("U", false, false, "U"),
        ("I", false, false, "I"), ("R", false, false, "R"), (" ", false, false, nil),
    ]

    @Test(
        "transfer, conference and ACD letters",
        arguments: letterCases)
    func letters(_ letter: String, _ transferred: Bool, _ conference: Bool, _ reason: String?) throws {
        let record = Self.incoming[.transfer, letter][.thirdParty, "2155"]
        let call = try #require(try SMDRResult(record).calls.first)
        #expect(call.kind.flags.contains(.transferred) == transferred)
        #expect(call.kind.flags.contains(.conference) == conference)
        #expect(call.kind.redirectReason == reason)
        #expect(call.parties.others.connected?.text == "2155")
        #expect(call.parties.others.transferring?.text == (transferred ? "2140" : nil))
    }

    @Test("forwarding, attendants, pick-up")
    func others() throws {
        let forwarded = try #require(
            try SMDRResult(Self.incoming[.forward, "F"][.digits, "2150"]).calls.first)
        #expect(forwarded.kind.flags.contains(.forwarded))
        #expect(forwarded.parties.others.forwarding?.text == "2150")
        #expect(try SMDRResult(Self.incoming[.forward, "S"]).calls.first?.kind.flags == [])
        #expect(try SMDRResult(Self.incoming[.attendant, "*"]).calls.first?.kind.flags == [.attendant])
        #expect(try SMDRResult(Self.incoming[.called, "ATT1"]).calls.first?.kind.flags == [.attendant])
        #expect(try SMDRResult(Self.incoming[.completion, "A"]).calls.first?.kind.flags == [.attendant])
        #expect(try SMDRResult(Self.incoming[.completion, "T"]).calls.first?.kind.flags == [.pickedUp])
    }

    static let meterCases: [(String, String?, Int32?)] = [
        ("02079460300          00012", "02079460300", Int32(12)),
        ("01234567890123456789 65535", "01234567890123456789", 65535),
        ("01234567890123456789012345", "01234567890123456789012345", nil),
        ("                     00000", nil, 0),
        ("02079460300          0001 ", "02079460300          0001", nil),
    ]

    @Test(
        "meter pulses stand behind a blank; digits that fill the window have none",
        arguments: meterCases)
    func meterPulses(_ window: String, _ called: String?, _ pulses: Int32?) throws {
        let call = try #require(try SMDRResult(SMDRRecord()[.digits, window]).calls.first)
        #expect(call.pbxCharge?.meterPulses == pulses)
        if pulses != nil { #expect(call.parties.called?.text == called) }
    }

    @Test("the site's access codes part code and caller")
    func accessCodes() throws {
        func caller(_ digits: String, _ values: [String: String]) throws -> String? {
            try SMDRResult(
                Self.incoming[.calling, "X7"][.digits, digits], settings: values
            ).calls.first?.parties.calling?.text
        }
        #expect(try caller("1904207#2140", ["network-access-codes": "190"]) == "4207")
        #expect(try caller("1904207#2140", ["network-access-codes": "19, 190"]) == "4207")
        #expect(try caller("1804207#2140", ["network-access-codes": "190"]) == nil)
        #expect(try caller("190#2140", ["network-access-codes": "190"]) == nil)
        #expect(try caller("1904207#2140", ["network-access-codes": "190", "hash-separates-caller": "never"]) == nil)
    }
}

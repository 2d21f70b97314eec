import ECASDrivers
import ECASModel
import Testing

@Suite("CUCM: parties, codes, features")
struct CUCMPartyTests {
    @Test("a directory URI takes the place of an empty number")
    func addresses() throws {
        let uris = [
            "callingPartyNumber_uri": "anna@example.com", "originalCalledPartyNumber_uri": "hunt@example.com",
            "finalCalledPartyNumber_uri": "bob@example.com",
        ]
        let numbers = try CUCMResult(.call(uris)).call.parties
        #expect(numbers.calling?.text == "2001")
        #expect(numbers.called?.text == "2002")
        #expect(numbers.dialed == nil)
        let none = ["callingPartyNumber": "", "originalCalledPartyNumber": "", "finalCalledPartyNumber": ""]
        let parties = try CUCMResult(.call(uris.merging(none) { $1 })).call.parties
        #expect(parties.calling?.text == "anna@example.com")
        #expect(parties.called?.text == "bob@example.com")
        #expect(parties.dialed?.text == "hunt@example.com")
        #expect(try CUCMResult(.call(none)).call.parties.calling == nil)
    }

    @Test("the number dialled is given where it differs from the one reached")
    func dialed() throws {
        let parties = try CUCMResult(.call(["originalCalledPartyNumber": "2600"])).call.parties
        #expect(parties.dialed?.text == "2600")
        #expect(parties.called?.text == "2002")
    }

    @Test("codes: the account, the authorisation code itself, and what stands for it")
    func codes() throws {
        let codes = try CUCMResult(
            .call([
                "clientMatterCode": "4711", "authCodeDescription": "Sales, UK", "authorizationLevel": "3",
                "authorizationCodeValue": "0098",
            ])
        ).call.codes
        #expect(codes.account == "4711")
        #expect(codes.authorisation == "0098")
        #expect(codes.others.authorisationDescription == "Sales, UK")
        #expect(codes.others.authorisationLevel == 3)
        let hidden = try CUCMResult(.call(["authCodeDescription": "Sales", "authorizationLevel": "3"])).call.codes
        #expect(hidden.authorisation == nil)
        #expect(hidden.others.authorisationDescription == "Sales")
        #expect(try CUCMResult(.call()).call.codes == CallCodes())
    }

    @Test("the identity: cluster, node and number; both legs; the row's own key")
    func identity() throws {
        let identity = try CUCMResult(.call(["pkid": "2c0ef588-9a0f-4194-b8b7-02a31d72d1eb"])).call.identity
        #expect(identity.callID == "Lab/2/77")
        #expect(identity.thread == "Lab/2/77")
        #expect(identity.leg == "501")
        #expect(identity.relatedLeg == "502")
        #expect(identity.node == "2")
        #expect(identity.rowID == "2c0ef588-9a0f-4194-b8b7-02a31d72d1eb")
    }

    @Test("a transfer in any of the five columns", arguments: ["10", "17", "18"], CUCMPartyTests.featureColumns)
    func transferred(code: String, column: String) throws {
        #expect(try CUCMResult(.call([column: code])).call.kind.flags.contains(.transferred))
    }

    @Test("a conference in any of the five columns", arguments: ["4", "6", "7"], CUCMPartyTests.featureColumns)
    func conference(code: String, column: String) throws {
        #expect(try CUCMResult(.call([column: code])).call.kind.flags.contains(.conference))
    }

    @Test("a bridge called is a conference, unless it is there for a barge or for supervision")
    func bridge() throws {
        func isConference(_ number: String, _ join: String) throws -> Bool {
            try CUCMResult(.call(["finalCalledPartyNumber": number, "joinOnBehalfOf": join])).call.kind.flags
                .contains(.conference)
        }
        #expect(try isConference("b0012", "0"))
        for other in ["15", "27", "28", "33"] { #expect(try !isConference("b0012", other)) }
        #expect(try !isConference("c0012", "0"))
        #expect(try !isConference("b00x", "0"))
    }

    static let featureColumns = [
        "origCallTerminationOnBehalfOf", "destCallTerminationOnBehalfOf", "origCalledPartyRedirectOnBehalfOf",
        "lastRedirectRedirectOnBehalfOf", "joinOnBehalfOf",
    ]

    @Test("forwarding, pick-up, voice mail, video, fax, malicious calls")
    func flags() throws {
        func flags(_ values: [String: String]) throws -> CallFlags { try CUCMResult(.call(values)).call.kind.flags }
        #expect(try flags(["lastRedirectRedirectOnBehalfOf": "5", "lastRedirectRedirectReason": "15"]) == .forwarded)
        #expect(try flags(["joinOnBehalfOf": "16"]) == .pickedUp)
        #expect(try flags(["joinOnBehalfOf": "16", "dateTimeConnect": "0"]) == [], "attempted, but nobody answered")
        #expect(try flags(["destDeviceName": "UM-VI3"]) == .voiceMail)
        #expect(try flags(["calledPartyPatternUsage": "8"]) == .voiceMail)
        #expect(try flags(["origVideoCap_Codec": "103"]) == .video)
        #expect(try flags(["destMediaCap_payloadCapability": "303"]) == .dataCall)
        #expect(try flags(["comment": "x=1;callFlag=MALICIOUS"]) == .malicious)
        #expect(try flags(["joinOnBehalfOf": "99"]) == .unusual)
        #expect(try flags([:]) == [])
    }

    @Test("a fragment is a part; one that only rang says nothing of the outcome")
    func segments() throws {
        func segment(_ values: [String: String]) throws -> Segment { try CUCMResult(.call(values)).call.kind.segment }
        #expect(try segment([:]) == .whole)
        #expect(try segment(["origCause_value": "393216"]) == .part)
        #expect(try segment(["origCause_value": "393216", "dateTimeConnect": "0"]) == .ring)
        #expect(try segment(["joinOnBehalfOf": "10"]) == .part)
        #expect(try segment(["joinOnBehalfOf": "3"]) == .part)
        #expect(try segment(["joinOnBehalfOf": "5"]) == .whole)
    }

    @Test("devices, users, hunt pilots, who redirected, what was sent")
    func others() throws {
        func others(_ values: [String: String]) throws -> OtherParties {
            try CUCMResult(.call(values)).call.parties.others
        }
        let plain = try others([
            "callingPartyUnicodeLoginUserID": "søren", "finalCalledPartyUnicodeLoginUserID": "unspecified",
        ])
        #expect(plain.callingDevice == "SEP00000C002001")
        #expect(plain.calledDevice == "SEP00000C002002")
        #expect(plain.user == "søren")
        let inbound = try others([
            "origDeviceName": "SIP-A", "callingPartyUnicodeLoginUserID": "x",
            "finalCalledPartyUnicodeLoginUserID": "unspecified",
        ])
        #expect(inbound.user == nil)
        #expect(try others(["huntPilotDN": "2600"]).huntGroup == "2600")
        #expect(try others(["calledPartyPatternUsage": "7"]).huntGroup == "2002")
        #expect(try others(["outpulsedCalledPartyNumber": "02079460123"]).sent?.text == "02079460123")
        #expect(try others(["finalMobileCalledPartyNumber": "07700900123"]).mobile?.text == "07700900123")
        let redirected = ["lastRedirectDn": "2003", "lastRedirectRedirectOnBehalfOf": "5"]
        #expect(try others(redirected).forwarding?.text == "2003")
        #expect(try others(["lastRedirectDn": "2003", "joinOnBehalfOf": "10"]).transferring?.text == "2003")
        #expect(try others([:]).forwarding == nil)
        let queued = try CUCMResult(.call(["wasCallQueued": "1", "totalWaitTimeInQueue": "42"])).call.times
        #expect(queued.queueSeconds == 42)
    }

    @Test("texts of every length, with and without letters beyond ASCII", arguments: 1...40)
    func texts(length: Int) throws {
        let plain = String("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP".prefix(length))
        let wide = String(plain.dropLast()) + "é"
        let call = try CUCMResult(.call(["callingPartyNumber": plain, "clientMatterCode": wide])).call
        #expect(call.parties.calling?.text == plain)
        #expect(call.codes.account == wide)
    }

    @Test("commas and quotes inside texts")
    func quotes() throws {
        func description(_ text: String) throws -> String? {
            try CUCMResult(.call(["authCodeDescription": text, "clientMatterCode": "4711"])).calls.first?.codes.others
                .authorisationDescription
        }
        #expect(try description("a, b; c") == "a, b; c")
        #expect(try description("a \"\"b\"\", c") == "a \"b\", c")
        #expect(try description("5\" disk, red") == "5\" disk, red")
        #expect(try description("say \"a, b\" twice") == "say \"a, b\" twice")
        #expect(try description("  a  ") == "a")
        #expect(try description("\"\"") == "\"")
    }
}

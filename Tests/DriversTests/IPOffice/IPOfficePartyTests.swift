import ECASDrivers
import ECASModel
import Testing

@Suite("IP Office: parties, lines and codes")
struct IPOfficePartyTests {
    @Test(
        "the caller is the part before the @, and nobody if withheld",
        arguments: [
            ("02079460133@192.0.2.100", "02079460133"), ("anonymous@anonymous.invalid", nil), ("Anonymous", nil),
            ("@192.0.2.100", nil), ("", nil), ("anna.lind@example.org", "anna.lind"),
            ("+442079460133", "+442079460133"),
        ] as [(String, String?)])
    func caller(_ printed: String, _ expected: String?) throws {
        #expect(try IPOfficeResult([IPOfficeLine(caller: printed)]).call.parties.calling?.text == expected)
    }

    @Test(
        "a closing # goes from the called number on the way out, and stays inside and in what was dialled",
        arguments: [
            ("O", "0", "03069990123#", "03069990123"), ("O", "0", "03069990123##", "03069990123#"),
            ("O", "0", "#", "#"),
            ("O", "1", "*17#", "*17#"), ("I", "0", "301#", "301#"),
        ])
    func closingHash(_ direction: String, _ isInternal: String, _ printed: String, _ expected: String) throws {
        let call = try IPOfficeResult([
            IPOfficeLine(direction: direction, called: printed, dialled: printed, isInternal: isInternal)
        ]).call
        #expect(call.parties.called?.text == expected)
        #expect(call.parties.dialed?.text == printed)
    }

    @Test(
        "the extension is that of the first user",
        arguments: [
            ("E301", "E302", "301"), ("E301", "T9001", "301"), ("T9001", "E302", "302"), ("V9501", "E302", "302"),
            ("T9001", "V9501", nil), ("", "", nil),
        ] as [(String, String, String?)])
    func chargedExtension(_ device1: String, _ device2: String, _ expected: String?) throws {
        let call = try IPOfficeResult([IPOfficeLine(device1: device1, device2: device2)]).call
        #expect(call.parties.chargedExtension == expected)
    }

    @Test("the line counts as in or out by the direction; to another system of the network it is out")
    func trunks() throws {
        let inbound = try IPOfficeResult([IPOfficeLine()]).call
        #expect(inbound.trunks.incoming == "T9001")
        #expect(inbound.trunks.incomingMember == "2")
        #expect(inbound.trunks.outgoing == nil)
        let outbound = try IPOfficeResult([IPOfficeLine(direction: "O", name2: "Branch North 2.1")]).call
        #expect(outbound.trunks.outgoing == "T9001")
        #expect(outbound.trunks.outgoingMember == nil)
        #expect(outbound.trunks.incoming == nil)
        let network = try IPOfficeResult([IPOfficeLine(direction: "O", isInternal: "1")]).call
        #expect(network.kind.direction == .internal)
        #expect(network.trunks.outgoing == "T9001")
    }

    @Test("names go with their side; a line's name is none of a party")
    func names() throws {
        let inbound = try IPOfficeResult([IPOfficeLine()]).call.parties
        #expect(inbound.calledName == "Anna Lind")
        #expect(inbound.callingName == nil)
        let outbound = try IPOfficeResult([IPOfficeLine(direction: "O")]).call.parties
        #expect(outbound.callingName == "Anna Lind")
        #expect(outbound.calledName == nil)
        let inside = IPOfficeLine(direction: "O", called: "302", isInternal: "1", device2: "E303", name2: "Ben Ode")
        let parties = try IPOfficeResult([inside]).call.parties
        #expect(parties.callingName == "Anna Lind")
        #expect(parties.calledName == "Ben Ode")
        #expect(parties.others.connected?.text == "303")
    }

    @Test(
        "an authorisation code that is absent or hidden is none",
        arguments: [("9988", "9988"), ("n/a", nil), ("N/A", nil), ("****", nil), ("12**", nil), ("", nil)]
            as [(String, String?)])
    func authorisationCode(_ printed: String, _ expected: String?) throws {
        #expect(try IPOfficeResult([IPOfficeLine(later: [18: printed])]).call.codes.authorisation == expected)
    }

    @Test("fields of later releases are kept where the call record has a place for them")
    func laterFields() throws {
        let line = IPOfficeLine(
            later: [30: "192.0.2.10", 31: "7001", 32: "192.0.2.11", 33: "7002", 35: "6", 36: "B"], count: 37)
        let call = try IPOfficeResult([line]).call
        #expect(call.identity.leg == "7001")
        #expect(call.identity.relatedLeg == "7002")
        #expect(call.parties.others.callingVerification == "B")
        #expect(call.provenance.layout == "11.1")
    }

    @Test("any number of fields from 17 is read; a comma at the end makes no field", arguments: 17...40)
    func counts(_ count: Int) throws {
        let line = IPOfficeLine(count: count).text
        for text in [line, line + ","] {
            let result = try IPOfficeResult([text])
            #expect(result.malformed == [])
            #expect(result.call.parties.chargedExtension == "301")
        }
    }
}

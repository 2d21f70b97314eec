import ECASDrivers
import ECASModel
import Testing

@Suite("IP Office: direction and outcome")
struct IPOfficeOutcomeTests {
    @Test(
        "Direction and Is Internal decide the direction",
        arguments: [
            ("I", "0", Direction.inbound), ("O", "0", .outbound), ("O", "1", .internal), ("I", "1", .internal),
            ("O", "I", .internal), ("O", "", nil),
        ] as [(String, String, Direction?)])
    func direction(_ printed: String, _ isInternal: String, _ expected: Direction?) throws {
        let call = try IPOfficeResult([IPOfficeLine(direction: printed, isInternal: isInternal)]).call
        #expect(call.kind.direction == expected)
        // What is not documented is read as likely and marked.
        #expect(call.kind.flags.contains(.unusual) == (printed == "I" && isInternal == "1" || isInternal.isEmpty))
    }

    @Test("two lines make a tandem call, whatever else is printed", arguments: ["I", "O"], ["0", "1"])
    func tandem(_ direction: String, _ isInternal: String) throws {
        let call = try IPOfficeResult([
            IPOfficeLine(
                direction: direction, isInternal: isInternal, device1: "T9001", name1: "Line 1.4", device2: "T9017",
                name2: "LINE 17.2")
        ]).call
        #expect(call.kind.direction == .tandem)
        #expect(call.trunks.incoming == "T9001")
        #expect(call.trunks.incomingMember == "4")
        #expect(call.trunks.outgoing == "T9017")
        #expect(call.trunks.outgoingMember == "2")
        #expect(call.parties.chargedExtension == nil)
    }

    @Test(
        "connected and ring time, second party and Continuation decide the outcome",
        arguments: [
            ("00:00:01", "0", "O", "T9001", "0", Disposition.answered),
            ("00:00:01", "0", "O", "T9001", "1", .answered),
            ("00:00:01", "0", "O", "", "0", .answered),
            ("00:00:00", "0", "O", "", "0", .failed),
            ("00:00:00", "0", "O", "", "1", .failed),
            ("00:00:00", "1", "O", "", "0", .unanswered),
            ("00:00:00", "0", "O", "T9001", "0", .unanswered),
            ("00:00:00", "0", "I", "", "0", .unanswered),
            ("00:00:00", "9", "I", "T9001", "0", .unanswered),
            ("00:00:00", "9", "I", "T9001", "1", nil),
            ("00:00:00", "0", "I", "", "1", nil),
        ] as [(String, String, String, String, String, Disposition?)])
    func outcome(
        _ connected: String, _ ring: String, _ direction: String, _ device2: String, _ continuation: String,
        _ expected: Disposition?
    ) throws {
        let call = try IPOfficeResult([
            IPOfficeLine(
                connected: connected, ring: ring, direction: direction, continuation: continuation, device2: device2)
        ]).call
        #expect(call.kind.disposition == expected)
    }

    @Test("Is Internal means nothing where nobody was reached", arguments: ["0", "1"])
    func nobodyReached(_ isInternal: String) throws {
        let call = try IPOfficeResult([
            IPOfficeLine(
                connected: "00:00:00", ring: "0", caller: "", direction: "O", called: "03069990124",
                isInternal: isInternal,
                device2: "", name2: "")
        ]).call
        #expect(call.kind.direction == (isInternal == "0" ? .outbound : nil))
        #expect(call.kind.disposition == .failed)
        #expect(call.parties.chargedExtension == "301")
    }

    @Test(
        "voicemail and conference are told by the name, whatever the number",
        arguments: [
            ("V9513", "VM Channel 13", true, false), ("V9051", "vm channel 1", true, false),
            ("V11003", "CO Channel 100.3", false, true), ("V9501", "CO Channel 101.1", false, true),
            ("V8000", "U1 0.0", false, false),
        ])
    func services(_ device: String, _ name: String, _ isVoiceMail: Bool, _ isConference: Bool) throws {
        for swapped in [false, true] {
            var line = IPOfficeLine(device1: "T9001", name1: "Line 1.1", device2: device, name2: name)
            if swapped {
                (line.device1, line.name1, line.device2, line.name2) = (device, name, "T9001", "Line 1.1")
            }
            let call = try IPOfficeResult([line]).call
            #expect(call.kind.flags.contains(.voiceMail) == isVoiceMail)
            #expect(call.kind.flags.contains(.conference) == isConference)
            #expect(call.kind.direction == .inbound)
            #expect(call.trunks.incoming == "T9001")
            #expect(call.parties.chargedExtension == nil)
        }
    }

    @Test("voicemail that did not answer is not marked")
    func unansweredVoiceMail() throws {
        let call = try IPOfficeResult([
            IPOfficeLine(connected: "00:00:00", device1: "T9001", device2: "V9501", name2: "VM Channel 1")
        ]).call
        #expect(call.kind.disposition == .unanswered)
        #expect(!call.kind.flags.contains(.voiceMail))
    }

    @Test(
        "External Targeting Cause: the case varies, the reason may be missing",
        arguments: [
            ("U Xfd", CallFlags.transferred), ("U xfd", .transferred), ("U XfP", []), ("U", []), ("U CfP", []),
            ("U Cfd", []), ("U fu", .forwarded), ("HG FU", .forwarded), ("U fb", .forwarded), ("U fnr", .forwarded),
            ("U fdnd", .forwarded), ("U MT", []), ("U TW", []), ("ICR", []), ("? Xfd", .transferred), ("", []),
        ] as [(String, CallFlags)])
    func targeting(_ cause: String, _ flags: CallFlags) throws {
        let call = try IPOfficeResult([IPOfficeLine(later: [27: cause])]).call
        #expect(call.kind.flags == flags)
        #expect(call.kind.redirectReason == (cause.isEmpty ? nil : cause))
        #expect(call.release.cause == nil)
    }

    @Test("the targeter and the number called outside are kept by what they did")
    func targeters() throws {
        func others(_ cause: String) throws -> OtherParties {
            try IPOfficeResult([IPOfficeLine(later: [19: "Extn207", 27: cause, 28: "Extn203", 29: "07700900123"])])
                .call.parties.others
        }
        #expect(try others("U Xfd").transferring?.text == "Extn203")
        #expect(try others("U fnr").forwarding?.text == "Extn203")
        #expect(try others("HG fu").huntGroup == "Extn203")
        #expect(try others("U MT").mobile?.text == "07700900123")
        #expect(try others("U MT").sent == nil)
        #expect(try others("U fu").sent?.text == "07700900123")
        #expect(try others("U Xfd").user == "Extn207")
    }
}

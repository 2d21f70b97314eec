import ECASDrivers
import ECASModel
import Testing

@Suite("CUCM: devices, direction, who is charged")
struct CUCMDirectionTests {
    static let phone = "SEP00000C002001"

    @Test(
        "names of phones, voice mail ports, bridges and pseudo devices are internal",
        arguments: [
            "SEP00000C00200F", "sep00000c00200f", "CSFAMILLER", "tctamiller", "BOTAMILLER", "TABAMILLER",
            "ATA00000C0A0B0C", "AN00000C0A0B", "an00000c0a0b0c01", "CIPC-ANNA", "CTIRDanna", "SparkRDanna", "UPCANNA",
            "CiscoUM1-VI22", "um-vi1", "CFB_2", "mtp_1", "ANN_2", "MOH_3", "IVR_4", "ParkingLotDevice", "",
        ])
    func inside(_ device: String) throws {
        #expect(try CUCMResult(.between(device, "GW-1")).call.kind.direction == .outbound)
        #expect(try CUCMResult(.between("GW-1", device)).call.kind.direction == .inbound)
    }

    @Test(
        "gateways and every unknown name are trunks",
        arguments: [
            "S0/SU1/DS1-0@VG-1", "S1/DS1-0@VG-1", "BRI/S1/SU0/P1@VG-1", "AALN/S2/SU0/1@VG-1", "192.0.2.21",
            "gateway.example.com", "SIP-TRUNK", "SEP00000C00200", "SEP00000C00200FF", "SEPARATE-TRUNK", "AN12",
            "ANTWERP-GW",
            "ATATRUNK", "VI22", "UM-VIX", "SEP00000C00200G",
        ])
    func outside(_ device: String) throws {
        let outbound = try CUCMResult(.between(Self.phone, device)).call
        #expect(outbound.kind.direction == .outbound)
        #expect(outbound.trunks.outgoing == device)
        #expect(outbound.trunks.incoming == nil)
        #expect(outbound.times.ringSeconds == nil, "a phone's origination includes dialling")
        let inbound = try CUCMResult(.between(device, Self.phone)).call
        #expect(inbound.kind.direction == .inbound)
        #expect(inbound.trunks.incoming == device)
        #expect(inbound.times.ringSeconds == 5)
    }

    @Test(
        "a number of a bridge makes its side a bridge, whatever the device",
        arguments: ["b0012", "c0012", "BIB", "b00"])
    func bridges(_ number: String) throws {
        let call = try CUCMResult(
            .between("SIP-TRUNK", "SIP-TRUNK", ["finalCalledPartyNumber": number, "originalCalledPartyNumber": "2900"])
        )
        .call
        #expect(call.kind.direction == .inbound)
        #expect(call.parties.chargedExtension == "2900")
        #expect(call.trunks.outgoing == nil)
    }

    @Test("digits must follow", arguments: ["b00x1", "c0", "b1", "B0012", "bib"])
    func noBridges(_ number: String) throws {
        let call = try CUCMResult(.between("SIP-A", "SIP-B", ["finalCalledPartyNumber": number])).call
        #expect(call.kind.direction == .tandem)
    }

    @Test("the extension of an inbound call into a bridge that only bridges were called for is absent")
    func onlyBridges() throws {
        let values = ["finalCalledPartyNumber": "b0012", "originalCalledPartyNumber": "c0012"]
        #expect(try CUCMResult(.between("SIP-A", "CFB_1", values)).call.parties.chargedExtension == nil)
    }

    @Test("a bridge that calls is not charged", arguments: ["b0012", "BIB", "c0012"])
    func bridgeCalls(_ number: String) throws {
        let call = try CUCMResult(.between(Self.phone, "SIP-A", ["callingPartyNumber": number])).call
        #expect(call.kind.direction == .outbound)
        #expect(call.parties.chargedExtension == nil)
    }

    @Test("a tandem call is charged to whoever sent it out again")
    func tandem() throws {
        func charged(_ values: [String: String]) throws -> String? {
            let redirect = ["lastRedirectDn": "2001", "finalCalledPartyNumber": "902079460123"]
            return try CUCMResult(.between("SIP-A", "SIP-B", redirect.merging(values) { $1 })).call.parties
                .chargedExtension
        }
        #expect(try charged([:]) == nil)
        #expect(try charged(["lastRedirectRedirectOnBehalfOf": "5"]) == "2001")
        for join in ["10", "17", "18"] { #expect(try charged(["joinOnBehalfOf": join]) == "2001") }
        #expect(try charged(["joinOnBehalfOf": "5"]) == nil)
        #expect(try charged(["joinOnBehalfOf": "10", "lastRedirectDn": "902079460123"]) == nil)
    }

    @Test(
        "recording, monitoring and agent greeting have no direction, extension, trunk or ring time",
        arguments: ["27", "28", "33"],
        [
            "origCallTerminationOnBehalfOf", "destCallTerminationOnBehalfOf", "origCalledPartyRedirectOnBehalfOf",
            "lastRedirectRedirectOnBehalfOf", "joinOnBehalfOf",
        ])
    func supervision(code: String, column: String) throws {
        let call = try CUCMResult(.between("SIP-A", "SIP-B", [column: code])).call
        #expect(call.kind.direction == nil)
        #expect(call.parties.chargedExtension == nil)
        #expect(call.trunks == CallTrunks())
        #expect(call.times.ringSeconds == nil)
        #expect(call.kind.notChargeable == .recordingLeg)
        #expect(call.kind.flags.contains(.recording) == (code == "27"))
        #expect(call.kind.flags.contains(.monitoring) == (code == "28"))
    }

    @Test("a trunk's line into a conference bridge has no direction; a phone's is internal")
    func conferenceLines() throws {
        let bridge = ["finalCalledPartyNumber": "b0012", "joinOnBehalfOf": "4"]
        let trunk = try CUCMResult(.between("SIP-A", "CFB_1", bridge)).call
        #expect(trunk.kind.direction == nil)
        #expect(trunk.trunks == CallTrunks())
        #expect(trunk.parties.chargedExtension == nil)
        #expect(trunk.times.ringSeconds == nil)
        #expect(trunk.kind.notChargeable == .conferenceBridgeLeg)
        let back = try CUCMResult(.between("CFB_1", "SIP-A", ["joinOnBehalfOf": "4"])).call
        #expect(back.kind.direction == nil)
        for join in ["4", "15"] {
            let phone = try CUCMResult(
                .between(Self.phone, "CFB_1", ["finalCalledPartyNumber": "b0012", "joinOnBehalfOf": join])
            ).call
            #expect(phone.kind.direction == .internal)
            #expect(phone.parties.chargedExtension == "2001")
        }
        let meetMe = try CUCMResult(
            .between("SIP-A", "CFB_1", ["finalCalledPartyNumber": "b0012", "joinOnBehalfOf": "6"])
        ).call
        #expect(meetMe.kind.direction == .inbound)
    }

    @Test("off the hook and on again: a record without direction")
    func offHook() throws {
        let empty = [
            "originalCalledPartyNumber": "", "finalCalledPartyNumber": "", "destLegIdentifier": "0",
            "dateTimeConnect": "0", "origCause_value": "16",
        ]
        let call = try CUCMResult(.between(Self.phone, "", empty)).call
        #expect(call.kind.direction == nil)
        #expect(call.parties.chargedExtension == "2001")
        #expect(call.kind.disposition == .abandoned)
        #expect(call.identity.relatedLeg == nil)
        // A leg, a number dialled or a trunk make it a call.
        #expect(
            try CUCMResult(.between(Self.phone, "", empty.merging(["destLegIdentifier": "9"]) { $1 })).call.kind
                .direction == .internal)
        #expect(try CUCMResult(.between("SIP-A", "", empty)).call.kind.direction == .inbound)
    }

    @Test("the ring time is that of an originating trunk, to the answer or the end, never below nought")
    func ring() throws {
        func ring(_ values: [String: String]) throws -> Int32? {
            try CUCMResult(.between("SIP-A", Self.phone, values)).call.times.ringSeconds
        }
        #expect(try ring(["dateTimeConnect": "0"]) == 65)
        #expect(try ring(["joinOnBehalfOf": "10"]) == 5)
        let stepped = try CUCMResult(
            .between("SIP-A", Self.phone, ["dateTimeConnect": "\(CUCMRow.origin - 2)", "duration": "67"])
        ).call
        #expect(stepped.times.ringSeconds == 0)
        #expect(stepped.times.marks == .clockStep)
    }

    @Test("the member of a trunk is the B channel, not the leg that H.323 devices print, nor nought")
    func members() throws {
        func members(_ spans: [String: String]) throws -> CallTrunks {
            try CUCMResult(.between("SIP-A", "SIP-B", spans)).call.trunks
        }
        let channels = try members(["origSpan": "3", "destSpan": "17"])
        #expect(channels.incomingMember == "3")
        #expect(channels.outgoingMember == "17")
        let legs = try members(["origSpan": "501", "destSpan": "502"])
        #expect(legs.incomingMember == nil)
        #expect(legs.outgoingMember == nil)
        #expect(try members([:]).incomingMember == nil)
    }

    @Test("settings decide before names do")
    func configured() throws {
        let settings = [
            "phones": "FXS-*, AALN/S2/*@VG-1", "trunks": "TABLE-GW", "on-net-trunks": "ICT-*-X", "recorders": "REC",
        ]
        func direction(_ originating: String, _ destination: String) throws -> Direction? {
            try CUCMResult(.between(originating, destination), settings: settings).call.kind.direction
        }
        #expect(try direction("fxs-1", "SIP-A") == .outbound)
        #expect(try direction("AALN/S2/SU0/1@VG-1", "SIP-A") == .outbound)
        #expect(try direction("AALN/S2/SU0/1@VG-2", "SIP-A") == .tandem)
        #expect(try direction("TABLE-GW", Self.phone) == .inbound)
        #expect(try direction("ICT-BERLIN-X", Self.phone) == .internal)
        #expect(try direction(Self.phone, "ICT-BERLIN-Y") == .outbound)
        #expect(try direction(Self.phone, "REC") == nil)
        let onNet = try CUCMResult(.between("ICT-BERLIN-X", Self.phone), settings: settings).call
        #expect(onNet.trunks.incoming == "ICT-BERLIN-X")
        #expect(onNet.times.ringSeconds == 5)
    }

    @Test("a device in two lists is refused")
    func contradiction() {
        #expect(throws: DriverError.self) {
            try CiscoCUCM(settings: DriverSettings(values: ["phones": "A,B", "trunks": "b"]))
        }
    }
}

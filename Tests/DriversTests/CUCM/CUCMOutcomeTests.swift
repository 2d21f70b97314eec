import ECASDrivers
import ECASModel
import Testing

@Suite("CUCM: outcomes, causes, times")
struct CUCMOutcomeTests {
    /// A cause of each side, as printed, and what they make of a call that was not answered.
    struct Outcome: CustomStringConvertible {
        let originating: String
        let destination: String
        let disposition: Disposition
        let cause: String?
        let q850: UInt8?

        init(_ originating: String, _ destination: String, _ disposition: Disposition, _ cause: String?, _ q850: UInt8?)
        {
            self.originating = originating
            self.destination = destination
            self.disposition = disposition
            self.cause = cause
            self.q850 = q850
        }

        var description: String { "\(originating)/\(destination)" }
    }

    @Test(
        "what the causes say of a call that was not answered",
        arguments: [
            Outcome("393216", "393216", .unanswered, "393216", nil), Outcome("16", "393216", .unanswered, "16", 16),
            Outcome("126", "0", .unanswered, "126", nil), Outcome("17", "126", .unanswered, "17", 17),
            Outcome("17", "0", .busy, "17", 17), Outcome("0", "17", .busy, "17", 17),
            Outcome("16", "0", .abandoned, "16", 16), Outcome("31", "0", .abandoned, "31", 31),
            Outcome("16", "17", .abandoned, "16", 16), Outcome("0", "16", .unanswered, "16", 16),
            Outcome("0", "31", .unanswered, "31", 31), Outcome("18", "0", .unanswered, "18", 18),
            Outcome("0", "19", .unanswered, "19", 19), Outcome("102", "0", .unanswered, "102", 102),
            Outcome("0", "0", .unanswered, nil, nil), Outcome("", "", .unanswered, nil, nil),
            Outcome("1", "0", .failed, "1", 1), Outcome("0", "38", .failed, "38", 38),
            Outcome("3", "17", .failed, "3", 3), Outcome("458752", "0", .failed, "458752", nil),
            Outcome("262144", "0", .failed, "262144", nil), Outcome("125", "0", .failed, "125", nil),
            Outcome("0", "1174405137", .busy, "1174405137", 17),
            Outcome("0", "1073741842", .unanswered, "1073741842", 18),
            Outcome("1191182367", "0", .abandoned, "1191182367", 31),
            Outcome("0", "1191182367", .unanswered, "1191182367", 31),
            Outcome("0", "1459617833", .failed, "1459617833", 41),
            Outcome("0", "-1493172161", .failed, "2801795135", 63), Outcome("0", "83886081", .failed, "83886081", 1),
        ])
    func unanswered(_ outcome: Outcome) throws {
        let call = try CUCMResult(
            .call([
                "dateTimeConnect": "0", "duration": "0", "origCause_value": outcome.originating,
                "destCause_value": outcome.destination,
            ])
        ).call
        #expect(call.kind.disposition == outcome.disposition)
        #expect(call.release.cause == outcome.cause)
        #expect(call.release.q850 == outcome.q850)
        #expect(call.times.answer == nil)
    }

    @Test(
        "a time of connection is an answer, whatever the cause and the duration",
        arguments: ["0", "41", "17", "393216"])
    func answered(_ cause: String) throws {
        let call = try CUCMResult(
            .call(["origCause_value": cause, "dateTimeDisconnect": "\(CUCMRow.origin + 5)", "duration": "0"])
        ).call
        #expect(call.kind.disposition == .answered)
        #expect(call.times.durationSeconds == 0)
        #expect(call.times.answer == call.times.end)
    }

    @Test("who hung up is the side that cleared alone")
    func releasedBy() throws {
        func side(_ originating: String, _ destination: String, connect: String? = nil) throws -> CallRelease.Side? {
            var values = ["origCause_value": originating, "destCause_value": destination]
            if let connect { values["dateTimeConnect"] = connect }
            return try CUCMResult(.call(values)).call.release.releasedBy
        }
        #expect(try side("16", "0") == .calling)
        #expect(try side("0", "16") == .called)
        #expect(try side("393216", "393216") == nil)
        #expect(try side("0", "0") == nil)
        #expect(try side("16", "0", connect: "0") == .calling)
        #expect(try side("0", "17", connect: "0") == nil)
        #expect(try side("1", "0", connect: "0") == nil)
    }

    @Test("times are seconds of UTC, shown on the site's clock")
    func times() throws {
        let berlin = try #require(ZoneRules(name: "Europe/Berlin"))
        let call = try CUCMResult([.call()], zone: berlin).call
        #expect(call.times.start?.description == "2026-07-01T12:00:00+02:00")
        #expect(call.times.answer?.description == "2026-07-01T12:00:05+02:00")
        #expect(call.times.end?.description == "2026-07-01T12:01:05+02:00")
        #expect(try CUCMResult(.call()).call.times.start?.description == "2026-07-01T10:00:00Z")
    }

    @Test("the duration is the PBX's; where it is missing, it is the time from answer to end")
    func duration() throws {
        #expect(try CUCMResult(.call(["duration": "59"])).call.times.durationSeconds == 59)
        #expect(try CUCMResult(.call(["duration": ""])).call.times.durationSeconds == 60)
        #expect(try CUCMResult(.call(["duration": "", "dateTimeConnect": "0"])).call.times.durationSeconds == 0)
    }

    @Test(
        "impossible times and columns without whole numbers are faults",
        arguments: [
            ("dateTimeOrigination", "0", "no-time"), ("dateTimeOrigination", "", "no-time"),
            ("dateTimeDisconnect", "0", "no-time"), ("dateTimeConnect", "-5", "no-time"),
            ("dateTimeDisconnect", "1782899999", "end-before-beginning"),
            ("dateTimeOrigination", "1.78E+09", "not-an-integer"), ("dateTimeConnect", "soon", "not-an-integer"),
            ("duration", "60.0", "not-an-integer"), ("duration", "99999999999999999999", "not-an-integer"),
            ("globalCallID_callId", "", "not-an-integer"), ("globalCallID_callId", "12a", "not-an-integer"),
            ("globalCallID_callManagerId", "", "not-an-integer"), ("origLegCallIdentifier", "5O1", "not-an-integer"),
            ("destLegIdentifier", "x", "not-an-integer"), ("origCause_value", "x", "not-an-integer"),
            ("destCause_value", "4294967296", "not-an-integer"), ("joinOnBehalfOf", "a", "not-an-integer"),
            ("origSpan", "--1", "not-an-integer"), ("origCallTerminationOnBehalfOf", "1 2", "not-an-integer"),
        ])
    func faults(column: String, value: String, code: String) throws {
        let result = try CUCMResult(.call([column: value]))
        #expect(result.faults == [code])
        #expect(result.malformed.first?.reason.message.contains(column) == true)
        #expect(result.malformed.first?.reason.position != nil)
    }

    @Test(
        "garbage in columns that no call hangs on does no harm",
        arguments: [
            "origMediaTransportAddress_IP", "origMediaCap_payloadCapability", "destVideoCap_Codec", "mobileCallType",
            "authorizationLevel", "totalWaitTimeInQueue", "origPrecedenceLevel", "origCalledPartyRedirectReason",
        ])
    func details(column: String) throws {
        #expect(try CUCMResult(.call([column: "n/a"])).calls.count == 1)
    }

    @Test(
        "a number that a spreadsheet program has rounded is a fault",
        arguments: [
            "callingPartyNumber", "originalCalledPartyNumber", "finalCalledPartyNumber", "lastRedirectDn",
            "clientMatterCode", "authorizationCodeValue",
        ],
        ["1.74E+09", "4,42E+11", "1.5E10", "4.9e-2"])
    func rounded(column: String, value: String) throws {
        #expect(try CUCMResult(.call([column: value])).faults == ["rounded-number"])
    }

    @Test(
        "what only looks a little like one is a number",
        arguments: ["174E09", "1.74E", "1.E5", ".5E5", "1.74E+", "1.74", "+491234", "0049", "b1.5E3", "2E3", "1.7E3x"])
    func notRounded(value: String) throws {
        #expect(try CUCMResult(.call(["callingPartyNumber": value])).call.parties.calling?.text == value)
    }

    @Test("whole numbers of every length are read", arguments: 1...10)
    func numbers(digits: Int) throws {
        let number = String("4294967295".suffix(digits))
        let expected = String(UInt32(number) ?? 0)
        let call = try CUCMResult(.call(["dateTimeConnect": "0", "destCause_value": number])).call
        #expect(call.release.cause == expected)
        var garbled = Array(number)
        for index in garbled.indices {
            for wrong: Character in ["/", ":", "a", "\u{20AC}"] {
                let digit = garbled[index]
                garbled[index] = wrong
                #expect(try CUCMResult(.call(["destCause_value": String(garbled)])).faults == ["not-an-integer"])
                garbled[index] = digit
            }
        }
    }
}

import ECASDrivers
import ECASModel
import Testing

@Suite("MiVoice Business: outcomes")
struct MiVoiceBusinessOutcomeTests {
    static let answered = "005"
    static let asterisks = "***"
    static let blank = "   "

    static let incomingCases: [(String, String, Disposition?)] = [
        (" ", answered, Disposition.answered), (" ", asterisks, .unanswered), (" ", blank, nil),
        ("A", answered, .answered), ("A", asterisks, .unanswered), ("T", answered, .answered),
        ("T", asterisks, .unanswered), ("B", asterisks, .busy), ("B", answered, .answered), ("O", asterisks, .busy),
        ("E", asterisks, .failed), ("E", blank, .failed), ("S", asterisks, .failed), ("D", asterisks, .failed),
        ("U", asterisks, .unanswered), ("U", answered, .unanswered), ("C", answered, .answered),
        ("R", asterisks, .unanswered),
    ]

    @Test(
        "incoming and internal calls go by the time to answer, then by the letter",
        arguments: incomingCases)
    func incoming(_ letter: String, _ time: String, _ outcome: Disposition?) throws {
        try expect(SMDRRecord.incoming()[.completion, letter][.timeToAnswer, time], outcome)
        guard letter != "O", letter != "D", letter != "S" else { return }
        try expect(SMDRRecord.internal()[.completion, letter][.timeToAnswer, time], outcome)
    }

    @Test(
        "internal calls that were not answered go by the letter whatever the time to answer",
        arguments: [
            ("O", Disposition.busy), ("D", .failed), ("S", .failed), ("U", .unanswered),
        ])
    func `internal`(_ letter: String, _ outcome: Disposition) throws {
        for time in [Self.answered, Self.asterisks, Self.blank] {
            try expect(SMDRRecord.internal()[.completion, letter][.timeToAnswer, time], outcome)
        }
    }

    static let outgoingCases: [(String, Disposition?)] = [
        ("A", Disposition.answered), ("T", .failed), (" ", nil), ("U", .unanswered), ("C", nil), ("R", nil),
    ]

    @Test(
        "outgoing calls go by answer supervision",
        arguments: outgoingCases)
    func outgoing(_ letter: String, _ outcome: Disposition?) throws {
        try expect(SMDRRecord()[.completion, letter], outcome)
    }

    static let tandemCases: [(String, String, Disposition?)] = [
        ("A", asterisks, Disposition.answered), ("T", answered, .failed), ("E", answered, .failed),
        ("B", answered, .busy), (" ", answered, .answered), (" ", asterisks, .unanswered), (" ", blank, nil),
        ("U", answered, .unanswered), ("C", answered, .answered),
    ]

    @Test(
        "calls from trunk to trunk go by the letter, then by the time to answer",
        arguments: tandemCases)
    func tandem(_ letter: String, _ time: String, _ outcome: Disposition?) throws {
        try expect(SMDRRecord.tandem()[.completion, letter][.timeToAnswer, time], outcome)
    }

    @Test("a site may say after how many seconds a call without answer supervision counts as answered")
    func answeredAfter() throws {
        func outcome(_ duration: String, _ letter: String = " ") throws -> Disposition? {
            try SMDRResult(
                SMDRRecord()[.completion, letter][.duration, duration], settings: ["answered-after": "20"]
            ).calls.first?.kind.disposition
        }
        #expect(try outcome("00:00:20") == nil)
        #expect(try outcome("00:00:21") == .answered)
        #expect(try outcome("00:00:21", "T") == .failed)
    }

    @Test("ring time is the time to answer; the cause is the letter")
    func cause() throws {
        let busy = try #require(
            try SMDRResult(SMDRRecord.incoming()[.completion, "B"][.timeToAnswer, "***"]).calls.first)
        #expect(busy.times.ringSeconds == nil)
        #expect(busy.release.cause == "B")
        #expect(busy.release.q850 == 17)
        let ordinary = try #require(try SMDRResult(SMDRRecord.incoming()).calls.first)
        #expect(ordinary.times.ringSeconds == 5)
        #expect(ordinary.release.cause == nil)
    }

    private func expect(
        _ record: SMDRRecord, _ outcome: Disposition?, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let call = try #require(try SMDRResult(record).calls.first, sourceLocation: sourceLocation)
        #expect(call.kind.disposition == outcome, sourceLocation: sourceLocation)
    }
}

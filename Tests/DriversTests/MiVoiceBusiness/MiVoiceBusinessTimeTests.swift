import ECASDrivers
import ECASModel
import Testing

@Suite("MiVoice Business: times")
struct MiVoiceBusinessTimeTests {
    static let durations: [(String, Int32?, Bool)] = [
        ("00:00:00", Int32(0), false), ("01:02:03", 3723, false), ("99:59:58", 359_998, false),
        ("99:59:59", 359_999, true), ("99:99:99", 359_999, true), ("00:99:10", 3550, true),
        ("00:60:00", nil, false),
        ("00:00:98", nil, false),
    ]

    @Test(
        "durations, their ceiling, and what is none",
        arguments: durations)
    func duration(_ text: String, _ seconds: Int32?, _ isCeiling: Bool) throws {
        let result = try SMDRResult(SMDRRecord()[.duration, text])
        #expect(result.calls.first?.times.durationSeconds == seconds)
        #expect(result.malformed == (seconds == nil ? ["unusable-duration"] : []))
        #expect((result.calls.first?.times.marks.contains(.counterOverflow) ?? false) == isCeiling)
    }

    @Test("durations with four digits of hours")
    func longDuration() throws {
        let call = try #require(try SMDRResult(SMDRRecord(.extended)[.duration, "9999:59:59"]).calls.first)
        #expect(call.times.durationSeconds == 35_999_999)
    }

    static let clocks: [([(String, String)], [String])] = [
        ([("12:10", " ")], ["12:10"]),
        ([("12:10", "P")], ["12:10"]),
        ([("01:10", "P")], ["13:10"]),
        ([("11:10", "p")], ["23:10"]),
        ([("01:10", "P"), ("12:10", " "), ("01:20", " ")], ["13:10", "00:10", "01:20"]),
        ([("13:00", " "), ("12:10", " ")], ["13:00", "12:10"]),
        ([("01:10", "P"), ("00:05", " "), ("12:10", " ")], ["13:10", "00:05", "12:10"]),
    ]

    @Test(
        "the clock's hours, by what the records show",
        arguments: clocks)
    func clock(_ printed: [(String, String)], _ expected: [String]) throws {
        let records = printed.map { SMDRRecord()[.start, $0.0][.afternoon, $0.1].text }
        let shown = try SMDRResult(records).calls.map { $0.times.start?.wallClock.description.dropFirst(11).prefix(5) }
        #expect(shown == expected.map { $0[...] })
    }

    @Test("the clock as it is set")
    func clockSetting() throws {
        let noon = SMDRRecord()[.start, "12:10"]
        let twelve = try SMDRResult(noon, settings: ["clock": "12-hour"]).calls.first
        #expect(twelve?.times.start?.wallClock.hour == 0)
        let both = try SMDRResult(SMDRRecord()[.afternoon, "P"], noon, settings: ["clock": "24-hour"]).calls.last
        #expect(both?.times.start?.wallClock.hour == 12)
    }

    @Test(
        "dates and times that there are not",
        arguments: [
            ("02/30", "09:00", "unusable-date"), ("13/01", "09:00", "unusable-date"),
            ("00/10", "09:00", "unusable-date"),
            ("01/00", "09:00", "unusable-date"), ("01/01", "24:00", "unusable-time"),
            ("01/01", "09:60", "unusable-time"),
        ])
    func impossible(_ date: String, _ time: String, _ code: String) throws {
        #expect(try SMDRResult(SMDRRecord(date: date)[.start, time]).malformed == [code])
    }

    @Test("answer and end are not known; seconds are, with level 2")
    func precision() throws {
        let times = try #require(try SMDRResult(SMDRRecord(.level2)).calls.first).times
        #expect(times.start?.description == "2026-03-12T09:01:30Z")
        #expect(times.precision == .second)
        #expect(times.answer == nil)
        #expect(times.end == nil)
        #expect(try SMDRResult(SMDRRecord()).calls.first?.times.precision == .minute)
    }

    @Test("without a year there is no start")
    func noYear() throws {
        let call = try #require(try SMDRResult([SMDRRecord().text], year: nil).calls.first)
        #expect(call.times.start == nil)
        #expect(call.times.durationSeconds == 60)
    }

    @Test("the time of reception gives the year on the clocks of the site")
    func reception() throws {
        // 2026-12-31T23:30:00Z is 2027 in Berlin.
        let received = Instant(seconds: 1_798_759_800)
        let result = try SMDRResult(
            [SMDRRecord(date: "12/31").text, SMDRRecord(date: "01/01").text, SMDRRecord(date: "02/01").text],
            year: nil, zone: ZoneRules(name: "Europe/Berlin"), receivedAt: received)
        #expect(
            result.calls.map { $0.times.start?.description } == [
                "2026-12-31T09:01:00+01:00", "2027-01-01T09:01:00+01:00", "2026-02-01T09:01:00+01:00",
            ])
    }

    @Test("a collector's date in front gives the year, the nearest one")
    func collectorDate() throws {
        let result = try SMDRResult(
            ["@20250312@ " + SMDRRecord().text, "@20260101@ " + SMDRRecord(date: "12/31").text], year: nil)
        #expect(
            result.calls.map { $0.times.start?.wallClock.date.description } == ["2025-03-12", "2025-12-31"])
    }

    @Test(
        "the long call mark is compared with the duration",
        arguments: [
            (" ", "00:04:59", true), ("-", "00:05:00", true), ("-", "00:09:59", true), ("%", "00:10:00", true),
            ("+", "00:30:00", true), (" ", "00:05:00", false), ("+", "00:29:59", false), ("%", "00:30:00", false),
        ])
    func mark(_ mark: String, _ duration: String, _ agrees: Bool) throws {
        let call = try #require(try SMDRResult(SMDRRecord().with(mark, at: 1)[.duration, duration]).calls.first)
        #expect(call.kind.flags.contains(.unusual) == !agrees)
        // A collector that cuts the mark off proves nothing.
        let cut = String(SMDRRecord()[.duration, duration].text.dropFirst())
        #expect(try SMDRResult([cut]).calls.first?.kind.flags.contains(.unusual) == false)
    }
}

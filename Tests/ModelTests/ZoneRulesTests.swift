import ECASModel
import Testing

@Suite("Zone rules")
struct ZoneRulesTests {
    let berlin: ZoneRules
    let newYork: ZoneRules
    let lordHowe: ZoneRules

    init() throws {
        berlin = try #require(ZoneRules(name: "Europe/Berlin"))
        newYork = try #require(ZoneRules(name: "America/New_York"))
        // Clocks change by half an hour there.
        lordHowe = try #require(ZoneRules(name: "Australia/Lord_Howe"))
    }

    @Test("an unknown name gives no zone")
    func unknownName() {
        #expect(ZoneRules(name: "Mars/Olympus_Mons") == nil)
    }

    @Test("a reading in winter and one in summer have the offsets of the season")
    func seasons() throws {
        let winter = try #require(WallClock(year: 2026, month: 1, day: 15, hour: 12))
        let summer = try #require(WallClock(year: 2026, month: 7, day: 15, hour: 12))
        #expect(berlin.local(winter).description == "2026-01-15T12:00:00+01:00")
        #expect(berlin.local(summer).description == "2026-07-15T12:00:00+02:00")
        #expect(newYork.local(summer).description == "2026-07-15T12:00:00-04:00")
        #expect(ZoneRules.utc.local(summer).description == "2026-07-15T12:00:00Z")
    }

    @Test("the hour skipped in spring has no meaning, and one defined instant")
    func skipped() throws {
        // 2026-03-29 01:00Z: 02:00 becomes 03:00 in Berlin.
        let reading = try #require(WallClock(year: 2026, month: 3, day: 29, hour: 2, minute: 30))
        #expect(berlin.resolve(reading) == .skipped(before: UTCOffset(seconds: 3600)))
        #expect(berlin.local(reading).instant == Instant(seconds: 1_774_747_800))
        let before = try #require(WallClock(year: 2026, month: 3, day: 29, hour: 1, minute: 59, second: 59))
        let after = try #require(WallClock(year: 2026, month: 3, day: 29, hour: 3))
        #expect(berlin.resolve(before) == .unique(UTCOffset(seconds: 3600)))
        #expect(berlin.resolve(after) == .unique(UTCOffset(seconds: 7200)))
    }

    @Test("the hour repeated in autumn has two meanings, and the first pass is taken")
    func repeated() throws {
        // 2026-10-25 01:00Z: 03:00 becomes 02:00 in Berlin.
        let reading = try #require(WallClock(year: 2026, month: 10, day: 25, hour: 2, minute: 30))
        #expect(
            berlin.resolve(reading)
                == .repeated(first: UTCOffset(seconds: 7200), second: UTCOffset(seconds: 3600)))
        #expect(berlin.local(reading).description == "2026-10-25T02:30:00+02:00")
        let after = try #require(WallClock(year: 2026, month: 10, day: 25, hour: 3))
        #expect(berlin.resolve(after) == .unique(UTCOffset(seconds: 3600)))
    }

    @Test("west of Greenwich the edges are the same")
    func edgesInNewYork() throws {
        // 2026-03-08 07:00Z and 2026-11-01 06:00Z.
        let spring = try #require(WallClock(year: 2026, month: 3, day: 8, hour: 2, minute: 15))
        let autumn = try #require(WallClock(year: 2026, month: 11, day: 1, hour: 1, minute: 15))
        #expect(newYork.resolve(spring) == .skipped(before: UTCOffset(seconds: -18000)))
        #expect(
            newYork.resolve(autumn)
                == .repeated(first: UTCOffset(seconds: -14400), second: UTCOffset(seconds: -18000)))
    }

    @Test("a change by half an hour skips and repeats half an hour")
    func halfHour() throws {
        // 2026-04-04 15:00Z: 02:00 becomes 01:30.
        let repeated = try #require(WallClock(year: 2026, month: 4, day: 5, hour: 1, minute: 45))
        let single = try #require(WallClock(year: 2026, month: 4, day: 5, hour: 1, minute: 15))
        #expect(
            lordHowe.resolve(repeated)
                == .repeated(first: UTCOffset(seconds: 39600), second: UTCOffset(seconds: 37800)))
        #expect(lordHowe.resolve(single) == .unique(UTCOffset(seconds: 39600)))
    }

    @Test("a call over a clock change has its real length and the right end")
    func advance() throws {
        let start = berlin.local(try #require(WallClock(year: 2026, month: 10, day: 25, hour: 2, minute: 50)))
        let end = berlin.advance(start, bySeconds: 1800)
        #expect(end.description == "2026-10-25T02:20:00+01:00")
    }

    @Test("the cache gives what the rules give, at every quarter of an hour around the changes")
    func cache() throws {
        for rules in [berlin, newYork, lordHowe] {
            var cache = ZoneOffsetCache(rules: rules)
            for first in [(2026, 3, 1), (2026, 10, 20), (1999, 12, 30)] {
                var reading = try #require(WallClock(year: first.0, month: first.1, day: first.2))
                for _ in 0..<(45 * 96) {
                    #expect(cache.local(reading) == rules.local(reading))
                    let instant = Instant(milliseconds: reading.milliseconds)
                    #expect(cache.local(instant) == rules.local(instant))
                    reading = reading.advanced(bySeconds: 900)
                }
            }
        }
    }

    @Test("without a zone a reading keeps no offset, and an instant is shown in UTC")
    func withoutZone() throws {
        var cache = ZoneOffsetCache(rules: nil)
        let reading = try #require(WallClock(year: 2026, month: 3, day: 11, hour: 10))
        #expect(cache.local(reading).description == "2026-03-11T10:00:00")
        #expect(cache.local(reading).instant == nil)
        #expect(cache.local(Instant(seconds: 0)).description == "1970-01-01T00:00:00Z")
    }
}

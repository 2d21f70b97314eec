import ECASModel
import Testing

@Suite("Wall clock and civil dates")
struct WallClockTests {
    @Test("every day from 1899 to 2105 is counted and taken apart as its neighbours say")
    func everyDay() throws {
        var count = try #require(CivilDate(year: 1899, month: 1, day: 1)).daysSince1970
        for year in 1899...2105 {
            for month in 1...12 {
                for day in 1...CivilDate.days(inMonth: month, ofYear: year) {
                    let date = try #require(CivilDate(year: year, month: month, day: day))
                    #expect(date.daysSince1970 == count)
                    #expect(date.parts == (year, month, day))
                    count += 1
                }
            }
        }
    }

    @Test("known days have their known numbers and weekdays")
    func knownDays() throws {
        #expect(CivilDate(year: 1970, month: 1, day: 1)?.daysSince1970 == 0)
        #expect(CivilDate(year: 2000, month: 3, day: 1)?.daysSince1970 == 11017)
        #expect(CivilDate(year: 1970, month: 1, day: 1)?.weekday == 4)
        #expect(CivilDate(year: 2026, month: 11, day: 22)?.weekday == 7)
        #expect(CivilDate(year: 1969, month: 12, day: 28)?.weekday == 7)
    }

    @Test(
        "what is no date or time of day gives nothing",
        arguments: [
            (2026, 2, 29, 0, 0, 0), (2100, 2, 29, 0, 0, 0), (2026, 13, 1, 0, 0, 0), (2026, 0, 1, 0, 0, 0),
            (2026, 4, 31, 0, 0, 0), (2026, 1, 0, 0, 0, 0), (2026, 1, 1, 24, 0, 0), (2026, 1, 1, 0, 60, 0),
            (2026, 1, 1, 0, 0, 60), (2026, 1, 1, -1, 0, 0), (0, 1, 1, 0, 0, 0), (10000, 1, 1, 0, 0, 0),
        ])
    func impossible(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        #expect(WallClock(year: year, month: month, day: day, hour: hour, minute: minute, second: second) == nil)
    }

    @Test("a reading before 1970 keeps its day and its second")
    func before1970() throws {
        let reading = try #require(WallClock(year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 58))
        #expect(reading.milliseconds == -2000)
        #expect(reading.description == "1969-12-31T23:59:58")
        #expect(reading.hour == 23)
    }

    @Test("a fraction is printed only if there is one")
    func fraction() {
        #expect(WallClock(milliseconds: 1_500).description == "1970-01-01T00:00:01.500")
        #expect(WallClock(milliseconds: 2_000).description == "1970-01-01T00:00:02")
    }
}

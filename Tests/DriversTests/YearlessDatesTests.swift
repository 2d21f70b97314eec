import ECASDrivers
import ECASModel
import Foundation
import Testing

@Suite("Dates without a year")
struct YearlessDatesTests {
    /// Month, day and the date expected.
    typealias Step = (month: Int, day: Int, date: String?)

    func read(_ steps: [Step], order: YearlessDates.Order, from year: Int?) throws {
        let dates = YearlessDates(firstYear: year, order: order)
        var memory = YearlessDates.Memory()
        for step in steps {
            let date = dates.date(
                month: step.month, day: step.day, secondOfDay: 0, receivedAt: nil, memory: &memory)
            #expect(date?.description == step.date, "\(step)")
            // A restart changes nothing.
            memory = try JSONDecoder().decode(YearlessDates.Memory.self, from: JSONEncoder().encode(memory))
        }
    }

    @Test("go forwards from the first year; a step back by more than half a year is the next one")
    func forwards() throws {
        try read(
            [
                (3, 3, "2026-03-03"), (2, 17, "2026-02-17"), (11, 20, "2026-11-20"), (12, 31, "2026-12-31"),
                (1, 1, "2027-01-01"), (12, 31, "2026-12-31"), (12, 28, "2026-12-28"), (1, 2, "2027-01-02"),
                (12, 20, "2027-12-20"), (7, 10, "2027-07-10"),
            ], order: .forward, from: 2026)
    }

    @Test("closest to the date before")
    func closest() throws {
        try read(
            [
                (3, 3, "2026-03-03"), (11, 20, "2025-11-20"), (12, 31, "2025-12-31"), (1, 1, "2026-01-01"),
                (12, 31, "2025-12-31"), (1, 2, "2026-01-02"),
            ], order: .closest, from: 2026)
    }

    @Test("a 29 February outside a leap year is of the last one, and changes nothing for what follows")
    func leapDay() throws {
        try read(
            [
                (2, 28, "2026-02-28"), (2, 29, "2024-02-29"), (3, 1, "2026-03-01"), (12, 1, "2026-12-01"),
                (1, 5, "2027-01-05"), (12, 20, "2027-12-20"), (2, 29, "2028-02-29"), (3, 1, "2028-03-01"),
            ], order: .forward, from: 2026)
    }

    @Test("days that there are not, and years that nothing tells, are absent")
    func absent() throws {
        try read([(2, 30, nil), (13, 1, nil), (0, 1, nil), (1, 0, nil), (4, 31, nil)], order: .forward, from: 2026)
        try read([(1, 1, nil)], order: .forward, from: nil)
        try read([(1, 1, nil)], order: .closest, from: .max)
        try read([(1, 1, nil)], order: .forward, from: .min)
    }

    @Test(
        "by the reception: the year before if it would lie more than a day ahead",
        arguments: [
            ((1, 1, 0), "2027-01-01"), ((1, 2, 30), "2027-01-02"), ((1, 2, 31), "2026-01-02"),
            ((12, 31, 0), "2026-12-31"),
            ((2, 29, 0), "2024-02-29"),
        ])
    func reception(_ date: (month: Int, day: Int, second: Int), _ expected: String) throws {
        let received = try #require(WallClock(year: 2027, month: 1, day: 1, second: 30))
        var memory = YearlessDates.Memory()
        let found = YearlessDates(firstYear: nil, order: .forward).date(
            month: date.month, day: date.day, secondOfDay: date.second, receivedAt: received, memory: &memory)
        #expect(found?.description == expected)
        #expect(memory == YearlessDates.Memory())
    }

    @Test("beside a full date: the nearest year, and what follows goes on from there")
    func besides() throws {
        let dates = YearlessDates(firstYear: nil, order: .forward)
        var memory = YearlessDates.Memory()
        let full = try #require(CivilDate(year: 2026, month: 1, day: 1))
        #expect(dates.date(month: 12, day: 31, besides: full, memory: &memory)?.description == "2025-12-31")
        #expect(dates.date(month: 1, day: 2, besides: full, memory: &memory)?.description == "2026-01-02")
        let next = dates.date(month: 3, day: 4, secondOfDay: 0, receivedAt: nil, memory: &memory)
        #expect(next?.description == "2026-03-04")
    }
}

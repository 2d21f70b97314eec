/// What a clock on the wall shows: a date of the Gregorian calendar and a time of day, without a zone.
///
/// Kept as one count of milliseconds, so that adding and comparing cost one instruction; the parts are computed when
/// asked for, by the day-count arithmetic of the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms").
public struct WallClock: Hashable, Comparable, Sendable {
    /// Milliseconds from 1970-01-01T00:00:00 to this reading, as if every day had 86,400 seconds.
    public let milliseconds: Int64

    /// Makes a reading from its count of milliseconds since 1970-01-01T00:00:00 of the same clock.
    @inlinable
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Makes a reading from its parts, or nothing if there is no such date or time of day.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - month: 1 to 12.
    ///   - day: 1 to the last of the month.
    ///   - hour: 0 to 23.
    ///   - minute: 0 to 59.
    ///   - second: 0 to 59.
    @inlinable
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard let date = CivilDate(year: year, month: month, day: day),
            UInt(bitPattern: hour) < 24, UInt(bitPattern: minute) < 60, UInt(bitPattern: second) < 60
        else { return nil }
        let secondOfDay = hour &* 3600 &+ minute &* 60 &+ second
        milliseconds = (Int64(date.daysSince1970) &* 86400 &+ Int64(secondOfDay)) &* 1000
    }

    /// The date part.
    public var date: CivilDate {
        CivilDate(daysSince1970: Int(milliseconds.flooredQuotient(by: 86_400_000)))
    }

    /// Seconds since midnight, 0 to 86,399.
    public var secondOfDay: Int {
        Int((milliseconds - milliseconds.flooredQuotient(by: 86_400_000) * 86_400_000) / 1000)
    }

    /// The hour, 0 to 23.
    public var hour: Int { secondOfDay / 3600 }

    /// The minute, 0 to 59.
    public var minute: Int { secondOfDay / 60 % 60 }

    /// The second, 0 to 59.
    public var second: Int { secondOfDay % 60 }

    /// The reading that many seconds later, or earlier if negative.
    @inlinable
    public func advanced(bySeconds distance: Int64) -> Self { Self(milliseconds: milliseconds &+ distance &* 1000) }

    /// Earlier readings come first.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

extension WallClock: CustomStringConvertible {
    /// ISO 8601 without a zone, to the second: `2026-03-11T10:00:00`; a fraction follows only if there is one.
    public var description: String {
        let date = date
        let fraction = milliseconds - milliseconds.flooredQuotient(by: 1000) * 1000
        let clock = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
        return "\(date)T\(clock)" + (fraction == 0 ? "" : ".\(padded(Int(fraction), 3))")
    }
}

/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days from 1970-01-01 to this one; negative before.
    public let daysSince1970: Int

    /// Makes a day from its distance to 1970-01-01.
    @inlinable
    public init(daysSince1970: Int) {
        self.daysSince1970 = daysSince1970
    }

    /// Makes a day from its parts, or nothing if there is no such day.
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard UInt(bitPattern: year &- 1) < 9999, UInt(bitPattern: month &- 1) < 12, day >= 1,
            day <= Self.days(inMonth: month, ofYear: year)
        else { return nil }
        let shifted = month > 2 ? year : year &- 1
        let era = shifted / 400
        let yearOfEra = shifted &- era &* 400
        let dayOfYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
        let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
        daysSince1970 = era &* 146_097 &+ dayOfEra &- 719_468
    }

    /// The year, month (1 to 12) and day (1 to 31).
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The weekday, 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int {
        let shifted = (daysSince1970 + 3) % 7
        return (shifted < 0 ? shifted + 7 : shifted) + 1
    }

    /// How many days a month (1 to 12) has; the year decides on 29 February.
    @inlinable
    public static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a 29 February.
    @inlinable
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Earlier days come first.
    public static func < (left: Self, right: Self) -> Bool { left.daysSince1970 < right.daysSince1970 }

    /// ISO 8601: `2026-03-11`.
    public var description: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

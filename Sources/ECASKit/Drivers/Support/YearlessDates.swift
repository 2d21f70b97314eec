public import ECASModel

/// Finds the year of dates that are printed as month and day only.
///
/// Three things can tell it, in this order: the year of the first record, given from outside (an old file is read); the
/// time of reception (a live stream, or a file of known age); a date with a year that the stream itself printed.
public struct YearlessDates: Hashable, Sendable {
    /// What a date means that is read after others of the same stream, when the year does not come from the reception.
    public enum Order: Hashable, Sendable {
        /// Dates go forward: a step back by more than half a year is the next year, and a step forward stays in the
        /// year however long it is. Only a date of the last days of December read in the first days of January, at
        /// most a week apart, is of the old year: a long call that ended in the new one.
        case forward
        /// Each date has the year that brings it closest to the date before it.
        case closest
    }

    /// What must be remembered of a stream to go on in its middle.
    public struct Memory: Hashable, Sendable, Codable {
        /// The year reached.
        public var year: Int?
        /// Where in the year, 1 to 366 with a 29 February in every year.
        public var dayOfYear: Int?

        /// Makes the memory of a stream of which nothing was read.
        public init() {}
    }

    /// The year of the first record, if it is given.
    public let firstYear: Int?
    /// How dates follow each other.
    public let order: Order

    /// Makes a rule.
    public init(firstYear: Int?, order: Order) {
        self.firstYear = firstYear
        self.order = order
    }

    /// The date of a month and day.
    ///
    /// By the reception, the year is that of the reception, or the one before if the date would else lie more than a
    /// day after it. A 29 February that falls into a year without one is of the last leap year before; it changes
    /// nothing for the dates that follow.
    ///
    /// - Parameters:
    ///   - month: 1 to 12.
    ///   - day: 1 to 31.
    ///   - secondOfDay: the time of day in seconds, for comparison with the time of reception.
    ///   - receivedAt: when the record was received, on the clocks of the PBX's zone.
    ///   - memory: what is remembered of the stream.
    /// - Returns: the date, or nothing if no year has such a day, or if nothing tells the year.
    public func date(
        month: Int, day: Int, secondOfDay: Int, receivedAt: WallClock?, memory: inout Memory
    ) -> CivilDate? {
        guard let dayOfYear = Self.dayOfYear(month: month, day: day) else { return nil }
        if firstYear == nil, let receivedAt {
            let year = receivedAt.date.parts.year
            if let date = CivilDate(year: year, month: month, day: day) {
                let seconds = Int64(date.daysSince1970) &* 86_400 &+ Int64(secondOfDay)
                if seconds &* 1000 <= receivedAt.milliseconds &+ 86_400_000 { return date }
            }
            return Self.latestDate(year: year - 1, month: month, day: day)
        }
        guard var year = memory.year ?? firstYear else { return nil }
        if let last = memory.dayOfYear {
            let step = dayOfYear - last
            if step < -Self.halfYear {
                year &+= 1
            } else if step > Self.halfYear, order == .closest || Self.daysInYear - step <= 7 {
                year &-= 1
                // Forward, a long call of the old year does not take the stream back into it.
                if order == .forward { return Self.latestDate(year: year, month: month, day: day) }
            }
        }
        if let date = CivilDate(year: year, month: month, day: day) {
            memory.year = year
            memory.dayOfYear = dayOfYear
            return date
        }
        return Self.latestDate(year: year, month: month, day: day)
    }

    /// The date of a month and day that stand beside a full date, such as the one of the collector that received them.
    ///
    /// The year is the one that brings them closest together. Dates that follow go on from here.
    ///
    /// - Parameters:
    ///   - month: 1 to 12.
    ///   - day: 1 to 31.
    ///   - full: the date with a year.
    ///   - memory: what is remembered of the stream.
    /// - Returns: the date, or nothing if no year has such a day.
    public func date(month: Int, day: Int, besides full: CivilDate, memory: inout Memory) -> CivilDate? {
        let (fullYear, fullMonth, fullDay) = full.parts
        guard let dayOfYear = Self.dayOfYear(month: month, day: day),
            let fullDayOfYear = Self.dayOfYear(month: fullMonth, day: fullDay)
        else { return nil }
        let step = dayOfYear - fullDayOfYear
        let year = step < -Self.halfYear ? fullYear + 1 : step > Self.halfYear ? fullYear - 1 : fullYear
        guard let date = CivilDate(year: year, month: month, day: day) else {
            return Self.latestDate(year: year, month: month, day: day)
        }
        memory.year = year
        memory.dayOfYear = dayOfYear
        return date
    }

    private static let daysInYear = 366
    private static let halfYear = 183

    /// The day's number in a leap year, or nothing if no year has such a day.
    private static func dayOfYear(month: Int, day: Int) -> Int? {
        guard month >= 1, month <= 12, day >= 1, day <= CivilDate.days(inMonth: month, ofYear: 2000) else { return nil }
        let shifted = month > 2 ? month - 3 : month + 9
        let fromMarch = (153 * shifted + 2) / 5 + day
        return month > 2 ? fromMarch + 60 : fromMarch - 306
    }

    /// The date in the year, or in the last year before that has it.
    private static func latestDate(year: Int, month: Int, day: Int) -> CivilDate? {
        // No two leap years are more than eight years apart.
        for candidate in stride(from: year, through: year &- 8, by: -1) {
            if let date = CivilDate(year: candidate, month: month, day: day) { return date }
        }
        return nil
    }
}

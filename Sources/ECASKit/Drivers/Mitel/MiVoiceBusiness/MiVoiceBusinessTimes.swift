import ECASModel

/// Date, start time and duration of a record as printed.
struct MiVoiceBusinessTimes {
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    let hasSeconds: Bool
    /// Whether a `P` stands behind the time.
    let isAfternoon: Bool
    /// Talk time in seconds.
    let duration: Int
    /// Whether the counter reached its ceiling.
    let isCeiling: Bool

    /// Reads the head, or says what cannot be so.
    static func read(
        _ line: MiVoiceBusinessColumns, _ head: MiVoiceBusinessHead
    ) -> Result<MiVoiceBusinessTimes, MiVoiceBusinessFault> {
        let text = line.fromDate
        let afterTime = head.hasSeconds ? 14 : 11
        let duration = afterTime + 2
        let afterHours = duration + (head.hasLongDuration ? 4 : 2)
        guard let month = text.twoDigits(at: 0), let day = text.twoDigits(at: 3),
            month >= 1, month <= 12, day >= 1, day <= CivilDate.days(inMonth: month, ofYear: 2000)
        else { return .failure(.date) }
        guard let hour = text.twoDigits(at: 6), let minute = text.twoDigits(at: 9),
            let second = head.hasSeconds ? text.twoDigits(at: 12) : 0, hour < 24, minute < 60, second < 60
        else { return .failure(.time) }
        guard let hours = text[duration..<afterHours].unsignedInteger(),
            let minutes = text.twoDigits(at: afterHours + 1), let seconds = text.twoDigits(at: afterHours + 4),
            minutes < 60 || minutes == 99, seconds < 60 || seconds == 99
        else { return .failure(.duration(column: duration + 2)) }
        // Above the ceiling some releases print 99:99:99, others stay at 99:59:59.
        let total = hours * 3600 + min(minutes, 59) * 60 + min(seconds, 59)
        return .success(
            MiVoiceBusinessTimes(
                month: month, day: day, hour: hour, minute: minute, second: second, hasSeconds: head.hasSeconds,
                isAfternoon: text[afterTime] != 0x20, duration: total,
                isCeiling: minutes == 99 || seconds == 99 || total == 359_999))
    }

    /// Fills in what the record says of the phases of the call.
    func fill(_ times: inout CallTimes, _ answer: MiVoiceBusinessTimeToAnswer.Answer) {
        times.precision = hasSeconds ? .second : .minute
        times.durationSeconds = Int32(duration)
        if isCeiling { times.marks.insert(.counterOverflow) }
        if case .seconds(let seconds) = answer { times.ringSeconds = Int32(seconds) }
    }

    /// The hour from 0 to 23.
    ///
    /// - Parameters:
    ///   - setting: whether the clock is set to have twelve hours.
    ///   - remembered: whether earlier records showed twelve; changed if this one shows it.
    /// - Returns: the hour on a clock of 24 hours.
    func hour(setting: Bool?, remembered: inout Bool?) -> Int {
        if hour == 0 || hour > 12 {
            remembered = isAfternoon ? remembered : false
            return hour == 0 && isAfternoon ? 12 : hour
        }
        if isAfternoon {
            remembered = true
            return hour == 12 ? 12 : hour + 12
        }
        // Twelve o'clock without a mark is midnight on a clock of twelve hours and noon on one of twenty-four.
        return hour == 12 && (setting ?? remembered ?? false) ? 0 : hour
    }
}

/// What cannot be in a record's head.
enum MiVoiceBusinessFault: Error {
    case date
    case time
    case duration(column: Int)

    var reason: MalformedReason {
        switch self {
        case .date: MalformedReason("unusable-date", "There is no such month and day.", position: 1)
        case .time: MalformedReason("unusable-time", "There is no such time of day.", position: 7)
        case .duration(let column):
            MalformedReason("unusable-duration", "There is no such duration.", position: column - 1)
        }
    }
}

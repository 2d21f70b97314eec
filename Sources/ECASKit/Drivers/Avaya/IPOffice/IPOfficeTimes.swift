import ECASModel

/// The times of a call record.
enum IPOfficeTimes {
    /// A number of seconds after a time of the PBX's clock.
    static func moment(_ time: LocalTime, plus seconds: Int64, zone: inout ZoneOffsetCache) -> LocalTime {
        guard seconds != 0 else { return time }
        guard let instant = time.instant else { return time.advanced(bySeconds: seconds) }
        return zone.local(instant.advanced(bySeconds: seconds))
    }
}

extension IPOfficeCallBuilder {
    /// Start as printed, answer and end by what is printed or by the lengths of this part and those before it.
    func addTimes(
        to call: inout CallRecord, start: (time: WallClock, hasSeconds: Bool), part: IPOfficeParts.Part?,
        receivedAt: Instant?, zone: inout ZoneOffsetCache
    ) {
        call.times.durationSeconds = values.connected
        call.times.ringSeconds = values.ring
        call.times.holdSeconds = values.hold
        call.times.parkSeconds = values.park
        guard start.time != IPOfficeValues.unsetClock else {
            call.times.precision = .clockNotSynchronised
            if let receivedAt { call.times.start = zone.local(receivedAt) }
            return
        }
        let begin = zone.local(start.time)
        let offset = Int64(part?.begin ?? 0)
        call.times.start = begin
        if values.connected > 0 {
            call.times.answer = IPOfficeTimes.moment(begin, plus: offset + Int64(values.ring), zone: &zone)
            if offset > 0 { call.times.precision = .approximate }
        }
        if let printed = recordTime(notBefore: begin, zone: &zone) {
            call.times.end = printed
            if isBefore(printed, begin) { call.times.marks.insert(.clockStep) }
        } else {
            call.times.end = IPOfficeTimes.moment(begin, plus: offset + values.length, zone: &zone)
            if offset + values.length > 0 { call.times.precision = .approximate }
        }
        if !start.hasSeconds { call.times.precision = .minute }
    }

    /// When the record was made, which is when the part ended.
    private func recordTime(notBefore start: LocalTime, zone: inout ZoneOffsetCache) -> LocalTime? {
        guard let (time, _) = IPOfficeValues.wallClock(fields[IPOfficeField.recordTime]),
            time != IPOfficeValues.unsetClock
        else { return nil }
        if settings.recordTimeIsUTC { return zone.local(Instant(milliseconds: time.milliseconds)) }
        let local = zone.local(time)
        // In the hour that comes twice in autumn, a call that would end before it begins ended in the second pass.
        if isBefore(local, start), let rules = zone.rules, case .repeated(_, let second) = rules.resolve(time) {
            return LocalTime(wallClock: time, offset: second)
        }
        return local
    }

    private func isBefore(_ time: LocalTime, _ other: LocalTime) -> Bool {
        if let instant = time.instant, let otherInstant = other.instant { return instant < otherInstant }
        return time.wallClock < other.wallClock
    }
}

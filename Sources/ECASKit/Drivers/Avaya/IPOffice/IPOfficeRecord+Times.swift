import ECASModel

extension IPOfficeRecord {
    /// Start as printed, answer and end by what is printed or by the lengths of this part and those before it.
    @inline(__always)
    func fill(
        _ times: inout CallTimes, part: IPOfficeParts.Place?, receivedAt: Instant?, _ settings: Settings,
        zone: inout ZoneOffsetCache
    ) {
        times.durationSeconds = connected
        times.ringSeconds = ring
        times.holdSeconds = hold
        times.parkSeconds = park
        guard start.time != IPOfficeValues.unsetClock else {
            times.precision = .clockNotSynchronised
            if let receivedAt { times.start = zone.local(receivedAt) }
            return
        }
        let begin = zone.local(start.time)
        let offset = Int64(part?.begin ?? 0)
        times.start = begin
        if connected > 0 {
            times.answer = Self.moment(begin, plus: offset + Int64(ring), zone: &zone)
            if offset > 0 { times.precision = .approximate }
        }
        if let printed = recordTime(notBefore: begin, settings, zone: &zone) {
            times.end = printed
            if isBefore(printed, begin) { times.marks.insert(.clockStep) }
        } else {
            times.end = Self.moment(begin, plus: offset + length, zone: &zone)
            if offset + length > 0 { times.precision = .approximate }
        }
        if !start.hasSeconds { times.precision = .minute }
    }

    /// When the record was made, which is when the part ended.
    @inline(__always)
    private func recordTime(
        notBefore start: LocalTime, _ settings: Settings, zone: inout ZoneOffsetCache
    ) -> LocalTime? {
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

    /// A number of seconds after a time of the PBX's clock.
    @inline(__always)
    private static func moment(_ time: LocalTime, plus seconds: Int64, zone: inout ZoneOffsetCache) -> LocalTime {
        guard seconds != 0 else { return time }
        guard let instant = time.instant else { return time.advanced(bySeconds: seconds) }
        return zone.local(instant.advanced(bySeconds: seconds))
    }
}

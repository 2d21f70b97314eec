/// The distance of a wall clock from UTC, in seconds; positive east of Greenwich.
public struct UTCOffset: Hashable, Sendable, CustomStringConvertible {
    /// Seconds to add to UTC to get the wall clock.
    public let seconds: Int32

    /// Makes an offset from seconds.
    @inlinable
    public init(seconds: Int32) {
        self.seconds = seconds
    }

    /// UTC itself.
    public static let utc = UTCOffset(seconds: 0)

    /// RFC 3339: `Z`, `+01:00`, `-03:30`.
    public var description: String {
        guard seconds != 0 else { return "Z" }
        let minutes = abs(seconds) / 60
        let hour = minutes / 60
        let minute = minutes % 60
        return "\(seconds < 0 ? "-" : "+")\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

/// An instant as the wall clock of a PBX showed it, with the clock's distance from UTC when the zone is known.
///
/// Records that carry only a wall clock reading and no configured zone keep the reading and have no ``instant``.
public struct LocalTime: Hashable, Sendable {
    /// What the clock showed.
    public let wallClock: WallClock
    // `Int32.min` stands for "unknown": an optional here would make every time of a call record 8 bytes larger.
    @usableFromInline let offsetSeconds: Int32

    /// Makes a time from a reading and the clock's distance from UTC.
    @inlinable
    public init(wallClock: WallClock, offset: UTCOffset?) {
        self.wallClock = wallClock
        offsetSeconds = offset?.seconds ?? Int32.min
    }

    /// Makes the time that a clock with this distance from UTC shows at an instant.
    @inlinable
    public init(instant: Instant, offset: UTCOffset) {
        wallClock = WallClock(milliseconds: instant.milliseconds &+ Int64(offset.seconds) &* 1000)
        offsetSeconds = offset.seconds
    }

    /// The clock's distance from UTC, absent if the zone is not known.
    @inlinable
    public var offset: UTCOffset? { offsetSeconds == Int32.min ? nil : UTCOffset(seconds: offsetSeconds) }

    /// The point in time, absent if the zone is not known.
    @inlinable
    public var instant: Instant? {
        offsetSeconds == Int32.min
            ? nil : Instant(milliseconds: wallClock.milliseconds &- Int64(offsetSeconds) &* 1000)
    }

    /// The time that many seconds later on the same clock; a change of the offset in between is not looked at.
    ///
    /// Use ``ZoneRules/advance(_:bySeconds:)`` where a clock change may lie in between.
    @inlinable
    public func advanced(bySeconds distance: Int64) -> Self {
        LocalTime(wallClock: wallClock.advanced(bySeconds: distance), offset: offset)
    }
}

extension LocalTime: CustomStringConvertible {
    /// RFC 3339 (`2026-03-11T10:00:00+01:00`), without the offset where it is unknown.
    public var description: String { "\(wallClock)\(offset?.description ?? "")" }
}

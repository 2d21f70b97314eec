private import Foundation

/// When a place's clocks change and how far from UTC they are.
///
/// The rules come from Foundation's time zone data once, as a table of clock changes from 1970 to 2100; after that a
/// conversion is a search in a small array, without Foundation, and usually not even that: ``ZoneOffsetCache``
/// remembers the stretch it was in last.
public struct ZoneRules: Hashable, Sendable {
    /// The name in the IANA time zone database, or `UTC`.
    public let name: String
    /// Instants at which a new offset begins, in seconds since 1970-01-01T00:00:00Z, ascending.
    let changes: [Int64]
    /// `offsets[0]` holds before the first change, `offsets[i + 1]` from change `i` on; seconds east of Greenwich.
    let offsets: [Int32]

    /// UTC: no changes, no distance.
    public static let utc = ZoneRules(name: "UTC", changes: [], offsets: [0])

    init(name: String, changes: [Int64], offsets: [Int32]) {
        self.name = name
        self.changes = changes
        self.offsets = offsets
    }

    /// Looks up a zone by its IANA name (`Europe/Berlin`), or gives nothing if there is no such zone.
    ///
    /// Costs some milliseconds; make one and keep it.
    public init?(name: String) {
        if name == "UTC" {
            self = .utc
            return
        }
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.name = name
        var changes: [Int64] = []
        var offsets = [Int32(zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0)))]
        var moment = Date(timeIntervalSince1970: 0)
        let horizon = Date(timeIntervalSince1970: 4_102_444_800)
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next > moment, next < horizon {
            let offset = Int32(zone.secondsFromGMT(for: next.addingTimeInterval(1)))
            if offset != offsets[offsets.count - 1] {
                changes.append(Int64(next.timeIntervalSince1970.rounded()))
                offsets.append(offset)
            }
            moment = next.addingTimeInterval(1)
        }
        self.changes = changes
        self.offsets = offsets
    }

    /// The offset in force at an instant.
    ///
    /// - Complexity: O(log of the number of clock changes).
    public func offset(at instant: Instant) -> UTCOffset {
        UTCOffset(seconds: offsets[stretch(containing: instant.seconds)])
    }

    /// The time that the clocks of this place show at an instant.
    public func local(_ instant: Instant) -> LocalTime {
        LocalTime(instant: instant, offset: offset(at: instant))
    }

    /// The time `distance` seconds later, or earlier if negative, seen on the clocks of this place.
    public func advance(_ time: LocalTime, bySeconds distance: Int64) -> LocalTime {
        guard let instant = time.instant else { return time.advanced(bySeconds: distance) }
        return local(instant.advanced(bySeconds: distance))
    }

    /// What a reading of this place's clocks can mean: usually one instant, none in the hour that is skipped in spring,
    /// two in the hour that is repeated in autumn.
    public func resolve(_ wallClock: WallClock) -> WallClockMeaning {
        let seconds = wallClock.milliseconds.flooredQuotient(by: 1000)
        // No offset is a full day, so every candidate lies in a stretch that begins or ends within a day of the reading.
        let first = stretch(containing: seconds - 86400)
        let last = stretch(containing: seconds + 86400)
        var candidates: [UTCOffset] = []
        for index in first...last {
            let instant = seconds - Int64(offsets[index])
            if stretch(containing: instant) == index {
                candidates.append(UTCOffset(seconds: offsets[index]))
            }
        }
        switch candidates.count {
        case 1: return .unique(candidates[0])
        case 0:
            let change = stretch(containing: seconds - Int64(offsets[first]))
            return .skipped(before: UTCOffset(seconds: offsets[max(0, change - 1)]))
        default: return .repeated(first: candidates[0], second: candidates[candidates.count - 1])
        }
    }

    /// The time of a reading, by one defined rule for the two edges: in the repeated hour the first pass is taken; in the
    /// skipped hour the offset before the change is, so that the instant is the one an unchanged clock would have shown.
    public func local(_ wallClock: WallClock) -> LocalTime {
        switch resolve(wallClock) {
        case .unique(let offset): LocalTime(wallClock: wallClock, offset: offset)
        case .repeated(let first, _): LocalTime(wallClock: wallClock, offset: first)
        case .skipped(let before): LocalTime(wallClock: wallClock, offset: before)
        }
    }

    /// Which offset is in force at a second since 1970, as an index into `offsets`.
    func stretch(containing second: Int64) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What a reading of a place's clocks can mean.
public enum WallClockMeaning: Hashable, Sendable {
    /// One instant.
    case unique(UTCOffset)
    /// Two instants: the clocks were put back, and the reading came twice.
    case repeated(first: UTCOffset, second: UTCOffset)
    /// No instant: the clocks were put forward over it. `before` was in force until then.
    case skipped(before: UTCOffset)
}

/// Conversions with ``ZoneRules`` for streams of records: remembers the stretch between two clock changes, so that the
/// next record of the same season costs two comparisons.
public struct ZoneOffsetCache: Sendable {
    /// The rules converted by; none where the zone is not known.
    public let rules: ZoneRules?
    private var offset: Int32 = 0
    // The stretch in which every reading has exactly one meaning: a day inside the clock changes on both sides.
    private var firstSecond: Int64 = .max
    private var lastSecond: Int64 = .min

    /// Makes an empty cache.
    public init(rules: ZoneRules?) {
        self.rules = rules
    }

    /// The time of a reading, by the rules of ``ZoneRules/local(_:)-(WallClock)``; without rules the offset is unknown.
    public mutating func local(_ wallClock: WallClock) -> LocalTime {
        let seconds = wallClock.milliseconds.flooredQuotient(by: 1000)
        // Looked at before the rules, which are counted references: there is no stretch without rules.
        if seconds >= firstSecond, seconds <= lastSecond {
            return LocalTime(wallClock: wallClock, offset: UTCOffset(seconds: offset))
        }
        guard let rules else { return LocalTime(wallClock: wallClock, offset: nil) }
        let time = rules.local(wallClock)
        remember(rules, around: seconds)
        return time
    }

    /// The time at an instant; without rules it is given in UTC.
    public mutating func local(_ instant: Instant) -> LocalTime {
        let seconds = instant.seconds
        if seconds >= firstSecond, seconds <= lastSecond {
            return LocalTime(instant: instant, offset: UTCOffset(seconds: offset))
        }
        guard let rules else { return LocalTime(instant: instant, offset: .utc) }
        remember(rules, around: seconds)
        return rules.local(instant)
    }

    private mutating func remember(_ rules: ZoneRules, around second: Int64) {
        let stretch = rules.stretch(containing: second)
        offset = rules.offsets[stretch]
        firstSecond = stretch == 0 ? .min : rules.changes[stretch - 1] + 86400
        lastSecond = stretch == rules.changes.count ? .max : rules.changes[stretch] - 86400
    }
}

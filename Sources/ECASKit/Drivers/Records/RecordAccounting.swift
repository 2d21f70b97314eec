/// What became of the records of a stream: `received = legs + supplements + skipped + malformed`.
public struct RecordAccounting: Hashable, Sendable {
    /// Raw records received.
    public private(set) var received = 0
    /// Bytes received, those skipped by the link included.
    public private(set) var bytes: UInt64 = 0
    /// Records that gave legs or are held back for a later one.
    public private(set) var legs = 0
    /// Call records that came out.
    public var calls = 0
    /// Records that say something of a call of another record.
    public private(set) var supplements = 0
    /// Records and stretches of bytes skipped, by kind.
    public private(set) var skipped: [SkipKind: Int] = [:]
    /// Records that were not understood.
    public private(set) var malformed = 0

    /// Makes an empty account.
    public init() {}

    /// Counts a raw record and what became of it.
    public mutating func count(_ outcome: RecordOutcome, wireLength: Int) {
        received += 1
        bytes += UInt64(wireLength)
        switch outcome {
        case .legs: legs += 1
        case .supplement: supplements += 1
        case .skipped(let kind): skipped[kind, default: 0] += 1
        case .malformed: malformed += 1
        }
    }

    /// Counts a raw record that gave legs: the usual outcome, without looking at its value.
    @inline(__always)
    mutating func countLegs(wireLength: Int) {
        received += 1
        bytes += UInt64(wireLength)
        legs += 1
    }

    /// Counts bytes that the link skipped: they are no record, but a kind.
    public mutating func countSkipped(_ kind: SkipKind, wireLength: Int) {
        bytes += UInt64(wireLength)
        skippedByLink += 1
        skipped[kind, default: 0] += 1
    }

    /// Stretches of bytes skipped by the link, part of ``skipped``.
    public private(set) var skippedByLink = 0

    /// Whether every record is accounted for.
    public var isBalanced: Bool {
        received + skippedByLink == legs + supplements + malformed + skipped.values.reduce(0, +)
    }
}

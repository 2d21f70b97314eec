import Crypto
import ECASCollection
import ECASDrivers
import ECASModel

/// What a raw record is recognised by when the PBX sends it again.
struct RecordContent: Hashable, Sendable {
    /// When the record says it happened; the day of its arrival if it does not say.
    let time: Instant
    /// A hash of the PBX's own key of the record, or else of all its bytes.
    let hash: UInt64
    /// Whether the PBX's own key was hashed: then the same again is a duplicate wherever it comes, while the same line
    /// twice in one stream may be two calls.
    let isOwnKey: Bool

    /// Makes the content of a record that gave a call, a supplement, or neither.
    init(of record: SpooledRecord, call: CallRecord?, supplement: CallSupplement?) {
        if let start = call?.times.start {
            time = start.instant ?? Instant(milliseconds: start.wallClock.milliseconds)
        } else if let measured = supplement?.quality.at {
            time = measured
        } else {
            let day = record.receivedAt.milliseconds / 86_400_000
            time = Instant(milliseconds: day * 86_400_000)
        }
        if let rowID = call?.identity.rowID ?? supplement?.rowID {
            hash = Self.hash(Array(rowID.utf8))
            isOwnKey = true
        } else {
            hash = Self.hash(record.bytes)
            isOwnKey = false
        }
    }

    private static func hash(_ bytes: [UInt8]) -> UInt64 {
        SHA256.hash(data: bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

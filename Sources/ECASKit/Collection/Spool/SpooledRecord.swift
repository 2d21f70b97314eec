public import ECASDrivers
public import ECASModel

/// A raw record between its source and the pipeline.
public struct SpooledRecord: Hashable, Sendable {
    /// The PBX it came from.
    public var pbx: PBXID
    /// The connection or file it came in.
    public var stream: StreamID
    /// Its number in the stream from 0.
    public var sequence: Int64
    /// When it was received.
    public var receivedAt: Instant
    /// Where in the stream it began, in bytes.
    public var offset: UInt64
    /// The number of its first line in the stream from 1.
    public var line: UInt64
    /// What is wrong with it as a record of the link; absent for a sound one.
    public var damage: RecordDamage?
    /// Whether it ended with the stream and not as its format wants.
    public var endedByStream: Bool
    /// Its bytes without the terminator.
    public var bytes: [UInt8]

    package init(
        pbx: PBXID, stream: StreamID, sequence: Int64, receivedAt: Instant, offset: UInt64, line: UInt64,
        damage: RecordDamage?, endedByStream: Bool, bytes: [UInt8]
    ) {
        self.pbx = pbx
        self.stream = stream
        self.sequence = sequence
        self.receivedAt = receivedAt
        self.offset = offset
        self.line = line
        self.damage = damage
        self.endedByStream = endedByStream
        self.bytes = bytes
    }
}

/// What stands in the spool at one place: a record, or the end of a stream.
public struct SpoolEntry: Hashable, Sendable {
    /// The place: rising within a spool.
    public let position: Int64
    /// What stands there.
    public let content: Content

    /// What can stand in a spool.
    public enum Content: Hashable, Sendable {
        /// A raw record.
        case record(SpooledRecord)
        /// No more records of this stream will come; `sequence` would have been the next one's.
        case endOfStream(StreamID, sequence: Int64)
    }
}

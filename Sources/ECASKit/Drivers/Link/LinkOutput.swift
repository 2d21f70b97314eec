/// What a link session found and wants done, in order, with the bytes of all its records in one buffer.
///
/// Sources use one output again and again (``removeAll()`` keeps the memory), so that a record costs no allocation.
public struct LinkOutput: Sendable {
    /// The bytes of the records in order, perhaps with what stood between them in the stream; events point into it.
    public private(set) var bytes: [UInt8] = []
    /// What happened, in order.
    public private(set) var events: [LinkEvent] = []

    /// Makes an empty output.
    public init() {}

    /// Forgets everything and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        events.removeAll(keepingCapacity: true)
    }

    /// Adds a record.
    ///
    /// - Parameters:
    ///   - record: its bytes without the terminator.
    ///   - wireLength: how many bytes of the stream it took, terminator included.
    ///   - offset: where in the stream it began, in bytes.
    ///   - line: the number of its first line in the stream from 1, or of the record in formats without lines.
    ///   - damage: what is wrong with it as a record of the link; such a record is stored, not parsed.
    public mutating func appendRecord(
        _ record: UnsafeBufferPointer<UInt8>, wireLength: Int, offset: UInt64, line: UInt64,
        damage: RecordDamage? = nil
    ) {
        let start = bytes.count
        bytes.append(contentsOf: record)
        events.append(
            .record(
                LinkRecord(
                    range: start..<bytes.count, wireLength: wireLength, offset: offset, line: line, damage: damage)))
    }

    /// Adds bytes in which records lie: many short records are copied at once, not one by one.
    ///
    /// - Returns: where in ``bytes`` the first of them is.
    package mutating func appendBytes(_ added: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.append(contentsOf: added)
        return bytes.count - added.count
    }

    /// Adds a sound record whose bytes were added before.
    ///
    /// - Parameters:
    ///   - range: where in ``bytes`` it lies, without the terminator.
    ///   - wireLength: how many bytes of the stream it took, terminator included.
    ///   - offset: where in the stream it began, in bytes.
    ///   - line: the number of its first line in the stream from 1, or of the record in formats without lines.
    @inline(__always)
    package mutating func appendRecord(at range: Range<Int>, wireLength: Int, offset: UInt64, line: UInt64) {
        events.append(
            .record(LinkRecord(range: range, wireLength: wireLength, offset: offset, line: line, damage: nil)))
    }

    /// Adds a record whose bytes are in an array.
    public mutating func appendRecord(
        _ record: [UInt8], wireLength: Int, offset: UInt64, line: UInt64, damage: RecordDamage? = nil
    ) {
        record.withUnsafeBufferPointer {
            appendRecord($0, wireLength: wireLength, offset: offset, line: line, damage: damage)
        }
    }

    /// Adds any other event.
    public mutating func append(_ event: LinkEvent) {
        events.append(event)
    }

    /// The bytes of a record of this output.
    public func bytes(of record: LinkRecord) -> ArraySlice<UInt8> { bytes[record.range] }
}

/// What a link session found or wants done.
public enum LinkEvent: Hashable, Sendable {
    /// A raw record: make it durable, then parse it.
    case record(LinkRecord)
    /// Bytes that belong to no record.
    case skipped(kind: SkipKind, length: Int, offset: UInt64)
    /// Send this now.
    case reply([UInt8])
    /// Send this as soon as every record before it is durable.
    case replyOnceDurable([UInt8])
    /// Close the connection; the reason is for the log.
    case close(reason: String)
}

/// Where a raw record lies in a ``LinkOutput`` and in its stream.
public struct LinkRecord: Hashable, Sendable {
    /// Its bytes in ``LinkOutput/bytes``, without the terminator.
    public let range: Range<Int>
    /// How many bytes of the stream it took, terminator included.
    public let wireLength: Int
    /// Where in the stream it began, in bytes.
    public let offset: UInt64
    /// The number of its first line from 1, or of the record in formats without lines.
    public let line: UInt64
    /// What is wrong with it as a record of the link; absent for a sound one.
    public let damage: RecordDamage?
}

/// What is wrong with a raw record as a record of its link.
///
/// Its bytes are kept; it is not parsed.
public enum RecordDamage: UInt8, Hashable, Sendable, Codable {
    /// It grew past the longest record of the format without an end; it comes in pieces, each with this mark.
    case overlong = 1
    /// The connection was cut, or the file ended, before the end of the record.
    case truncated = 2
    /// Its frame contradicts itself (length, checksum).
    case brokenFrame = 3

    /// The reason in words, for suspense and logs.
    public var reason: MalformedReason {
        switch self {
        case .overlong: MalformedReason("overlong", "The record has no end within the longest length of the format.")
        case .truncated: MalformedReason("truncated", "The stream ended within the record.")
        case .brokenFrame: MalformedReason("broken-frame", "The frame of the record contradicts itself.")
        }
    }
}

public import ECASModel

/// Finds the raw records in the bytes of one connection or file, and says what to answer.
///
/// A value without I/O: the source hands in what happened and carries out the events that come back. Every byte handed
/// in is accounted for: it is part of exactly one record (terminators count with their record) or of one stretch of
/// skipped bytes. What the bytes are cut into does not matter: one at a time gives the same records as all at once.
public protocol LinkSession: Sendable {
    /// The connection stands, or the file is open.
    mutating func connected(at now: Instant, into output: inout LinkOutput)

    /// Bytes came.
    mutating func receive(_ bytes: Span<UInt8>, at now: Instant, into output: inout LinkOutput)

    /// When the session wants ``tick(at:into:)`` if nothing else comes before; absent if it waits for bytes only.
    var nextTick: Instant? { get }

    /// The time asked for by ``nextTick`` has come.
    mutating func tick(at now: Instant, into output: inout LinkOutput)

    /// No more bytes will come: the connection is closed or cut, or the file has been read.
    mutating func endOfStream(at now: Instant, into output: inout LinkOutput)
}

extension LinkSession {
    /// Nothing is said first.
    public mutating func connected(at now: Instant, into output: inout LinkOutput) {}

    /// Waits for bytes only.
    public var nextTick: Instant? { nil }

    /// Nothing is timed.
    public mutating func tick(at now: Instant, into output: inout LinkOutput) {}
}

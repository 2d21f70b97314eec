public import ECASModel
public import Foundation

/// Reads raw records into legs.
///
/// A value without I/O. What it must remember of its stream (header line, date line, layout detected, records still
/// open) is its ``memory``: the pipeline stores it with each checkpoint, so that a restart goes on where it stopped.
public protocol RecordParser: Sendable {
    /// What a parser remembers of its stream. Bounded in size whatever comes.
    associatedtype Memory: Codable & Sendable

    /// What is remembered now.
    var memory: Memory { get set }

    /// Reads one record: adds exactly one outcome to the output, with the legs or supplements it gives.
    ///
    /// - Parameters:
    ///   - record: the record without its terminator; valid during the call only.
    ///   - context: where and when it came.
    ///   - output: takes what was found.
    mutating func parse(_ record: Span<UInt8>, _ context: RecordContext, into output: inout ParsedRecords)

    /// The stream has ended: gives up what was held back.
    mutating func finish(into output: inout ParsedRecords)
}

extension RecordParser {
    /// Holds nothing back.
    public mutating func finish(into output: inout ParsedRecords) {}

    /// The memory as bytes for the checkpoint.
    public func encodedMemory() throws -> Data {
        try JSONEncoder().encode(memory)
    }

    /// Takes back a memory made by ``encodedMemory()``.
    ///
    /// - Throws: ``DriverError`` if it is of another driver or version.
    public mutating func restore(encodedMemory data: Data) throws(DriverError) {
        do {
            memory = try JSONDecoder().decode(Memory.self, from: data)
        } catch {
            throw DriverError(
                .unusableMemory,
                "What the parser remembered cannot be read (\(error)); the stream is read on without it.")
        }
    }
}

/// The memory of a machine that remembers nothing.
public struct NoMemory: Codable, Hashable, Sendable {
    /// Makes one.
    public init() {}
}

/// Where and when a raw record came.
public struct RecordContext: Hashable, Sendable {
    /// When it was received; for files, when the file was last changed; absent if nothing is known.
    public var receivedAt: Instant?
    /// Zero-based number of the record in its stream.
    public var index: Int64
    /// The number of its first line in the stream from 1.
    public var line: UInt64
    /// Whether it ended as its format wants, or with the end of the stream.
    public var endedByStream: Bool

    /// Makes a context.
    public init(receivedAt: Instant? = nil, index: Int64 = 0, line: UInt64 = 1, endedByStream: Bool = false) {
        self.receivedAt = receivedAt
        self.index = index
        self.line = line
        self.endedByStream = endedByStream
    }
}

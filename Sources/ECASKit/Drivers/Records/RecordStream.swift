public import ECASModel

/// A driver's three machines in a row, for one connection or file: bytes in, call records out.
///
/// This is the whole way of a stream without a database: `ecas parse`, fixtures, benchmarks and integrators use it. The
/// collector runs the same machines with the spool between the first and the second.
public struct RecordStream: Sendable {
    private var link: any LinkSession
    private var parser: any RecordParser
    private var assembler: any CallAssembler
    private var linkOutput = LinkOutput()
    private var parsed = ParsedRecords()
    private var index: Int64 = 0
    /// What became of the records so far.
    public private(set) var accounting = RecordAccounting()
    /// Records that were not understood, since ``takeMalformed()`` was called last.
    private var malformed: [MalformedRecord] = []
    private let keepsMalformed: Bool

    /// Makes a stream at its beginning.
    ///
    /// - Parameters:
    ///   - driver: makes the machines.
    ///   - keepsMalformed: whether records that were not understood are kept until they are taken.
    public init(driver: any Driver, keepsMalformed: Bool = true) {
        link = driver.makeLinkSession()
        parser = driver.makeRecordParser()
        assembler = driver.makeCallAssembler()
        self.keepsMalformed = keepsMalformed
    }

    /// Takes bytes and appends the calls that are complete.
    ///
    /// - Parameters:
    ///   - bytes: the next bytes of the stream, any number of them.
    ///   - receivedAt: when they came; for files, when the file was last changed; absent if nothing is known.
    ///   - calls: takes the calls.
    ///   - supplements: takes facts about calls of other records.
    public mutating func receive(
        _ bytes: Span<UInt8>, receivedAt: Instant?, into calls: inout [CallRecord],
        supplements: inout [CallSupplement]
    ) {
        link.receive(bytes, at: receivedAt ?? Self.unknownInstant, into: &linkOutput)
        drain(receivedAt: receivedAt, ended: false, into: &calls, supplements: &supplements)
    }

    /// Ends the stream and appends the calls that were waited with.
    public mutating func finish(
        receivedAt: Instant?, into calls: inout [CallRecord], supplements: inout [CallSupplement]
    ) {
        link.endOfStream(at: receivedAt ?? Self.unknownInstant, into: &linkOutput)
        drain(receivedAt: receivedAt, ended: true, into: &calls, supplements: &supplements)
        parser.finish(into: &parsed)
        supplements.append(contentsOf: parsed.supplements)
        var last: [CallRecord] = []
        assembler.assemble(&parsed, into: &last)
        assembler.finish(into: &last)
        parsed.removeAll()
        accounting.calls += last.count
        calls.append(contentsOf: last)
    }

    /// The records that were not understood since the last time.
    public mutating func takeMalformed() -> [MalformedRecord] {
        defer { malformed = [] }
        return malformed
    }

    /// Replies and times do not matter when bytes of unknown age are read.
    private static let unknownInstant = Instant(milliseconds: 0)

    private mutating func drain(
        receivedAt: Instant?, ended: Bool, into calls: inout [CallRecord], supplements: inout [CallSupplement]
    ) {
        // Taken out of `self`, so that the parser may change `self` while it reads from the output.
        var output = LinkOutput()
        swap(&output, &linkOutput)
        output.bytes.withUnsafeBufferPointer { bytes in
            for event in output.events {
                switch event {
                case .record(let record):
                    read(record, in: bytes, receivedAt: receivedAt, ended: ended)
                case .skipped(let kind, let length, _):
                    accounting.countSkipped(kind, wireLength: length)
                case .reply, .replyOnceDurable, .close: break
                }
            }
        }
        output.removeAll()
        swap(&output, &linkOutput)
        if !parsed.supplements.isEmpty { supplements.append(contentsOf: parsed.supplements) }
        let before = calls.count
        assembler.assemble(&parsed, into: &calls)
        accounting.calls += calls.count - before
        parsed.removeAll()
    }

    private mutating func read(
        _ record: LinkRecord, in bytes: UnsafeBufferPointer<UInt8>, receivedAt: Instant?, ended: Bool
    ) {
        let outcomes = parsed.outcomes.count
        if let damage = record.damage {
            parsed.reject(damage.reason)
        } else {
            let context = RecordContext(
                receivedAt: receivedAt, index: index, line: record.line, endedByStream: ended)
            parser.parse(
                UnsafeBufferPointer(rebasing: bytes[record.range]).span, context, into: &parsed)
        }
        index += 1
        assert(parsed.outcomes.count == outcomes + 1, "a parser gives one outcome for each record")
        let outcome = parsed.outcomes[outcomes]
        accounting.count(outcome, wireLength: record.wireLength)
        if keepsMalformed, case .malformed(let reason) = outcome {
            malformed.append(
                MalformedRecord(
                    bytes: [UInt8](bytes[record.range]), line: record.line, offset: record.offset, reason: reason))
        }
    }
}

/// A raw record that was not understood.
public struct MalformedRecord: Hashable, Sendable {
    /// Its bytes without the terminator.
    public let bytes: [UInt8]
    /// The number of its first line from 1.
    public let line: UInt64
    /// Where in the stream it began, in bytes.
    public let offset: UInt64
    /// What is wrong.
    public let reason: MalformedReason
}

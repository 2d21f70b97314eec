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
    private var reading: RecordReading
    /// What became of the records so far.
    public var accounting: RecordAccounting { reading.accounting }

    /// Makes a stream at its beginning.
    ///
    /// - Parameters:
    ///   - driver: makes the machines.
    ///   - keepsMalformed: whether records that were not understood are kept until they are taken.
    public init(driver: any Driver, keepsMalformed: Bool = true) {
        link = driver.makeLinkSession()
        parser = driver.makeRecordParser()
        assembler = driver.makeCallAssembler()
        reading = RecordReading(keepsMalformed: keepsMalformed)
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
        // In pieces that stay in the processor's cache while they are framed and then parsed.
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Self.pieceLength)
            link.receive(bytes.extracting(start..<end), at: receivedAt ?? Self.unknownInstant, into: &linkOutput)
            parse(receivedAt: receivedAt, ended: false)
            start = end
        }
        assemble(into: &calls, supplements: &supplements)
    }

    /// Ends the stream and appends the calls that were waited with.
    public mutating func finish(
        receivedAt: Instant?, into calls: inout [CallRecord], supplements: inout [CallSupplement]
    ) {
        link.endOfStream(at: receivedAt ?? Self.unknownInstant, into: &linkOutput)
        parse(receivedAt: receivedAt, ended: true)
        assemble(into: &calls, supplements: &supplements)
        parser.finish(into: &reading.parsed)
        supplements.append(contentsOf: reading.parsed.supplements)
        var last: [CallRecord] = []
        assembler.assemble(&reading.parsed, into: &last)
        assembler.finish(into: &last)
        reading.parsed.removeAll()
        reading.accounting.calls += last.count
        calls.append(contentsOf: last)
    }

    /// The records that were not understood since the last time.
    public mutating func takeMalformed() -> [MalformedRecord] {
        defer { reading.malformed = [] }
        return reading.malformed
    }

    /// Replies and times do not matter when bytes of unknown age are read.
    private static let unknownInstant = Instant(milliseconds: 0)

    private static let pieceLength = 65_536

    /// Parses what the link found.
    private mutating func parse(receivedAt: Instant?, ended: Bool) {
        parser.read(linkOutput, into: &reading, receivedAt: receivedAt, ended: ended)
        linkOutput.removeAll()
    }

    /// Hands on what was parsed.
    private mutating func assemble(into calls: inout [CallRecord], supplements: inout [CallSupplement]) {
        if !reading.parsed.supplements.isEmpty { supplements.append(contentsOf: reading.parsed.supplements) }
        let before = calls.count
        assembler.assemble(&reading.parsed, into: &calls)
        reading.accounting.calls += calls.count - before
        reading.parsed.removeAll()
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

import ECASCollection
import ECASDrivers
import ECASModel
import ECASStorage
import Foundation

/// One stream's parser and assembler, from the place its checkpoint tells.
struct StreamReader: Sendable {
    /// What a run of spooled records gave.
    struct Reading: Sendable {
        /// The raw records with what became of them, in order.
        var records: [(record: SpooledRecord, outcome: RecordOutcome)] = []
        /// The calls, each with the index of the raw record that completed it.
        var calls: [(call: CallRecord, recordIndex: Int?)] = []
        /// What records said of calls of other records, with the index of the record.
        var supplements: [(supplement: CallSupplement, recordIndex: Int)] = []
    }

    private var parser: any RecordParser
    private var assembler: any CallAssembler
    private var parsed = ParsedRecords()
    private var assembled: [CallRecord] = []
    /// The number of the last record that was read, or is committed.
    private(set) var lastSequence: Int64

    /// Makes a reader at the beginning of a stream, or where its checkpoint says.
    ///
    /// - Throws: `DriverError` if what was remembered cannot be read.
    init(driver: any Driver, checkpoint: StreamCheckpoint?) throws {
        parser = driver.makeRecordParser()
        assembler = driver.makeCallAssembler()
        lastSequence = checkpoint?.lastSequence ?? -1
        if let checkpoint {
            if !checkpoint.parserMemory.isEmpty { try parser.restore(encodedMemory: Data(checkpoint.parserMemory)) }
            if !checkpoint.assemblerMemory.isEmpty {
                try assembler.restore(encodedMemory: Data(checkpoint.assemblerMemory))
            }
        }
    }

    /// Reads a record; one that is committed already is left out.
    mutating func read(_ record: SpooledRecord, into reading: inout Reading) {
        guard record.sequence > lastSequence else { return }
        lastSequence = record.sequence
        parsed.removeAll()
        if let damage = record.damage {
            parsed.reject(damage.reason)
        } else {
            let context = RecordContext(
                receivedAt: record.receivedAt, index: record.sequence, line: record.line,
                endedByStream: record.endedByStream)
            parser.parse(record.bytes.span, context, into: &parsed)
        }
        reading.records.append((record, parsed.outcomes.first ?? .legs(0)))
        collect(index: reading.records.count - 1, into: &reading)
    }

    /// Gives up what parser and assembler wait with: the stream has ended.
    mutating func finish(into reading: inout Reading) {
        parsed.removeAll()
        parser.finish(into: &parsed)
        collect(index: nil, into: &reading)
        assembler.finish(into: &assembled)
        take(index: nil, into: &reading)
    }

    /// Gives up what is overdue.
    mutating func tick(at now: Instant, into reading: inout Reading) {
        assembler.tick(at: now, into: &assembled)
        take(index: nil, into: &reading)
    }

    /// When ``tick(at:into:)`` is wanted.
    var nextTick: Instant? { assembler.nextTick }

    /// How far the stream is read, with what reading on needs.
    func checkpoint(stream: StreamID, hasEnded: Bool, now: Instant) throws -> StreamCheckpoint {
        StreamCheckpoint(
            stream: stream.rawValue, lastSequence: lastSequence,
            parserMemory: hasEnded ? [] : [UInt8](try parser.encodedMemory()),
            assemblerMemory: hasEnded ? [] : [UInt8](try assembler.encodedMemory()), hasEnded: hasEnded,
            updatedAt: now)
    }

    private mutating func collect(index: Int?, into reading: inout Reading) {
        if let index {
            for supplement in parsed.supplements { reading.supplements.append((supplement, index)) }
        }
        assembler.assemble(&parsed, into: &assembled)
        take(index: index, into: &reading)
    }

    private mutating func take(index: Int?, into reading: inout Reading) {
        for call in assembled { reading.calls.append((call, index)) }
        assembled.removeAll(keepingCapacity: true)
    }
}

import ECASModel

/// What a run of raw records gave, and what became of those before.
struct RecordReading: Sendable {
    /// What the parser found since it was taken out last.
    var parsed = ParsedRecords()
    /// What became of the records so far.
    var accounting = RecordAccounting()
    /// Records that were not understood, since they were taken out last.
    var malformed: [MalformedRecord] = []
    private var index: Int64 = 0
    private let keepsMalformed: Bool

    /// Makes one at the beginning of a stream.
    init(keepsMalformed: Bool) {
        self.keepsMalformed = keepsMalformed
    }

    /// Reads one record.
    @inline(__always)
    fileprivate mutating func read(
        _ record: LinkRecord, in bytes: UnsafeBufferPointer<UInt8>, receivedAt: Instant?, ended: Bool,
        with parser: inout some RecordParser
    ) {
        let outcomes = parsed.outcomes.count
        if let damage = record.damage {
            parsed.reject(damage.reason)
        } else {
            let context = RecordContext(
                receivedAt: receivedAt, index: index, line: record.line, endedByStream: ended)
            parser.parse(UnsafeBufferPointer(rebasing: bytes[record.range]).span, context, into: &parsed)
        }
        index += 1
        assert(parsed.outcomes.count == outcomes + 1, "a parser gives one outcome for each record")
        if case .legs = parsed.outcomes[outcomes] {
            accounting.countLegs(wireLength: record.wireLength)
        } else {
            note(parsed.outcomes[outcomes], of: record, in: bytes)
        }
    }

    /// Counts a record that gave no leg, and keeps it if it was not understood.
    private mutating func note(
        _ outcome: RecordOutcome, of record: LinkRecord, in bytes: UnsafeBufferPointer<UInt8>
    ) {
        accounting.count(outcome, wireLength: record.wireLength)
        if keepsMalformed, case .malformed(let reason) = outcome {
            malformed.append(
                MalformedRecord(
                    bytes: [UInt8](bytes[record.range]), line: record.line, offset: record.offset, reason: reason))
        }
    }
}

extension RecordParser {
    /// Reads what a link session found.
    ///
    /// A loop in here, so that what hides the parser's type is opened once for a run of records, not for each of them.
    mutating func read(
        _ output: borrowing LinkOutput, into reading: inout RecordReading, receivedAt: Instant?, ended: Bool
    ) {
        output.bytes.withUnsafeBufferPointer { bytes in
            for event in output.events {
                switch event {
                case .record(let record):
                    reading.read(record, in: bytes, receivedAt: receivedAt, ended: ended, with: &self)
                case .skipped(let kind, let length, _):
                    reading.accounting.countSkipped(kind, wireLength: length)
                case .reply, .replyOnceDurable, .close: break
                }
            }
        }
    }
}

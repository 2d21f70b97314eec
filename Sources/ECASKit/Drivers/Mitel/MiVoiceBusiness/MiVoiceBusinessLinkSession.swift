import ECASModel

/// Finds records in lines, and puts records together that were folded at column 80.
///
/// A record with more than 80 columns may come whole, or as lines of 80 columns with its rest on the next lines, whose
/// first column is column 81, 161. Its physical lines stay as they came, joined by LF; the parser unfolds them. A line of
/// at most 80 columns is therefore kept open until the next record, a blank line, the end of the stream, or until
/// nothing came for a while on a connection.
struct MiVoiceBusinessLinkSession: LinkSession {
    /// A line that belongs to no record; kept behind the open record it came in, so that records stay in order.
    private struct ForeignLine {
        var bytes: [UInt8]
        var wireLength: Int
        var offset: UInt64
        var line: UInt64
    }

    private var lines = LineSession(longestRecord: 4096)
    private var found = LinkOutput()
    private var foreign: [ForeignLine] = []
    // The open record.
    private var isOpen = false
    private var bytes: [UInt8] = []
    private var columns = 0
    private var wireLength = 0
    private var offset: UInt64 = 0
    private var line: UInt64 = 0

    /// When the open record is closed if nothing else comes.
    private(set) var nextTick: Instant?

    /// How long the rest of a folded record is waited for, in milliseconds.
    private static let patience: Int64 = 750

    mutating func receive(_ bytes: Span<UInt8>, at now: Instant, into output: inout LinkOutput) {
        lines.receive(bytes, at: now, into: &found)
        drain(isLast: false, into: &output)
        nextTick = isOpen ? now.advanced(byMilliseconds: Self.patience) : nil
    }

    mutating func tick(at now: Instant, into output: inout LinkOutput) {
        guard let deadline = nextTick, now >= deadline else { return }
        close(into: &output)
        nextTick = nil
    }

    mutating func endOfStream(at now: Instant, into output: inout LinkOutput) {
        lines.endOfStream(at: now, into: &found)
        drain(isLast: true, into: &output)
        close(into: &output)
        nextTick = nil
    }

    /// Goes through the lines found.
    private mutating func drain(isLast: Bool, into output: inout LinkOutput) {
        // Taken out of `self`, so that `self` may change while the lines are read.
        var batch = LinkOutput()
        swap(&batch, &found)
        batch.bytes.withUnsafeBufferPointer { buffer in
            for event in batch.events {
                switch event {
                case .record(let record):
                    take(record, UnsafeBufferPointer(rebasing: buffer[record.range]), isLast: isLast, into: &output)
                case .skipped(let kind, let length, _):
                    // Longer than a line end: a run of NULs, as between CR and LF, which is not a blank line.
                    if kind == .emptyLine, length <= 2 { close(into: &output) }
                    output.append(event)
                case .reply, .replyOnceDurable, .close: output.append(event)
                }
            }
        }
        batch.removeAll()
        swap(&batch, &found)
    }

    /// Decides what a line is; the last one has no line end, because the stream ended.
    private mutating func take(
        _ record: LinkRecord, _ raw: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout LinkOutput
    ) {
        if !isOpen, record.damage == nil, Self.isSurelyLong(raw) {
            output.appendRecord(raw, wireLength: record.wireLength, offset: record.offset, line: record.line)
            return
        }
        guard record.damage == nil else {
            close(into: &output)
            output.appendRecord(
                raw, wireLength: record.wireLength, offset: record.offset, line: record.line, damage: record.damage)
            return
        }
        let line = MiVoiceBusinessLine(FieldBytes(raw))
        let match = MiVoiceBusinessHead.match(line.content)
        switch match {
        case .head(let head): begin(record, raw, columns: line.content.count - head.dateIndex + 1, into: &output)
        case .clockMalfunction: begin(record, raw, columns: line.content.count, into: &output)
        case .cut, .dataCall, .none:
            if line.isBlank {
                close(into: &output)
                output.append(
                    .skipped(
                        kind: line.followsFormFeed ? .pageHeader : .emptyLine, length: record.wireLength,
                        offset: record.offset))
            } else if isOpen, line.isContinuation, !(isLast && match == .cut) {
                bytes.append(0x0A)
                bytes.append(contentsOf: raw)
                wireLength += record.wireLength
                columns = MiVoiceBusinessLine.padded(columns) + line.content.count
                if line.content.count > MiVoiceBusinessLine.foldWidth
                    || columns >= MiVoiceBusinessLine.longestFoldedRecord
                {
                    close(into: &output)
                }
            } else {
                handOn(record, raw, into: &output)
            }
        }
    }

    /// Whether a line has more columns than a folded one, whatever a collector put in front: then it is a record of its
    /// own, understood or not.
    private static func isSurelyLong(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
        guard raw.count > MiVoiceBusinessLine.foldWidth + MiVoiceBusinessHead.longestPrefix else { return false }
        // A filler byte, or a line that may be blank, is looked at more closely.
        return raw[0] > 0x0C && raw[raw.count - 1] > 0x0C && (raw[0] != 0x20 || raw[1] > 0x20)
    }

    /// Begins a record; one that cannot have been folded is complete.
    private mutating func begin(
        _ record: LinkRecord, _ raw: UnsafeBufferPointer<UInt8>, columns: Int, into output: inout LinkOutput
    ) {
        close(into: &output)
        guard columns <= MiVoiceBusinessLine.foldWidth else {
            output.appendRecord(raw, wireLength: record.wireLength, offset: record.offset, line: record.line)
            return
        }
        isOpen = true
        bytes.append(contentsOf: raw)
        self.columns = columns
        wireLength = record.wireLength
        offset = record.offset
        line = record.line
    }

    /// Hands on a line that belongs to no record: behind the open one, if there is one.
    private mutating func handOn(
        _ record: LinkRecord, _ raw: UnsafeBufferPointer<UInt8>, into output: inout LinkOutput
    ) {
        if isOpen, foreign.count < 8 {
            foreign.append(
                ForeignLine(
                    bytes: [UInt8](raw), wireLength: record.wireLength, offset: record.offset, line: record.line))
            return
        }
        close(into: &output)
        output.appendRecord(raw, wireLength: record.wireLength, offset: record.offset, line: record.line)
    }

    /// Hands on the open record and what came in it.
    private mutating func close(into output: inout LinkOutput) {
        guard isOpen else { return }
        isOpen = false
        output.appendRecord(bytes, wireLength: wireLength, offset: offset, line: line)
        bytes.removeAll(keepingCapacity: true)
        guard !foreign.isEmpty else { return }
        for held in foreign {
            output.appendRecord(held.bytes, wireLength: held.wireLength, offset: held.offset, line: held.line)
        }
        foreign.removeAll()
    }
}

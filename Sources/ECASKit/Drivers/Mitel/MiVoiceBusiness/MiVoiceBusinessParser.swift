import ECASModel

/// Reads SMDR records of MiVoice Business.
struct MiVoiceBusinessParser: RecordParser {
    let settings: MiVoiceBusinessSettings
    var memory = MiVoiceBusinessMemory()
    let dates: YearlessDates
    var zone: ZoneOffsetCache
    var texts = MiVoiceBusinessTexts()
    // A record unfolded; used again for each.
    private var unfolded: [UInt8] = []

    init(settings: MiVoiceBusinessSettings) {
        self.settings = settings
        dates = YearlessDates(firstYear: settings.firstYear, order: .forward)
        zone = ZoneOffsetCache(rules: settings.zone)
    }

    mutating func parse(_ record: Span<UInt8>, _ context: RecordContext, into output: inout ParsedRecords) {
        record.withUnsafeBufferPointer { buffer in
            parse(FieldBytes(buffer), context, into: &output)
        }
    }

    private mutating func parse(
        _ record: FieldBytes, _ context: RecordContext, into output: inout ParsedRecords
    ) {
        let whole = MiVoiceBusinessLine(record)
        let (isPlain, fingerprint) = whole.content.scan()
        let line = isPlain ? whole : MiVoiceBusinessLine(record[0..<(record.firstIndex(of: 0x0A) ?? record.count)])
        switch MiVoiceBusinessHead.match(line.content) {
        case .head(let head):
            if isPlain {
                let columns = MiVoiceBusinessColumns(
                    fromDate: line.content.suffix(from: head.dateIndex), longCallMark: line.longCallMark(head))
                read(columns, head, collectorDate: line.collectorDate, fingerprint, context, into: &output)
            } else {
                readUnfolded(record, line, head, fingerprint, context, into: &output)
            }
        case .cut where !line.isBlank:
            output.reject(
                MalformedReason(
                    "truncated", "The record ends within date, time and duration.", position: record.count))
        case .clockMalfunction:
            output.reject(
                MalformedReason(
                    "unusable-time", "The controller printed CLOCK MALFUNCTION in place of date and time."))
        case .dataCall: output.skip(.dataCall)
        case .cut, .none: Self.passOver(line, into: &output)
        }
    }

    /// Says what a line is that is no record.
    private static func passOver(_ line: MiVoiceBusinessLine, into output: inout ParsedRecords) {
        if line.isBlank {
            output.skip(line.followsFormFeed ? .pageHeader : .emptyLine)
        } else if line.isComment {
            output.skip(.comment)
        } else if line.isPageHeader {
            output.skip(.pageHeader)
        } else {
            output.reject(
                MalformedReason(
                    "not-understood", "The line does not begin with date, time and duration of an SMDR record."))
        }
    }

    /// Puts the physical lines of a record together and reads it.
    ///
    /// Bytes that are not ASCII count as `?`.
    private mutating func readUnfolded(
        _ record: FieldBytes, _ first: MiVoiceBusinessLine, _ head: MiVoiceBusinessHead, _ fingerprint: UInt64,
        _ context: RecordContext, into output: inout ParsedRecords
    ) {
        // Taken out of `self`, so that `self` may change while the record is read from it.
        var columns: [UInt8] = []
        swap(&columns, &unfolded)
        columns.removeAll(keepingCapacity: true)
        let mark = first.longCallMark(head)
        columns.append(mark ?? 0x20)
        columns.append(contentsOf: first.content.suffix(from: head.dateIndex).buffer)
        var rest = record
        while let end = rest.firstIndex(of: 0x0A), columns.count < MiVoiceBusinessLine.longestFoldedRecord {
            rest = rest.suffix(from: end + 1)
            let line = MiVoiceBusinessLine(rest[0..<(rest.firstIndex(of: 0x0A) ?? rest.count)])
            let padding = MiVoiceBusinessLine.padded(columns.count) - columns.count
            columns.append(contentsOf: repeatElement(0x20, count: padding))
            columns.append(contentsOf: line.content.buffer)
        }
        columns.withUnsafeMutableBufferPointer { buffer in
            for index in buffer.indices where buffer[index] >= 0x80 { buffer[index] = 0x3F }
            read(
                MiVoiceBusinessColumns(
                    fromDate: FieldBytes(UnsafeBufferPointer(buffer)).suffix(from: 1), longCallMark: mark),
                head, collectorDate: first.collectorDate, fingerprint, context, into: &output)
        }
        swap(&columns, &unfolded)
    }
}

extension SkipKind {
    /// A data call record of an SX-200.
    static let dataCall: SkipKind = "data-call"
    /// A record that came before, with the same call identifier and sequence and nothing changed.
    static let repeatedRecord: SkipKind = "repeated-record"
}

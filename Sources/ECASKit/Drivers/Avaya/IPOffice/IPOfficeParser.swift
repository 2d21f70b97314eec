import ECASModel

/// Reads SMDR lines: each one that is a record gives one call record.
struct IPOfficeParser: RecordParser {
    /// The parts of calls recorded last.
    var memory: IPOfficeParts {
        get { reader.parts }
        set { reader.parts = newValue }
    }

    private var pieces = SeparatedFields()
    private var reader: IPOfficeReader

    init(zone: ZoneRules?, recordTimeIsUTC: Bool, text: IPOfficeText) {
        reader = IPOfficeReader(
            settings: IPOfficeRecord.Settings(recordTimeIsUTC: recordTimeIsUTC, text: text), zone: zone)
    }

    mutating func parse(_ record: Span<UInt8>, _ context: RecordContext, into output: inout ParsedRecords) {
        record.withUnsafeBufferPointer { buffer in
            let line = FieldBytes(buffer)
            guard IPOfficeLine.contains(0, in: line) else { return parse(line, context, into: &output) }
            // Some systems send NULs in front of records.
            IPOfficeQuotedLine.withoutNULs(line).withUnsafeBufferPointer {
                parse(FieldBytes($0), context, into: &output)
            }
        }
    }

    private mutating func parse(_ line: FieldBytes, _ context: RecordContext, into output: inout ParsedRecords) {
        guard let date = IPOfficeLine.hasDate(line, at: 0) ? 0 : IPOfficeLine.firstDate(line, from: 0) else {
            if IPOfficeLine.isEmpty(line) { return output.skip(.emptyLine) }
            if IPOfficeLine.isHeader(line) { return output.skip(.header) }
            return output.reject(IPOfficeFault.noDate.reason)
        }
        let record = IPOfficeLine.record(line, datedAt: date)
        do {
            pieces.split(record, separator: UInt8(ascii: ","), quoted: false)
            guard pieces.hasQuote else {
                return try Self.read(record, UInt8(ascii: ","), &pieces, &reader, context, into: &output)
            }
            let bytes = IPOfficeQuotedLine.unquoted(record)
            try bytes.withUnsafeBufferPointer { buffer throws(IPOfficeFault) in
                let separator = IPOfficeQuotedLine.separator
                pieces.split(FieldBytes(buffer), separator: separator, quoted: false)
                try Self.read(FieldBytes(buffer), separator, &pieces, &reader, context, into: &output)
            }
        } catch {
            output.reject(error.reason)
        }
    }

    /// Reads a record that was split; static, so that the reader may change while the pieces are looked at.
    @inline(__always)
    private static func read(
        _ record: FieldBytes, _ separator: UInt8, _ pieces: inout SeparatedFields, _ reader: inout IPOfficeReader,
        _ context: RecordContext, into output: inout ParsedRecords
    ) throws(IPOfficeFault) {
        guard pieces.count >= 17 else { throw .cut }
        if let position = IPOfficeLine.gluedRecord(record, separator: separator) { throw .glued(position: position) }
        try pieces.withView(of: record) { view throws(IPOfficeFault) in
            try reader.read(view, separator: separator, context, into: &output)
        }
    }
}

import ECASModel

/// Reads SMDR lines: each one that is a record gives one call record.
struct IPOfficeParser: RecordParser {
    /// The parts of calls recorded last.
    var memory = IPOfficeParts()

    private var pieces = SeparatedFields()
    private var currencies = IPOfficeCurrencies()
    private let settings: IPOfficeCallBuilder.Settings
    private var zone: ZoneOffsetCache

    init(zone: ZoneRules?, recordTimeIsUTC: Bool, text: IPOfficeText) {
        settings = IPOfficeCallBuilder.Settings(recordTimeIsUTC: recordTimeIsUTC, text: text)
        self.zone = ZoneOffsetCache(rules: zone)
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
        guard let date = IPOfficeLine.firstDate(line, from: 0) else {
            if IPOfficeLine.isEmpty(line) { return output.skip(.emptyLine) }
            if IPOfficeLine.isHeader(line) { return output.skip(.header) }
            return output.reject(IPOfficeFault.noDate.reason)
        }
        let record = IPOfficeLine.record(line, datedAt: date)
        do {
            guard IPOfficeLine.contains(UInt8(ascii: "\""), in: record) else {
                return try read(record, separator: UInt8(ascii: ","), context, into: &output)
            }
            let bytes = IPOfficeQuotedLine.unquoted(record)
            try bytes.withUnsafeBufferPointer { buffer throws(IPOfficeFault) in
                try read(FieldBytes(buffer), separator: IPOfficeQuotedLine.separator, context, into: &output)
            }
        } catch {
            output.reject(error.reason)
        }
    }

    private mutating func read(
        _ record: FieldBytes, separator: UInt8, _ context: RecordContext, into output: inout ParsedRecords
    ) throws(IPOfficeFault) {
        pieces.split(record, separator: separator, quoted: false)
        guard pieces.count >= 17 else { throw .cut }
        if let position = IPOfficeLine.gluedRecord(record, separator: separator) { throw .glued(position: position) }
        let pieces = pieces
        try pieces.withView(of: record) { view throws(IPOfficeFault) in
            try read(IPOfficeFields(view, separator: separator), context, into: &output)
        }
    }

    private mutating func read(
        _ pieces: IPOfficeFields, _ context: RecordContext, into output: inout ParsedRecords
    ) throws(IPOfficeFault) {
        var fields = pieces
        guard let start = IPOfficeValues.wallClock(fields[IPOfficeField.callStart]) else { throw .callStart }
        let isAligned = fields.align()
        let values = try IPOfficeRecord(fields, isAligned: isAligned)
        let builder = IPOfficeCallBuilder(fields: fields, values: values, settings: settings)
        let part = builder.part(startingAt: start.time, in: &memory)
        output.legs.append(CallRecord())
        fill(&output.legs[output.legs.count - 1], builder, start, part, context)
        output.appendOutcome(.legs(1))
    }

    /// Fills a record in its place: moving it costs more than reading it.
    @inline(__always)
    private mutating func fill(
        _ call: inout CallRecord, _ builder: IPOfficeCallBuilder, _ start: (time: WallClock, hasSeconds: Bool),
        _ part: IPOfficeParts.Part?, _ context: RecordContext
    ) {
        builder.addTimes(to: &call, start: start, part: part, receivedAt: context.receivedAt, zone: &zone)
        builder.addKind(to: &call, part: part)
        builder.addParties(to: &call)
        builder.addIdentity(to: &call, part: part, currencies: &currencies)
        call.provenance.recordIndex = context.index
        call.provenance.receivedAt = context.receivedAt
    }
}

import ECASModel

/// Makes call records from the fields of SMDR records, with what it remembers of the records before.
struct IPOfficeReader: Sendable {
    /// The parts of calls recorded last.
    var parts = IPOfficeParts()

    private let settings: IPOfficeRecord.Settings
    private var zone: ZoneOffsetCache
    private var parties: IPOfficeParties
    private var currencies = IPOfficeCurrencies()

    /// Makes a reader at the beginning of a stream.
    init(settings: IPOfficeRecord.Settings, zone: ZoneRules?) {
        self.settings = settings
        self.zone = ZoneOffsetCache(rules: zone)
        parties = IPOfficeParties(text: settings.text)
    }

    /// Reads a record.
    ///
    /// - Throws: the first fault of the record; nothing is added then.
    mutating func read(
        _ pieces: SeparatedFieldsView, separator: UInt8, _ context: RecordContext, into output: inout ParsedRecords
    ) throws(IPOfficeFault) {
        let record = try IPOfficeRecord(pieces, separator: separator, parties: &parties)
        let part = record.part(in: &parts)
        output.legs.append(CallRecord())
        fill(&output.legs[output.legs.count - 1], record, part, context)
        output.appendOutcome(.legs(1))
    }

    /// Fills a record in its place: moving it costs more than reading it.
    private mutating func fill(
        _ call: inout CallRecord, _ record: borrowing IPOfficeRecord, _ part: IPOfficeParts.Place?,
        _ context: RecordContext
    ) {
        let direction = record.direction
        record.fill(&call.identity, part: part)
        record.fill(&call.times, part: part, receivedAt: context.receivedAt, settings, zone: &zone)
        record.fill(&call.parties, direction: direction, in: parties, settings.text)
        record.fill(&call.trunks, direction: direction, in: parties)
        record.fill(&call.codes, settings.text)
        record.fill(&call.kind, direction: direction, part: part)
        if !record.fields.hasNoAmounts {
            call.pbxCharge = IPOfficeCharge.charge(record.fields, currencies: &currencies)
        }
        record.fill(&call.provenance, context)
    }
}

import ECASModel

/// A call in the form of its row.
///
/// ``code(_:)`` is the one place that knows the columns: it names them, writes them and reads them, in the same order.
struct CallRow {
    var id: Int64 = 0
    var rawRecord: Int64?
    var pbx: Int64 = 0
    var site: Int64 = 0
    /// Stands for the start in lists and ranges where the record has none.
    var arrival: Int64 = 0
    /// What calls are listed by; set by reading.
    var listedAt: Int64 = 0
    var record = CallRecord()
    var price = CallPrice.unrated

    mutating func code(_ coder: inout some ColumnCoder) {
        coder.number("id", &id)
        coder.number("raw_record_id", &rawRecord)
        coder.number("pbx_id", &pbx)
        coder.number("site_id", &site)
        record.identity.code(&coder)
        codeTimes(&coder)
        record.parties.code(&coder)
        record.trunks.code(&coder)
        record.codes.code(&coder)
        record.kind.code(&coder)
        codeRelease(&coder)
        coder.text("layout", &record.provenance.layout)
        coder.number("record_index", &record.provenance.recordIndex)
        coder.instant("received_at", &record.provenance.receivedAt)
        price.code(&coder)
        coder.json("details", &record.quality)
    }

    private mutating func codeTimes(_ coder: inout some ColumnCoder) {
        var start = TimeColumns(record.times.start)
        var startIsAbsent: Int64? = start.milliseconds == nil ? 1 : nil
        listedAt = start.milliseconds ?? arrival
        coder.number("start_at", &listedAt)
        coder.number("start_offset", &start.offset)
        coder.number("start_absent", &startIsAbsent)
        var answer = TimeColumns(record.times.answer)
        coder.number("answer_at", &answer.milliseconds)
        coder.number("answer_offset", &answer.offset)
        var end = TimeColumns(record.times.end)
        coder.number("end_at", &end.milliseconds)
        coder.number("end_offset", &end.offset)
        coder.number("duration_s", &record.times.durationSeconds)
        coder.number("ring_s", &record.times.ringSeconds)
        coder.number("hold_s", &record.times.holdSeconds)
        coder.number("park_s", &record.times.parkSeconds)
        coder.number("queue_s", &record.times.queueSeconds)
        coder.choice("time_precision", &record.times.precision)
        coder.set("time_marks", &record.times.marks)
        guard coder.isReading else { return }
        start.milliseconds = startIsAbsent == nil ? listedAt : nil
        record.times.start = start.time
        record.times.answer = answer.time
        record.times.end = end.time
    }

    private mutating func codeRelease(_ coder: inout some ColumnCoder) {
        coder.text("cause", &record.release.cause)
        coder.number("q850", &record.release.q850)
        coder.choice("released_by", &record.release.releasedBy)
        var charge = record.pbxCharge ?? PBXCharge()
        coder.number("meter_pulses", &charge.meterPulses)
        coder.number("pbx_amount_nanounits", &charge.amountNanounits)
        coder.currency("pbx_currency", &charge.currency)
        if coder.isReading { record.pbxCharge = charge == PBXCharge() ? nil : charge }
    }
}

/// A time as two columns: milliseconds since 1970-01-01T00:00:00Z and the clock's distance from UTC in seconds.
///
/// Without the second the zone is not known, and the first is the reading of the wall clock, taken for UTC.
struct TimeColumns {
    var milliseconds: Int64?
    var offset: Int32?

    init(_ time: LocalTime?) {
        milliseconds = time.map { $0.instant?.milliseconds ?? $0.wallClock.milliseconds }
        offset = time?.offset?.seconds
    }

    var time: LocalTime? {
        guard let milliseconds else { return nil }
        guard let offset else { return LocalTime(wallClock: WallClock(milliseconds: milliseconds), offset: nil) }
        return LocalTime(instant: Instant(milliseconds: milliseconds), offset: UTCOffset(seconds: offset))
    }
}

import ECASModel

extension MiVoiceBusinessParser {
    /// Reads a record whose head was found.
    mutating func read(
        _ whole: MiVoiceBusinessColumns, _ head: MiVoiceBusinessHead, collectorDate: CivilDate?,
        _ fingerprint: UInt64, _ context: RecordContext, into output: inout ParsedRecords
    ) {
        // What the record shows counts only if it is accepted.
        var shown = memory.shown
        let layout = layout(of: whole, head, &shown.hasLevel1)
        let line = layout.isDocumented ? whole : whole.limited(to: layout.called.upperBound)
        guard let completion = MiVoiceBusinessCompletion(rawValue: line.byte(layout.completion)) else {
            output.reject(
                MalformedReason(
                    "not-understood", "There is no completion status where SMDR records have it.",
                    position: Int(layout.completion) - 1))
            return
        }
        let record = MiVoiceBusinessRecord(line, layout, completion, options: settings.options, shown: &shown)
        guard record.reachesStatus else {
            output.reject(
                MalformedReason("truncated", "The record ends before its completion status.", position: line.last))
            return
        }
        let times: MiVoiceBusinessTimes
        switch MiVoiceBusinessTimes.read(line, head) {
        case .success(let read): times = read
        case .failure(let fault):
            output.reject(fault.reason)
            return
        }
        let identifiers = MiVoiceBusinessIdentifiers(line, layout)
        guard MiVoiceBusinessRepetition.isNew(identifiers, fingerprint: fingerprint, &memory.recent) else {
            output.skip(.repeatedRecord)
            return
        }
        let start = start(times, collectorDate: collectorDate, context, &shown)
        memory.shown = shown
        // Filled in where it lies: a call record is large.
        output.legs.append(CallRecord())
        fill(&output.legs[output.legs.count - 1], record, times, start, identifiers, context)
        output.appendOutcome(.legs(1))
    }

    /// Tells the layout of a record, by itself or by what earlier records showed of level 1.
    private func layout(
        of line: MiVoiceBusinessColumns, _ head: MiVoiceBusinessHead, _ hasLevel1: inout Bool?
    ) -> MiVoiceBusinessLayout {
        guard head.hasLongDuration else { return head.hasSeconds ? .standardLevel2 : .standard }
        if head.hasSeconds { return .level2 }
        if let setting = settings.options.hasLevel1 { return setting ? .level1 : .extended }
        let isInPlaceOfLevel1 = line.showsSystemID(in: MiVoiceBusinessLayout.level1.systemID)
        let isInPlaceWithout = line.showsSystemID(in: MiVoiceBusinessLayout.extended.systemID)
        if line.last == MiVoiceBusinessLayout.fullLengthOfLevel1 || isInPlaceOfLevel1 && !isInPlaceWithout {
            hasLevel1 = true
        } else if isInPlaceWithout, !isInPlaceOfLevel1 {
            hasLevel1 = false
        }
        return hasLevel1 == true ? .level1 : .extended
    }

    /// The start time; absent where nothing tells the year.
    private mutating func start(
        _ times: MiVoiceBusinessTimes, collectorDate: CivilDate?, _ context: RecordContext,
        _ shown: inout MiVoiceBusinessObservations
    ) -> LocalTime? {
        let hour = times.hour(setting: settings.options.hasTwelveHourClock, remembered: &shown.hasTwelveHourClock)
        let secondOfDay = hour * 3600 + times.minute * 60 + times.second
        let date: CivilDate?
        if let collectorDate {
            date = dates.date(month: times.month, day: times.day, besides: collectorDate, memory: &shown.dates)
        } else {
            var receivedAt: WallClock?
            if settings.firstYear == nil, let received = context.receivedAt {
                receivedAt = zone.local(received).wallClock
            }
            date = dates.date(
                month: times.month, day: times.day, secondOfDay: secondOfDay, receivedAt: receivedAt,
                memory: &shown.dates)
        }
        guard let date else { return nil }
        let seconds = Int64(date.daysSince1970) &* 86_400 &+ Int64(secondOfDay)
        return zone.local(WallClock(milliseconds: seconds &* 1000))
    }

    /// Fills in a call record.
    private mutating func fill(
        _ call: inout CallRecord, _ record: MiVoiceBusinessRecord, _ times: MiVoiceBusinessTimes, _ start: LocalTime?,
        _ identifiers: MiVoiceBusinessIdentifiers, _ context: RecordContext
    ) {
        let line = record.line
        let layout = record.layout
        // Whether ringing is inside the start time is not known, so answer and end stay out.
        call.times.start = start
        times.fill(&call.times, record.timeToAnswer.answer)
        record.fillKind(&call.kind, duration: times.duration, answeredAbove: settings.options.answeredAbove)
        call.release.cause = record.completion.letter
        call.release.q850 = record.completion.q850
        if let pulses = record.digits.meterPulses {
            var charge = PBXCharge()
            charge.meterPulses = Int32(pulses)
            call.pbxCharge = charge
        }
        if record.calling.isTrunk { call.trunks.incoming = texts.text(record.calling.text) }
        if record.called.isTrunk { call.trunks.outgoing = texts.text(record.called.text) }
        call.codes.account = line.field(layout.account).text()
        // Where an option moved the identifiers to the front, the fields before them are not there.
        let hasNumbers = Int(layout.ani.upperBound) < identifiers.firstColumn
        let ani = hasNumbers ? line.field(layout.ani) : line.nothing
        let dnis = Int(layout.dnis.upperBound) < identifiers.firstColumn ? line.field(layout.dnis) : line.nothing
        record.fillParties(
            &call.parties,
            outsider: ani.isEmpty ? record.digits.callerNumber(accessCodes: settings.accessCodes) : ani, &texts)
        record.fillOthers(&call.parties, dnis: dnis, &texts)
        if !(record.systemID == "000") { call.identity.node = texts.text(record.systemID) }
        fillIdentity(&call.identity, record, identifiers, start, times, context)
        if identifiers.isOfSeveral { call.kind.segment = .part }
        call.provenance.layout = layout.kind.rawValue
        call.provenance.recordIndex = context.index
        call.provenance.receivedAt = context.receivedAt
    }

    /// Fills in what ties records together.
    private mutating func fillIdentity(
        _ identity: inout CallIdentity, _ record: MiVoiceBusinessRecord, _ identifiers: MiVoiceBusinessIdentifiers,
        _ start: LocalTime?, _ times: MiVoiceBusinessTimes, _ context: RecordContext
    ) {
        if let call = identifiers.call.text() {
            let associated = identifiers.associated.text()
            identity.callID = call
            identity.relatedLeg = associated
            identity.thread = memory.conversations.thread(call: call, associated: associated, record: context.index)
            identity.leg = texts.text(identifiers.sequence)
        } else if let start, let (first, second) = record.trunkPair, let firstText = first.text.text(),
            let secondText = second.text.text()
        {
            identity.thread = memory.conversations.thread(
                firstText, secondText, start: start.wallClock, duration: times.duration)
        }
    }
}

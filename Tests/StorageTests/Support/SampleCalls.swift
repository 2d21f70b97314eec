import ECASModel
import ECASStorage

enum Sample {
    static let pbx = PBXID(7)
    static let site = SiteID(3)

    /// A call in which every field is set.
    static func fullCall() throws -> CallRecord {
        var call = CallRecord()
        call.identity.callID = "4711-1"
        call.identity.thread = "thread 9"
        call.identity.leg = "leg a"
        call.identity.relatedLeg = "leg b"
        call.identity.rowID = "row 1"
        call.identity.sequence = .max
        call.identity.node = "node \u{1F4DE}"
        let berlin = UTCOffset(seconds: 3600)
        call.times.start = LocalTime(instant: .noon, offset: berlin)
        call.times.answer = LocalTime(instant: Instant.noon.advanced(byMilliseconds: 4_321), offset: berlin)
        call.times.end = LocalTime(instant: Instant.noon.advanced(bySeconds: 90), offset: UTCOffset(seconds: 7200))
        call.times.durationSeconds = 86
        call.times.ringSeconds = 4
        call.times.holdSeconds = 3
        call.times.parkSeconds = 2
        call.times.queueSeconds = 1
        call.times.precision = .clockNotSynchronised
        call.times.marks = [.counterOverflow, .clockStep]
        try setParties(&call.parties)
        call.trunks.incoming = "T1"
        call.trunks.outgoing = "T2"
        call.trunks.incomingMember = "17"
        call.trunks.outgoingMember = "18"
        call.trunks.route = "least cost"
        call.codes.account = "0815"
        call.codes.authorisation = "1234"
        call.codes.others.authorisationDescription = "board"
        call.codes.others.authorisationLevel = -1
        call.codes.others.costCentre = "Vertrieb Süd"
        call.codes.others.company = "Muster & Söhne"
        call.kind.direction = .tandem
        call.kind.callClass = .voiceMail
        call.kind.disposition = .abandoned
        call.kind.segment = .ring
        call.kind.flags = [.transferred, .malicious]
        call.kind.notChargeable = .recordingLeg
        call.kind.redirectReason = "busy"
        call.release.cause = "normal"
        call.release.q850 = 16
        call.release.releasedBy = .called
        call.pbxCharge = PBXCharge()
        call.pbxCharge?.meterPulses = 12
        call.pbxCharge?.amountNanounits = .min
        call.pbxCharge?.currency = Currency(code: "CHF")
        call.quality = [quality(mos: 4_321), quality(mos: 1_000)]
        call.provenance.layout = "129 columns"
        call.provenance.recordIndex = 41
        call.provenance.receivedAt = Instant.noon.advanced(bySeconds: 100)
        return call
    }

    private static func setParties(_ parties: inout CallParties) throws {
        parties.calling = PhoneNumber("+49 30 1")
        parties.called = PhoneNumber("0172*#")
        parties.dialed = PhoneNumber("9")
        parties.chargedExtension = "204"
        parties.callingName = "O'Brien \"Bob\"; --"
        parties.calledName = ""
        parties.others.networkCalling = PhoneNumber("+49302")
        parties.others.callingVerification = "TN-Validation-Passed"
        parties.others.sent = PhoneNumber("010333")
        parties.others.directDialIn = PhoneNumber("77")
        parties.others.connected = PhoneNumber("205")
        parties.others.mobile = PhoneNumber("0171")
        parties.others.user = "bob"
        parties.others.callingDevice = "SEP1"
        parties.others.calledDevice = "SEP2"
        parties.others.forwarding = PhoneNumber("206")
        parties.others.transferring = PhoneNumber("207")
        parties.others.firstAnswering = PhoneNumber("208")
        parties.others.huntGroup = "hunt"
    }

    /// Quality in which every field is set.
    static func quality(mos: Int32) -> CallQuality {
        var quality = CallQuality()
        quality.leg = "leg a"
        quality.device = "SEP1"
        quality.measuredExtension = "204"
        quality.at = Instant.noon.advanced(bySeconds: 90)
        quality.durationSeconds = 86
        quality.packetsSent = 5_000_000_000
        quality.packetsReceived = 4
        quality.packetsLost = -3
        quality.jitterMilliseconds = 2
        quality.latencyMilliseconds = 1
        quality.concealedSeconds = 0
        quality.meanOpinionScoreThousandths = mos
        quality.codec = "G.722"
        return quality
    }

    /// A price in which every field is set, in two currencies.
    static func fullPrice() throws -> CallPrice {
        CallPrice(
            state: .failed(reason: "no destination"),
            carrierCost: Currency(code: "EUR").map { Money(nanounits: -1, currency: $0) },
            charge: Currency(code: "GBP").map { Money(nanounits: .max, currency: $0) }, tariff: "national 3",
            trace: "p=49;i=60/1")
    }

    /// A call of an extension that began so many seconds after noon.
    static func call(at seconds: Int64, from chargedExtension: String = "204") -> CallRecord {
        var call = CallRecord()
        call.times.start = LocalTime(instant: Instant.noon.advanced(bySeconds: seconds), offset: .utc)
        call.parties.chargedExtension = chargedExtension
        return call
    }

    /// A raw record whose content follows from its number.
    static func record(
        _ sequence: Int64, content: Int64? = nil, outcome: IngestRecord.Outcome = .understood
    ) -> IngestRecord {
        let content = content ?? sequence
        return IngestRecord(
            sequence: sequence, offset: sequence * 10, receivedAt: Instant.noon.advanced(bySeconds: sequence),
            bytes: Array("record \(content)".utf8), contentTime: Instant.noon.advanced(bySeconds: content / 2),
            contentHash: UInt64(bitPattern: ~content), outcome: outcome)
    }

    /// A batch of records with these numbers, each with one call.
    static func batch(
        _ sequences: ClosedRange<Int64>, stream: Int64 = 1, pbx: PBXID = pbx,
        makeCall: (Int64) -> CallRecord = { call(at: $0) }
    ) -> IngestBatch {
        var batch = IngestBatch(
            pbx: pbx, site: site,
            checkpoint: StreamCheckpoint(stream: stream, lastSequence: sequences.upperBound, updatedAt: .noon))
        for sequence in sequences {
            batch.calls.append(
                IngestCall(record: makeCall(sequence), price: .unrated, recordIndex: batch.records.count))
            batch.records.append(record(sequence))
        }
        return batch
    }

    /// A batch of one record and its call.
    static func batch(of call: CallRecord, price: CallPrice = .unrated, sequence: Int64 = 1) -> IngestBatch {
        var batch = batch(sequence...sequence) { _ in call }
        batch.calls[0].price = price
        return batch
    }
}

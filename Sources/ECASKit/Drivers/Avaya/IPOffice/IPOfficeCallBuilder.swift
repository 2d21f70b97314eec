import ECASModel

/// Fills a call record from the fields of one SMDR record.
struct IPOfficeCallBuilder {
    /// What is set for the site.
    struct Settings: Sendable {
        /// Whether the time of the record is printed in UTC.
        var recordTimeIsUTC: Bool
        /// How names are read.
        var text: IPOfficeText
    }

    let fields: IPOfficeFields
    let values: IPOfficeRecord
    let settings: Settings
    let targeting: IPOfficeTargeting?

    init(fields: IPOfficeFields, values: IPOfficeRecord, settings: Settings) {
        self.fields = fields
        self.values = values
        self.settings = settings
        let cause = fields[IPOfficeField.targetingCause]
        targeting = cause.isEmpty ? nil : IPOfficeTargeting(cause)
    }

    /// The text of a name, or nothing if it is empty.
    func text(_ field: FieldBytes) -> String? {
        guard !field.isEmpty, fields.separator != UInt8(ascii: ","),
            IPOfficeLine.contains(fields.separator, in: field)
        else { return settings.text.text(field) }
        // The commas of a name that stood without quotes in a line with quotes.
        let bytes = field.array.map { $0 == fields.separator ? UInt8(ascii: ",") : $0 }
        return bytes.withUnsafeBufferPointer { settings.text.text(FieldBytes($0)) }
    }

    /// The place of the record among the parts of its call; absent without a Call ID or a clock that was set.
    func part(startingAt start: WallClock, in parts: inout IPOfficeParts) -> IPOfficeParts.Part? {
        guard start != IPOfficeValues.unsetClock, let key = IPOfficeValues.callKey(fields[IPOfficeField.callID]) else {
            return nil
        }
        return parts.place(
            call: key.key, isCounter: key.isCounter, start: start.milliseconds / 1000,
            line: IPOfficeValues.fingerprint(fields.record), length: values.length, continues: values.continues == true)
    }

    /// Direction, outcome, segment and flags.
    func addKind(to call: inout CallRecord, part: IPOfficeParts.Part?) {
        call.kind.direction = values.direction
        call.kind.disposition = values.disposition
        if values.continues == true {
            call.kind.segment = values.connected > 0 ? .part : .ring
        } else if part?.follows == true {
            call.kind.segment = .part
        }
        var flags: CallFlags = []
        if values.connected > 0, values.party1.isVoiceMail || values.party2.isVoiceMail { flags.insert(.voiceMail) }
        if values.party1.isConference || values.party2.isConference { flags.insert(.conference) }
        // Inbound and internal at once is not documented.
        if values.isInternal == nil || values.continues == nil || values.isIncoming && values.isInternal == true {
            flags.insert(.unusual)
        }
        if let targeting {
            call.kind.redirectReason = targeting.text.text()
            if targeting.isTransferred { flags.insert(.transferred) }
            if targeting.isForwarded { flags.insert(.forwarded) }
        }
        call.kind.flags = flags
    }

    /// Identity, codes, charge and layout.
    func addIdentity(to call: inout CallRecord, part: IPOfficeParts.Part?, currencies: inout IPOfficeCurrencies) {
        let callID = fields[IPOfficeField.callID]
        call.identity.callID = callID.text()
        if let part { call.identity.thread = IPOfficeThread.text(callID: callID, firstStart: part.firstStart) }
        call.identity.leg = fields[IPOfficeField.callerCallID].text()
        call.identity.relatedLeg = fields[IPOfficeField.calledCallID].text()
        call.codes.account = text(fields[IPOfficeField.account])
        let code = fields[IPOfficeField.authorisationCode]
        if !code.isEmpty, !code.equalsIgnoringCase("n/a"), code.firstIndex(of: UInt8(ascii: "*")) == nil {
            call.codes.authorisation = code.text()
        }
        call.pbxCharge = IPOfficeCharge.charge(fields, currencies: &currencies)
        call.provenance.layout = layout
    }

    /// The layout by the release that brought it.
    private var layout: String {
        switch fields.alignedCount {
        case ..<30: "delta-server"
        case ..<34: "4.2"
        case 34: "10"
        case 35: fields[IPOfficeField.recordTime].isEmpty ? "10" : "11.0"
        case 36: "11.0"
        default: "11.1"
        }
    }
}

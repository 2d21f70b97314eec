import ECASModel

// Fills a new call record from an SMDR record.
extension IPOfficeRecord {
    /// The text of a name, or nothing if it is empty.
    @inline(__always)
    func name(_ field: FieldBytes, _ text: IPOfficeText) -> String? {
        field.isEmpty ? nil : text.name(field, separator: fields.separator)
    }

    /// The place of the record among the parts of its call; absent without a Call ID or a clock that was set.
    @inline(__always)
    func part(in parts: inout IPOfficeParts) -> IPOfficeParts.Place? {
        guard start.time != IPOfficeValues.unsetClock, let key = IPOfficeValues.callKey(fields[IPOfficeField.callID])
        else {
            return nil
        }
        return parts.place(
            call: key.key, isCounter: key.isCounter, start: start.time.milliseconds / 1000,
            line: IPOfficeValues.fingerprint(fields.record), length: length, continues: continues == true)
    }

    /// Who made the system call outside; nothing if it did not.
    @inline(__always)
    var targeting: IPOfficeTargeting? {
        let cause = fields[IPOfficeField.targetingCause]
        return cause.isEmpty ? nil : IPOfficeTargeting(cause)
    }

    /// Direction, outcome, segment and flags.
    @inline(__always)
    func fill(_ kind: inout CallKind, direction: Direction?, part: IPOfficeParts.Place?) {
        kind.direction = direction
        kind.disposition = disposition
        if continues == true {
            kind.segment = connected > 0 ? .part : .ring
        } else if part?.follows == true {
            kind.segment = .part
        }
        let (party1, party2) = (party1.party, party2.party)
        var flags: CallFlags = []
        if connected > 0, party1.isVoiceMail || party2.isVoiceMail { flags.insert(.voiceMail) }
        if party1.isConference || party2.isConference { flags.insert(.conference) }
        // Inbound and internal at once is not documented.
        if isInternal == nil || continues == nil || isIncoming && isInternal == true {
            flags.insert(.unusual)
        }
        if let targeting = targeting {
            kind.redirectReason.fill(with: targeting.text.text())
            if targeting.isTransferred { flags.insert(.transferred) }
            if targeting.isForwarded { flags.insert(.forwarded) }
        }
        kind.flags = flags
    }

    /// What the PBX calls the call, and what ties its parts.
    @inline(__always)
    func fill(_ identity: inout CallIdentity, part: IPOfficeParts.Place?) {
        let callID = fields[IPOfficeField.callID]
        identity.callID.fill(with: callID.text())
        if let part { identity.thread.fill(with: IPOfficeThread.text(callID: callID, firstStart: part.firstStart)) }
        identity.leg.fill(with: fields[IPOfficeField.callerCallID].text())
        identity.relatedLeg.fill(with: fields[IPOfficeField.calledCallID].text())
    }

    /// The codes entered.
    @inline(__always)
    func fill(_ codes: inout CallCodes, _ text: IPOfficeText) {
        codes.account.fill(with: name(fields[IPOfficeField.account], text))
        let code = fields[IPOfficeField.authorisationCode]
        if !code.isEmpty, !IPOfficeValues.isNotAvailable(code), code.firstIndex(of: UInt8(ascii: "*")) == nil {
            codes.authorisation.fill(with: code.text())
        }
    }

    /// Where the record comes from, with the layout by the release that brought it.
    @inline(__always)
    func fill(_ provenance: inout CallProvenance, _ context: RecordContext) {
        provenance.layout.fill(with: layout)
        provenance.recordIndex = context.index
        provenance.receivedAt = context.receivedAt
    }

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

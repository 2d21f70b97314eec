import ECASModel

// What the fields mean in a call record.
extension MiVoiceBusinessRecord {
    /// Fills in who called whom; a trunk is never a party.
    ///
    /// - Parameters:
    ///   - parties: takes them.
    ///   - outsider: the number of a caller who came by a trunk.
    ///   - texts: texts made lately.
    func fillParties(_ parties: inout CallParties, outsider: FieldBytes, _ texts: inout MiVoiceBusinessTexts) {
        switch direction {
        case .outbound:
            parties.calling = texts.text(calling.text).flatMap { PhoneNumber($0) }
            parties.chargedExtension = parties.calling?.text
            parties.called = digits.dialled.phoneNumber()
        case .inbound:
            parties.calling = outsider.phoneNumber()
            fillCalled(&parties, &texts)
            if station.isStation { parties.chargedExtension = parties.called?.text }
        case .internal:
            parties.calling = texts.text(calling.text).flatMap { PhoneNumber($0) }
            parties.chargedExtension = parties.calling?.text
            fillCalled(&parties, &texts)
        case .tandem:
            parties.calling = outsider.phoneNumber()
            parties.called = digits.dialled.phoneNumber()
        }
    }

    /// The called station, and the digits where they are not its number; without a station the digits are the number.
    private func fillCalled(_ parties: inout CallParties, _ texts: inout MiVoiceBusinessTexts) {
        let station = station
        guard station.isStation else {
            parties.called = digits.dialled.phoneNumber()
            return
        }
        parties.called = texts.text(station.text).flatMap { PhoneNumber($0) }
        if !digits.dialled.hasSameBytes(as: station.text) { parties.dialed = digits.dialled.phoneNumber() }
    }

    /// Fills in the parties that few records name.
    func fillOthers(_ parties: inout CallParties, dnis: FieldBytes, _ texts: inout MiVoiceBusinessTexts) {
        let listedNumber = layout.listedNumber.map(line.field) ?? line.nothing
        let number = dnis.isEmpty ? listedNumber : dnis
        let suitePilot = layout.suitePilot.map(line.field) ?? line.nothing
        // The hot desk user on the side that is charged.
        let isOutgoing = direction == .outbound || direction == .internal
        let hotDeskUser = (isOutgoing ? layout.hotDeskCalling : layout.hotDeskCalled).map(line.field) ?? line.nothing
        let isMoved = thirdParty.isStation || isForwarded || isTransferred
        guard isMoved || !number.isEmpty || !suitePilot.isEmpty || !hotDeskUser.isEmpty else { return }
        var others = OtherParties()
        if !number.isEmpty { others.directDialIn = texts.text(number).flatMap { PhoneNumber($0) } }
        if !suitePilot.isEmpty { others.huntGroup = suitePilot.text() }
        if !hotDeskUser.isEmpty { others.user = hotDeskUser.text() }
        if isMoved { fillMoves(&others) }
        parties.others = others
    }

    /// Fills in who passed the call on to whom.
    private func fillMoves(_ others: inout OtherParties) {
        if thirdParty.isStation { others.connected = thirdParty.text.phoneNumber() }
        if isTransferred {
            switch direction {
            case .outbound: others.transferring = calling.text.phoneNumber()
            case .inbound, .internal:
                if called.isStation, thirdParty.isStation {
                    others.transferring = called.text.phoneNumber()
                    others.firstAnswering = others.transferring
                }
            case .tandem: break
            }
        }
        if isForwarded, direction == .inbound || direction == .internal {
            others.forwarding = digits.dialled.phoneNumber()
        }
    }

    /// Whether the call was forwarded: the called party is who answered, the digits are who was dialled.
    private var isForwarded: Bool { line.byte(layout.speedOrForward) == 0x46 }

    /// Fills in direction, outcome and flags.
    func fillKind(_ kind: inout CallKind, duration: Int, answeredAbove: Int?) {
        kind.direction = direction
        kind.disposition = completion.disposition(
            direction, timeToAnswer.answer, duration: duration, answeredAbove: answeredAbove)
        kind.flags = flags(duration: duration)
        kind.redirectReason = redirectReason
    }

    /// What else is true of the call.
    private func flags(duration: Int) -> CallFlags {
        var flags: CallFlags = []
        if isTransferred { flags.insert(.transferred) }
        if isConference { flags.insert(.conference) }
        if isForwarded { flags.insert(.forwarded) }
        if timeToAnswer.hasAttendant || calling.isAttendant || called.isAttendant
            || direction == .inbound && completion == .answered
        {
            flags.insert(.attendant)
        }
        // Night bell or call pick-up: both answer at another set.
        if direction == .inbound, completion == .tollDenied, timeToAnswer.answer != .unanswered {
            flags.insert(.pickedUp)
        }
        if line.isCut(layout.thirdParty), isTransferred || isConference { flags.insert(.legsIncomplete) }
        if !longCallMarkAgrees(duration) || !layout.isDocumented { flags.insert(.unusual) }
        return flags
    }

    /// The long call mark says the duration once more: below 5 minutes, below 10, below 30, longer.
    private func longCallMarkAgrees(_ duration: Int) -> Bool {
        switch line.longCallMark {
        case 0x20: duration < 300
        case 0x2D: duration >= 300 && duration < 600
        case 0x25: duration >= 600 && duration < 1800
        case 0x2B: duration >= 1800
        default: true
        }
    }

    /// Why the call was redirected: a letter of the ACD (agent unavailable, interflow, redirected).
    private var redirectReason: String? {
        switch transfer {
        case 0x55: "U"
        case 0x49: "I"
        case 0x52: "R"
        default: nil
        }
    }

    /// The controller that made the record; `000` is none.
    var systemID: FieldBytes { line.field(layout.systemID) }

    /// Two trunks of the call of which one is a line of its own; the numbers `X999` and `X9999` stand for all IP trunks.
    var trunkPair: (MiVoiceBusinessParty, MiVoiceBusinessParty)? {
        let first = calling.isTrunk ? calling : thirdParty
        let second = called.isTrunk ? called : thirdParty
        guard first.isTrunk, second.isTrunk, !first.text.hasSameBytes(as: second.text),
            !(first.isNetworkTrunk && second.isNetworkTrunk)
        else { return nil }
        return (first, second)
    }
}

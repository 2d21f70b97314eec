import ECASModel

extension IPOfficeCallBuilder {
    /// Who called whom, by which lines, and whose call it is.
    func addParties(to call: inout CallRecord) {
        let direction = call.kind.direction
        call.parties.calling = caller
        let called = called(direction)
        call.parties.called = called.phoneNumber()
        // The same number twice, as on the way out, costs one text.
        let dialed = fields[IPOfficeField.dialledNumber]
        call.parties.dialed = dialed.hasSameBytes(as: called) ? call.parties.called : dialed.phoneNumber()
        if direction != .tandem, let user = values.user {
            call.parties.chargedExtension = user.digits.text()
        }
        addTrunks(to: &call, direction: direction)
        addNames(to: &call, direction: direction)
        addOthers(to: &call, direction: direction)
    }

    /// The caller: on SIP lines a number and an address, of which the number counts.
    private var caller: PhoneNumber? {
        let printed = fields[IPOfficeField.caller]
        let number = printed[0..<(printed.firstIndex(of: UInt8(ascii: "@")) ?? printed.count)]
        return number.equalsIgnoringCase("anonymous") ? nil : number.phoneNumber()
    }

    /// The number called; on the way out without the `#` that ends dialling.
    private func called(_ direction: Direction?) -> FieldBytes {
        let printed = fields[IPOfficeField.calledNumber]
        if direction == .outbound, printed.count > 1, printed[printed.count - 1] == UInt8(ascii: "#") {
            return printed[0..<printed.count - 1]
        }
        return printed
    }

    private func addTrunks(to call: inout CallRecord, direction: Direction?) {
        switch direction {
        case .inbound:
            call.trunks.incoming = values.trunk?.device.text()
            call.trunks.incomingMember = values.trunk?.channel?.text()
        case .outbound, .internal:
            call.trunks.outgoing = values.trunk?.device.text()
            call.trunks.outgoingMember = values.trunk?.channel?.text()
        case .tandem:
            call.trunks.incoming = values.party1.device.text()
            call.trunks.incomingMember = values.party1.channel?.text()
            call.trunks.outgoing = values.party2.device.text()
            call.trunks.outgoingMember = values.party2.channel?.text()
        case nil: break
        }
    }

    /// The names of persons and of services inside; a line's name is none of a party.
    private func addNames(to call: inout CallRecord, direction: Direction?) {
        switch direction {
        case .inbound:
            // An extension comes before the line, whoever called.
            call.parties.calledName = name(values.party1) ?? name(values.party2)
        case .tandem: break
        default:
            call.parties.callingName = name(values.party1)
            call.parties.calledName = name(values.party2)
        }
    }

    private func name(_ party: IPOfficeParty) -> String? {
        party.kind == .trunk ? nil : text(party.name)
    }

    /// Devices inside the system, who answered, who is charged, and what was called outside for whom.
    private func addOthers(to call: inout CallRecord, direction: Direction?) {
        let targeter = fields[IPOfficeField.targeter]
        let targeted = fields[IPOfficeField.targetedNumber]
        let user = fields[IPOfficeField.userCharged]
        let verification = fields[IPOfficeField.callerVerification]
        let isVerified = !verification.isEmpty && !verification.equalsIgnoringCase("N/A")
        // Another one than the one called: by pick-up, forwarding inside, or out of a group.
        let isAnsweredByOther =
            direction == .internal && values.party1.kind == .user && values.party2.kind == .user
            && !values.party2.digits.hasSameBytes(as: fields[IPOfficeField.calledNumber])
        let hasVirtual = values.party1.kind == .virtual || values.party2.kind == .virtual
        guard
            isAnsweredByOther || hasVirtual || !targeter.isEmpty || !targeted.isEmpty || !user.isEmpty
                || isVerified
        else { return }
        var others = OtherParties()
        if isAnsweredByOther { others.connected = values.party2.digits.phoneNumber() }
        if values.party1.kind == .virtual, direction != .inbound {
            others.callingDevice = values.party1.device.text()
        } else if hasVirtual {
            let party = values.party1.kind == .virtual ? values.party1 : values.party2
            others.calledDevice = party.device.text()
        }
        others.user = text(user)
        if targeting?.isMobileTwinning == true {
            others.mobile = targeted.phoneNumber()
        } else {
            others.sent = targeted.phoneNumber()
        }
        if let targeting, let targeter = text(targeter) {
            if targeting.isHuntGroup {
                others.huntGroup = targeter
            } else if targeting.isForwarded {
                others.forwarding = PhoneNumber(targeter)
            } else if targeting.isTransferred {
                others.transferring = PhoneNumber(targeter)
            }
        }
        if isVerified { others.callingVerification = verification.text() }
        call.parties.others = others
    }
}

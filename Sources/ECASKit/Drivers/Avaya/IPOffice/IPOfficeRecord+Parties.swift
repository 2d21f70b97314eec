import ECASModel

extension IPOfficeRecord {
    /// Who called whom, and whose call it is.
    @inline(__always)
    func fill(
        _ parties: inout CallParties, direction: Direction?, in table: IPOfficeParties, _ text: IPOfficeText
    ) {
        let userDigits = userDigits
        if let caller { parties.calling.fill(with: number(caller, userDigits: userDigits, in: table)) }
        let called = called(direction)
        parties.called.fill(with: number(called, userDigits: userDigits, in: table))
        // The same number twice, as on the way out, costs one text.
        let dialed = fields[IPOfficeField.dialledNumber]
        parties.dialed.fill(with: dialed.hasSameBytes(as: called) ? parties.called : dialed.phoneNumber())
        if direction != .tandem { parties.chargedExtension.fill(with: user(in: table)) }
        switch direction {
        case .inbound:
            // An extension comes before the line, whoever called.
            parties.calledName.fill(with: name(party1, in: table.first) ?? name(party2, in: table.second))
        case .tandem: break
        default:
            parties.callingName.fill(with: name(party1, in: table.first))
            parties.calledName.fill(with: name(party2, in: table.second))
        }
        let isAnsweredByOther = isAnsweredByOther(direction)
        if hasOthers(isAnsweredByOther: isAnsweredByOther) {
            addOthers(to: &parties, direction, isAnsweredByOther: isAnsweredByOther, in: table, text)
        }
    }

    /// The outside lines.
    @inline(__always)
    func fill(_ trunks: inout CallTrunks, direction: Direction?, in table: IPOfficeParties) {
        let isFirst = party1.kind == .trunk
        guard isFirst || party2.kind == .trunk else { return }
        let number = isFirst ? table.first.number(party1) : table.second.number(party2)
        let channel = isFirst ? table.first.label(party1) : table.second.label(party2)
        switch direction {
        case .inbound:
            trunks.incoming.fill(with: number)
            trunks.incomingMember.fill(with: channel)
        case .outbound, .internal:
            trunks.outgoing.fill(with: number)
            trunks.outgoingMember.fill(with: channel)
        case .tandem:
            // Both are lines.
            trunks.incoming.fill(with: number)
            trunks.incomingMember.fill(with: channel)
            trunks.outgoing.fill(with: table.second.number(party2))
            trunks.outgoingMember.fill(with: table.second.label(party2))
        case nil: break
        }
    }

    /// The extension of the record: the first of two.
    @inline(__always)
    private func user(in table: IPOfficeParties) -> String? {
        if party1.kind == .user { return table.first.number(party1) }
        return party2.kind == .user ? table.second.number(party2) : nil
    }

    /// The digits of the extension of the record; empty without one.
    @inline(__always)
    private var userDigits: FieldBytes {
        if party1.kind == .user { return digits(IPOfficeField.party1Device) }
        return party2.kind == .user ? digits(IPOfficeField.party2Device) : fields.record[0..<0]
    }

    /// A number; if it is that of the extension, its text was made before.
    @inline(__always)
    private func number(_ field: FieldBytes, userDigits: FieldBytes, in table: IPOfficeParties) -> PhoneNumber? {
        guard !field.isEmpty, field.hasSameBytes(as: userDigits) else { return field.phoneNumber() }
        return user(in: table).flatMap(PhoneNumber.init)
    }

    /// The caller: on SIP lines a number and an address, of which the number counts.
    @inline(__always)
    private var caller: FieldBytes? {
        let printed = fields[IPOfficeField.caller]
        let at = UInt8(ascii: "@")
        let isPlain = printed.count <= ShortText.capacity && !ShortText(printed).contains(at)
        let number = isPlain ? printed : printed[0..<(printed.firstIndex(of: at) ?? printed.count)]
        return number.count == 9 && number.equalsIgnoringCase("anonymous") ? nil : number
    }

    /// The number called; on the way out without the `#` that ends dialling.
    @inline(__always)
    private func called(_ direction: Direction?) -> FieldBytes {
        let printed = fields[IPOfficeField.calledNumber]
        if direction == .outbound, printed.count > 1, printed[printed.count - 1] == UInt8(ascii: "#") {
            return printed[0..<printed.count - 1]
        }
        return printed
    }

    /// The name of a person or of a service inside; a line's name is none of a party.
    @inline(__always)
    private func name(_ place: IPOfficePartyTable.Place, in table: IPOfficePartyTable) -> String? {
        place.kind == .trunk ? nil : table.label(place)
    }

    /// Whether the record names more than the caller, the called party and lines.
    @inline(__always)
    private func hasOthers(isAnsweredByOther: Bool) -> Bool {
        isAnsweredByOther || party1.kind == .virtual || party2.kind == .virtual
            || !fields[IPOfficeField.targeter].isEmpty || !fields[IPOfficeField.targetedNumber].isEmpty
            || !fields[IPOfficeField.userCharged].isEmpty || isVerified
    }

    /// Whether another one than the one called answered: by pick-up, forwarding inside, or out of a group.
    @inline(__always)
    private func isAnsweredByOther(_ direction: Direction?) -> Bool {
        direction == .internal && party1.kind == .user && party2.kind == .user
            && !digits(IPOfficeField.party2Device).hasSameBytes(as: fields[IPOfficeField.calledNumber])
    }

    /// Whether the network verified the caller's number, with any result.
    @inline(__always)
    private var isVerified: Bool {
        let verification = fields[IPOfficeField.callerVerification]
        return !verification.isEmpty && !IPOfficeValues.isNotAvailable(verification)
    }

    /// Devices inside the system, who answered, who is charged, and what was called outside for whom.
    @inline(never)
    private func addOthers(
        to parties: inout CallParties, _ direction: Direction?, isAnsweredByOther: Bool, in table: IPOfficeParties,
        _ text: IPOfficeText
    ) {
        var others = OtherParties()
        if isAnsweredByOther { others.connected.fill(with: digits(IPOfficeField.party2Device).phoneNumber()) }
        if isVerified { others.callingVerification.fill(with: fields[IPOfficeField.callerVerification].text()) }
        if party1.kind == .virtual {
            let device = table.first.number(party1)
            if direction == .inbound {
                others.calledDevice.fill(with: device)
            } else {
                others.callingDevice.fill(with: device)
            }
        } else if party2.kind == .virtual {
            others.calledDevice.fill(with: table.second.number(party2))
        }
        others.user.fill(with: name(fields[IPOfficeField.userCharged], text))
        addTargets(to: &others, text)
        parties.others = others
    }

    /// What was called outside, and for whom.
    @inline(__always)
    private func addTargets(to others: inout OtherParties, _ text: IPOfficeText) {
        let targeted = fields[IPOfficeField.targetedNumber].phoneNumber()
        guard let targeting = targeting else {
            others.sent.fill(with: targeted)
            return
        }
        if targeting.isMobileTwinning { others.mobile = targeted } else { others.sent = targeted }
        guard let targeter = name(fields[IPOfficeField.targeter], text) else { return }
        if targeting.isHuntGroup {
            others.huntGroup = targeter
        } else if targeting.isForwarded {
            others.forwarding = PhoneNumber(targeter)
        } else if targeting.isTransferred {
            others.transferring = PhoneNumber(targeter)
        }
    }

    /// A device without its letter.
    @inline(__always)
    private func digits(_ index: Int) -> FieldBytes { fields[index].suffix(from: 1) }
}

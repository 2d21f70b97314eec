import ECASModel

/// The values of a record that decide what sort of call it is, checked.
struct IPOfficeRecord {
    /// Seconds of talk, ring, hold and park.
    let connected: Int32
    let ring: Int32
    let hold: Int32
    let park: Int32
    /// Whether the direction is printed as `I`; else it is `O`, outbound or internal.
    let isIncoming: Bool
    /// Whether both parties are internal; absent if it is printed neither as 0 nor as 1.
    let isInternal: Bool?
    /// Whether more records of the call follow; absent if it is printed neither as 0 nor as 1.
    let continues: Bool?
    let party1: IPOfficeParty
    let party2: IPOfficeParty

    /// Reads the values of a record.
    ///
    /// - Parameters:
    ///   - fields: the fields.
    ///   - isAligned: whether the fields behind the first party's device could be found.
    /// - Throws: the first fault of the record from left to right.
    init(_ fields: IPOfficeFields, isAligned: Bool) throws(IPOfficeFault) {
        guard let connected = IPOfficeValues.connectedTime(fields[IPOfficeField.connectedTime]) else {
            throw .connectedTime
        }
        guard let ring = IPOfficeValues.seconds(fields[IPOfficeField.ringTime]) else {
            throw .ringTime
        }
        let direction = fields[IPOfficeField.direction]
        isIncoming = IPOfficeValues.isByte(direction, "I")
        guard isIncoming || IPOfficeValues.isByte(direction, "O") else { throw .direction }
        guard isAligned else { throw .names }
        guard let hold = IPOfficeValues.seconds(fields[IPOfficeField.holdTime]) else {
            throw .holdTime
        }
        guard let park = IPOfficeValues.seconds(fields[IPOfficeField.parkTime]) else {
            throw .parkTime
        }
        self.connected = connected
        self.ring = ring
        self.hold = hold
        self.park = park
        let isInternal = fields[IPOfficeField.isInternal]
        // An example of the manual prints the letter instead of the digit.
        self.isInternal = Self.flag(isInternal) ?? (IPOfficeValues.isByte(isInternal, "I") ? true : nil)
        continues = Self.flag(fields[IPOfficeField.continuation])
        party1 = IPOfficeParty(
            device: fields[IPOfficeField.party1Device],
            name: fields[IPOfficeField.party1Name])
        party2 = IPOfficeParty(
            device: fields[IPOfficeField.party2Device],
            name: fields[IPOfficeField.party2Name])
    }

    private static func flag(_ field: FieldBytes) -> Bool? {
        IPOfficeValues.isByte(field, "0") ? false : IPOfficeValues.isByte(field, "1") ? true : nil
    }

    /// How long the part was, without the time in no state that no record shows.
    var length: Int64 { Int64(connected) + Int64(ring) + Int64(hold) + Int64(park) }

    /// Whether nobody was reached: no line, barred, wrong number.
    var reachedNobody: Bool { !isIncoming && connected == 0 && ring == 0 && party2.kind == .none }

    /// Which way the call went.
    var direction: Direction? {
        if party1.kind == .trunk, party2.kind == .trunk { return .tandem }
        guard let isInternal else { return nil }
        if isInternal {
            // Dialling outside fails before the system knows that it is outside, so that "internal" means nothing.
            return reachedNobody ? nil : .internal
        }
        return isIncoming ? .inbound : .outbound
    }

    /// How it went; absent if the next part of the call decides it.
    var disposition: Disposition? {
        if connected > 0 { return .answered }
        if reachedNobody { return .failed }
        return continues == false ? .unanswered : nil
    }

    /// The extension's party: the first of two.
    var user: IPOfficeParty? {
        party1.kind == .user ? party1 : party2.kind == .user ? party2 : nil
    }

    /// The line's party: the first of two.
    var trunk: IPOfficeParty? {
        party1.kind == .trunk ? party1 : party2.kind == .trunk ? party2 : nil
    }
}

/// Why a line is no record.
enum IPOfficeFault: Error {
    case noDate
    case cut
    case glued(position: Int)
    case callStart
    case connectedTime
    case ringTime
    case direction
    case names
    case holdTime
    case parkTime

    /// The reason for suspense.
    var reason: MalformedReason {
        switch self {
        case .noDate:
            MalformedReason(
                "no-date", "The line has no date and time (YYYY/MM/DD HH:MM); it may be the rest of a cut record.")
        case .cut:
            MalformedReason("cut-record", "The record has fewer than 17 fields; it was cut off.")
        case .glued(let position):
            MalformedReason(
                "glued-records", "Another record begins within the record; the end of the first one is missing.",
                position: position)
        case .callStart:
            MalformedReason("call-start", "Call Start is no date and time; YYYY/MM/DD HH:MM:SS is expected.")
        case .connectedTime:
            MalformedReason("connected-time", "Connected Time is no time; HH:MM:SS is expected.")
        case .ringTime:
            MalformedReason("ring-time", "Ring Time is no number of seconds.")
        case .direction:
            MalformedReason("direction", "Direction is neither I nor O.")
        case .names:
            MalformedReason(
                "parties",
                "Devices, hold and park time are not where they belong, and commas in the names do not explain it.")
        case .holdTime:
            MalformedReason("hold-time", "Hold Time is no number of seconds below a thousand million.")
        case .parkTime:
            MalformedReason("park-time", "Park Time is no number of seconds below a thousand million.")
        }
    }
}

import ECASModel

/// One SMDR record: its fields, and the values that decide what sort of call it is, checked.
///
/// Valid as long as the pieces of the line are. Not copied, because copying it costs more than reading it.
struct IPOfficeRecord: ~Copyable {
    /// What is set for the site.
    struct Settings: Sendable {
        /// Whether the time of the record is printed in UTC.
        var recordTimeIsUTC: Bool
        /// How names are read.
        var text: IPOfficeText
    }

    /// The fields, aligned.
    let fields: IPOfficeFields
    /// Call Start, and whether it is printed with seconds.
    let start: (time: WallClock, hasSeconds: Bool)
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
    let party1: IPOfficePartyTable.Place
    let party2: IPOfficePartyTable.Place

    /// Reads a record.
    ///
    /// - Parameters:
    ///   - pieces: the line, split.
    ///   - separator: the byte between the pieces.
    ///   - parties: where parties are looked up.
    /// - Throws: the first fault of the record from left to right.
    @inline(__always)
    init(
        _ pieces: SeparatedFieldsView, separator: UInt8, parties: inout IPOfficeParties
    ) throws(IPOfficeFault) {
        guard let start = IPOfficeValues.wallClock(pieces[IPOfficeField.callStart]) else { throw .callStart }
        var fields = IPOfficeFields(pieces, separator: separator)
        fields.align(&parties)
        guard let connected = IPOfficeValues.connectedTime(fields[IPOfficeField.connectedTime]) else {
            throw .connectedTime
        }
        guard let ring = IPOfficeValues.seconds(fields[IPOfficeField.ringTime]) else {
            throw .ringTime
        }
        let direction = fields[IPOfficeField.direction]
        let isIncoming = IPOfficeValues.isByte(direction, "I")
        guard isIncoming || IPOfficeValues.isByte(direction, "O") else { throw .direction }
        guard let places = fields.places else { throw .names }
        guard let hold = IPOfficeValues.seconds(fields[IPOfficeField.holdTime]) else {
            throw .holdTime
        }
        guard let park = IPOfficeValues.seconds(fields[IPOfficeField.parkTime]) else {
            throw .parkTime
        }
        let isInternal = fields[IPOfficeField.isInternal]
        // An example of the manual prints the letter instead of the digit.
        self.isInternal = Self.flag(isInternal) ?? (IPOfficeValues.isByte(isInternal, "I") ? true : nil)
        continues = Self.flag(fields[IPOfficeField.continuation])
        self.isIncoming = isIncoming
        self.connected = connected
        self.ring = ring
        self.hold = hold
        self.park = park
        party1 = places.first
        party2 = places.second
        self.start = start
        self.fields = fields
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
}

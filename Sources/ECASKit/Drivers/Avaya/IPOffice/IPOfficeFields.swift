/// The pieces of a record between its commas, and which of them make up which field.
///
/// The format quotes nothing, so a comma in a name makes a piece too many. Devices, numbers and dates on both sides of
/// the names show which pieces belong together.
///
/// Valid as long as the pieces are. Not copied, because copying it costs more than reading it.
struct IPOfficeFields: ~Copyable {
    /// The byte between the pieces: `,` unless the line was quoted.
    let separator: UInt8
    private let pieces: SeparatedFieldsView
    // Where Party2Device is, and how far its place is behind that of the documentation for each field from hold time on.
    private var placeOfParty2 = IPOfficeField.party2Device
    private var shiftFromHoldTime = 0
    private var shiftFromCharge = 0
    private var shiftFromCurrency = 0
    private var shiftFromUnits = 0
    private var shiftFromTargetedNumber = 0
    // Whether every field is where the documentation has it.
    private var isInOrder = true
    /// The parties; absent if they, or what stands behind them, could not be found.
    private(set) var places: Places?

    /// Where the two parties are in their tables.
    typealias Places = (first: IPOfficePartyTable.Place, second: IPOfficePartyTable.Place)

    /// How many fields it would have if nothing held a comma.
    var alignedCount: Int { pieces.count - shiftFromTargetedNumber }

    /// Takes the pieces of a record; ``align()`` has to follow.
    init(_ pieces: SeparatedFieldsView, separator: UInt8) {
        self.pieces = pieces
        self.separator = separator
    }

    /// The whole record.
    var record: FieldBytes { pieces.record }

    /// Finds out which pieces belong together, and who the parties are: nothing is found if it cannot be known.
    @inline(__always)
    mutating func align(_ table: inout IPOfficeParties) {
        places =
            isWholeNumber(IPOfficeField.holdTime) && isWholeNumber(IPOfficeField.parkTime) ? places(table: &table) : nil
        if places == nil, alignNames() { places = places(table: &table) }
        guard places != nil, pieces.count > IPOfficeField.userCharged + 1 else { return }
        if !hasNoAmounts {
            alignUser()
            alignAmounts()
        }
        alignTargeter()
        isInOrder = isInOrder && shiftFromTargetedNumber == 0
    }

    @inline(__always)
    private func places(table: inout IPOfficeParties) -> Places? {
        guard let first = table.first.place(party1, device: pieces[IPOfficeField.party1Device], separator: separator),
            let second = table.second.place(party2, device: pieces[placeOfParty2], separator: separator)
        else { return nil }
        return (first, second)
    }

    /// Whether user charged, charge, currency and what follows up to the units are empty, as they nearly always are.
    var hasNoAmounts: Bool { isInOrder && pieces.areEmpty(IPOfficeField.userCharged...IPOfficeField.callUnits) }

    /// The device and the name of the first party, with the separator between them.
    var party1: FieldBytes { pieces[IPOfficeField.party1Device...placeOfParty2 - 1] }

    /// The device and the name of the second party, with the separator between them.
    var party2: FieldBytes { pieces[placeOfParty2...IPOfficeField.party2Name + shiftFromHoldTime] }

    /// A field by its index in the documentation: what is missing is empty.
    subscript(_ index: Int) -> FieldBytes {
        @inline(__always)
        get { isInOrder ? pieces[index] : displaced(index) }
    }

    /// A field of a record in which fields hold commas.
    @inline(never)
    private func displaced(_ index: Int) -> FieldBytes {
        switch index {
        case ..<IPOfficeField.party1Name: pieces[index]
        case IPOfficeField.party1Name: pieces[index...placeOfParty2 - 1]
        case IPOfficeField.party2Device: pieces[placeOfParty2]
        case IPOfficeField.party2Name: pieces[placeOfParty2 + 1...index + shiftFromHoldTime]
        case IPOfficeField.userCharged: pieces[index + shiftFromHoldTime...index + shiftFromCharge]
        case IPOfficeField.callCharge: pieces[index + shiftFromCharge...index + shiftFromCurrency]
        case IPOfficeField.targeter: pieces[index + shiftFromUnits...index + shiftFromTargetedNumber]
        case ..<IPOfficeField.userCharged: pieces[index + shiftFromHoldTime]
        case ..<IPOfficeField.callUnits: pieces[index + shiftFromCurrency]
        case ..<IPOfficeField.targetedNumber: pieces[index + shiftFromUnits]
        default: pieces[index + shiftFromTargetedNumber]
        }
    }

    /// Finds Party2Device, hold and park time behind names that hold commas.
    @inline(never)
    private mutating func alignNames() -> Bool {
        let device = pieces[IPOfficeField.party1Device]
        guard device.isEmpty || IPOfficeParty.isDevice(device) else { return false }
        isInOrder = false
        guard
            let hold = (IPOfficeField.holdTime..<max(IPOfficeField.holdTime, pieces.count - 1)).first(where: {
                isWholeNumber($0) && isWholeNumber($0 + 1)
            })
        else { return false }
        let candidates = (IPOfficeField.party2Device...hold - 2).filter {
            IPOfficeParty.isDevice(pieces[$0])
        }
        switch candidates.count {
        case 1: placeOfParty2 = candidates[0]
        case 0:
            guard pieces[hold - 2].isEmpty, pieces[hold - 1].isEmpty else {
                return false
            }
            placeOfParty2 = hold - 2
        default: return false
        }
        shiftFromHoldTime = hold - IPOfficeField.holdTime
        shiftFromCharge = shiftFromHoldTime
        shiftFromCurrency = shiftFromHoldTime
        shiftFromUnits = shiftFromHoldTime
        shiftFromTargetedNumber = shiftFromHoldTime
        return true
    }

    /// A comma in the name of the user charged: a word stands where the charge should, and the charge behind it.
    private mutating func alignUser() {
        let charge = IPOfficeField.callCharge + shiftFromCharge
        guard !isNumberOrEmpty(charge), !pieces[charge - 1].isEmpty else { return }
        let word = pieces[charge]
        guard word.contains(where: \.isLetterOrHigh), !word.equalsIgnoringCase("n/a") else { return }
        let extra = (1...3).first { isNumberOrEmpty(charge + $0) } ?? 0
        shiftFromCharge += extra
        shiftFromCurrency += extra
        shiftFromUnits += extra
        shiftFromTargetedNumber += extra
    }

    /// A decimal comma makes two pieces of the charge, and of the amount at the last user change behind the currency.
    private mutating func alignAmounts() {
        let currency = IPOfficeField.currency + shiftFromCurrency
        guard isWholeNumber(currency), isWholeNumber(currency - 1),
            pieces[currency + 1].contains(where: \.isLetterOrHigh)
        else { return }
        // Then the mark-up, a number, stands where the targeting cause should, which is none.
        let extraInAmount = isWholeNumber(IPOfficeField.targetingCause + shiftFromUnits + 1) ? 1 : 0
        shiftFromCurrency += 1
        shiftFromUnits += 1 + extraInAmount
        shiftFromTargetedNumber += 1 + extraInAmount
    }

    /// A comma in the name of the targeter: the time of the record stands too far back.
    private mutating func alignTargeter() {
        let time = IPOfficeField.recordTime + shiftFromTargetedNumber
        guard pieces.count > time + 1, pieces[time].count < IPOfficeLine.dateAndMinuteLength else { return }
        shiftFromTargetedNumber += (1...3).first { IPOfficeLine.hasDate(pieces[time + $0], at: 0) } ?? 0
    }

    private func isWholeNumber(_ index: Int) -> Bool {
        IPOfficeValues.isWholeNumber(pieces[index])
    }

    private func isNumberOrEmpty(_ index: Int) -> Bool {
        IPOfficeValues.isDecimalNumberOrEmpty(pieces[index])
    }
}

extension FieldBytes {
    /// Whether a byte passes.
    fileprivate func contains(where isWanted: (UInt8) -> Bool) -> Bool { !allSatisfy { !isWanted($0) } }
}

extension UInt8 {
    /// Whether it is a letter or part of one outside ASCII.
    fileprivate var isLetterOrHigh: Bool { isASCIILetter || self >= 0x80 }
}

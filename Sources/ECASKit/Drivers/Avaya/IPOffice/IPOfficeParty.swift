/// One of the two parties of a record.
struct IPOfficeParty: Sendable {
    enum Kind: Sendable {
        /// There is no party.
        case none
        /// `E`: an extension, also one of another system.
        case user
        /// `T`: a line.
        case trunk
        /// `V`: voicemail, conference, tone and other things inside the system.
        case virtual
    }

    /// What sort of device it is.
    let kind: Kind
    /// Whether it is voicemail, an attendant or an announcement: the name says so, the numbers overlap.
    let isVoiceMail: Bool
    /// Whether it is a conference bridge.
    let isConference: Bool

    init(device: FieldBytes, name: FieldBytes) {
        kind =
            switch device.isEmpty ? 0 : device[0] {
            case UInt8(ascii: "E"): .user
            case UInt8(ascii: "T"): .trunk
            case UInt8(ascii: "V"): .virtual
            default: .none
            }
        isVoiceMail = name.hasPrefixIgnoringCase("VM Channel")
        isConference = name.hasPrefixIgnoringCase("CO Channel")
    }

    /// Whether a field has the form of a device code.
    static func isDevice(_ field: FieldBytes) -> Bool {
        guard field.count >= 2 else { return false }
        switch field[0] {
        case UInt8(ascii: "E"), UInt8(ascii: "T"), UInt8(ascii: "V"):
            return IPOfficeValues.isWholeNumber(field.suffix(from: 1))
        default: return false
        }
    }

    /// The channel in a line's name, `1` of `Line 17.1`; none if the administrator gave it another name.
    static func channel(_ name: FieldBytes) -> FieldBytes? {
        var dot = name.count - 1
        while dot >= 0, name[dot].isASCIIDigit { dot -= 1 }
        guard dot >= 0, dot + 1 < name.count, name[dot] == UInt8(ascii: ".") else { return nil }
        var number = dot - 1
        while number >= 0, name[number].isASCIIDigit { number -= 1 }
        guard number == 4, number < dot - 1, name[0..<5].equalsIgnoringCase("Line ") else { return nil }
        return name.suffix(from: dot + 1)
    }
}

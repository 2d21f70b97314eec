/// One of the two parties of a record: device code and name.
struct IPOfficeParty {
    /// The device as printed.
    let device: FieldBytes
    /// The name as printed.
    let name: FieldBytes
    /// What sort of device it is.
    let kind: Kind

    enum Kind {
        /// There is no party.
        case none
        /// `E`: an extension, also one of another system.
        case user
        /// `T`: a line.
        case trunk
        /// `V`: voicemail, conference, tone and other things inside the system.
        case virtual
    }

    init(device: FieldBytes, name: FieldBytes) {
        self.device = device
        self.name = name
        kind =
            switch device.isEmpty ? 0 : device[0] {
            case UInt8(ascii: "E"): .user
            case UInt8(ascii: "T"): .trunk
            case UInt8(ascii: "V"): .virtual
            default: .none
            }
    }

    /// The device without its letter.
    var digits: FieldBytes { device.suffix(from: 1) }

    /// Whether it is voicemail, an attendant or an announcement: the name says so, the numbers overlap.
    var isVoiceMail: Bool { isNamed("VM Channel", "v") }

    /// Whether it is a conference bridge.
    var isConference: Bool { isNamed("CO Channel", "c") }

    /// Most names are told apart by their first letter, given in its small form.
    @inline(__always)
    private func isNamed(_ text: StaticString, _ firstLetter: Unicode.Scalar) -> Bool {
        name.count >= 10 && name[0] | 0x20 == UInt8(ascii: firstLetter) && name.hasPrefixIgnoringCase(text)
    }

    /// The channel in a line's name, `1` of `Line 17.1`; none if the administrator gave it another name.
    var channel: FieldBytes? {
        var dot = name.count - 1
        while dot >= 0, name[dot].isASCIIDigit { dot -= 1 }
        guard dot >= 0, dot + 1 < name.count, name[dot] == UInt8(ascii: ".") else { return nil }
        var number = dot - 1
        while number >= 0, name[number].isASCIIDigit { number -= 1 }
        guard number == 4, number < dot - 1, name[0..<5].equalsIgnoringCase("Line ") else { return nil }
        return name.suffix(from: dot + 1)
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
}

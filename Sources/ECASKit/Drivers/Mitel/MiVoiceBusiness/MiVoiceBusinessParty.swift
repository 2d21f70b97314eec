/// A party as printed: an extension, an attendant (`ATT1`), or a trunk (`T012`, `X999`).
struct MiVoiceBusinessParty {
    /// The field without blanks.
    let text: FieldBytes
    /// Whether it is a trunk.
    let isTrunk: Bool

    /// Looks at a party field.
    @inline(__always)
    init(_ text: FieldBytes) {
        self.text = text
        isTrunk =
            text.count > 1 && (text[0] == 0x54 || text[0] == 0x58)
            && text.suffix(from: 1).allSatisfy { $0.isASCIIDigit }
    }

    /// Whether it is an extension or an attendant.
    var isStation: Bool { !isTrunk && !text.isEmpty }

    /// Whether it is an attendant console.
    var isAttendant: Bool { text.hasPrefix("ATT") }

    /// Whether it is a trunk that is no exchange line: tie line, DPNSS, DISA or IP.
    var isNonExchangeTrunk: Bool { isTrunk && text[0] == 0x58 }

    /// Whether it is the number that stands for all IP trunks to other nodes.
    var isNetworkTrunk: Bool { text == "X999" || text == "X9999" }
}

/// The digits window: digits dialled or received, meter pulses, and the caller of a private network.
struct MiVoiceBusinessDigits {
    /// The digits dialled or received; empty if there are none.
    let dialled: FieldBytes
    /// What stands in front of them for the caller; empty if nothing does.
    let caller: FieldBytes
    /// Whether the caller's number has an access code in front, as in analogue networking.
    let hasAccessCode: Bool
    /// The meter pulses at the window's end.
    let meterPulses: Int?

    /// The last six columns of the window are a blank and five digits with Report Meter Pulses.
    ///
    /// Digits are left-justified: dialled ones that reach so far have no blank before them.
    private static let meterWidth = 6

    /// Reads the window.
    init(
        _ line: MiVoiceBusinessColumns, _ columns: MiVoiceBusinessColumnRange, hasNonExchangeTrunk: Bool,
        options: MiVoiceBusinessSettings.Options
    ) {
        var window = line.raw(columns)
        var pulses: Int?
        if options.hasMeterPulses != false, window.count == columns.count {
            let start = window.count - Self.meterWidth
            let isBlankBefore = window[start] == 0x20 || options.hasMeterPulses == true
            if isBlankBefore, window[start + 1].isASCIIDigit {
                pulses = window.suffix(from: start + 1).unsignedInteger()
            }
            if pulses != nil { window = window[0..<start] }
        }
        meterPulses = pulses
        let text = window.withoutPadding()
        if let blank = text.firstIndex(of: 0x20), Self.isNetworkCaller(text[0..<blank]) {
            dialled = text.suffix(from: blank).withoutPadding()
            caller = MiVoiceBusinessParty(text[0..<blank]).isTrunk ? line.nothing : text[0..<blank]
            hasAccessCode = false
        } else if let hash = Self.separator(in: text, hasNonExchangeTrunk, options.hashSeparator) {
            dialled = text.suffix(from: hash + 1)
            caller = text[0..<hash]
            hasAccessCode = true
        } else {
            dialled = text
            caller = line.nothing
            hasAccessCode = false
        }
    }

    /// The caller's number without the access code in front, which is one of these, longest first.
    ///
    /// Empty if the number cannot be told from the code.
    func callerNumber(accessCodes: [[UInt8]]) -> FieldBytes {
        guard hasAccessCode else { return caller }
        for code in accessCodes where caller.count > code.count {
            if (0..<code.count).allSatisfy({ caller[$0] == code[$0] }) { return caller.suffix(from: code.count) }
        }
        return caller[0..<0]
    }

    /// Network format: node ID and extension of the caller, or his trunk, in up to 14 columns.
    private static func isNetworkCaller(_ text: FieldBytes) -> Bool {
        guard text.count > 0, text.count <= 14 else { return false }
        let number = text[0] == 0x54 || text[0] == 0x58 ? text.suffix(from: 1) : text
        return number.allSatisfy { $0.isASCIIDigit || $0 == 0x2A || $0 == 0x23 }
    }

    /// Analogue networking: where a `#` parts access code and caller from the digits.
    private static func separator(
        in text: FieldBytes, _ hasNonExchangeTrunk: Bool, _ rule: MiVoiceBusinessSettings.HashSeparator
    ) -> Int? {
        guard rule == .always || rule == .nonExchangeTrunks && hasNonExchangeTrunk,
            let hash = text.firstIndex(of: 0x23), hash > 0, hash + 1 < text.count,
            text[0..<hash].allSatisfy({ $0.isASCIIDigit })
        else { return nil }
        return hash
    }
}

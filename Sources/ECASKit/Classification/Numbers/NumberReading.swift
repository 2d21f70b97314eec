import ECASModel

/// A number as a PBX printed it, read for its digits.
enum NumberReading {
    /// Letters or nothing but signs: no number to look at.
    case notDigits
    /// Begins with `*` or `#`: a code for the PBX itself.
    case featureCode
    /// Digits as dialled.
    case digits(PackedDigits, Form)

    struct Form {
        /// It began with `+`.
        var isInternational = false
        /// Digits at the end are hidden (`0301234***`, `0301234XXX`).
        var isMasked = false
    }

    /// Reads separators (`-`, blank, `/`, `.`, brackets) over, ends at `@` or `;` (SIP, RFC 3261 section 19.1), takes a
    /// scheme such as `sip:` away, and takes digits after a later `*` or `#` for digits dialled during the call.
    init(_ number: PhoneNumber) {
        var digits = PackedDigits()
        var form = Form()
        var hasLetters = false
        for byte in number.text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard !form.isMasked else {
                    // Digits follow the sign: it was no mask, the number before it is complete.
                    form.isMasked = false
                    self = hasLetters ? .notDigits : .digits(digits, form)
                    return
                }
                guard digits.append(byte &- UInt8(ascii: "0")) else {
                    self = .notDigits
                    return
                }
            case UInt8(ascii: "+") where digits.count == 0: form.isInternational = true
            case UInt8(ascii: "*"), UInt8(ascii: "#"):
                guard digits.count > 0 else {
                    self = .featureCode
                    return
                }
                // A `#` at the end only closes the number.
                if byte == UInt8(ascii: "*") { form.isMasked = true }
            case UInt8(ascii: "X"), UInt8(ascii: "x"):
                if digits.count > 0 { form.isMasked = true } else { hasLetters = true }
            case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("),
                UInt8(ascii: ")"):
                continue
            case UInt8(ascii: ":"):
                digits = PackedDigits()
                form = Form()
                hasLetters = false
            case UInt8(ascii: "@"), UInt8(ascii: ";"):
                self = digits.count > 0 && !hasLetters ? .digits(digits, form) : .notDigits
                return
            default: hasLetters = true
            }
        }
        self = digits.count > 0 && !hasLetters ? .digits(digits, form) : .notDigits
    }
}

import ECASModel

/// The values of single fields.
enum IPOfficeValues {
    /// A length as `HH:MM:SS` in seconds; hours can pass 23.
    static func connectedTime(_ field: FieldBytes) -> Int32? {
        let hours = field.count - 6
        guard hours >= 1, hours <= 5, field[hours] == UInt8(ascii: ":"), field[hours + 3] == UInt8(ascii: ":"),
            let hour = field[0..<hours].unsignedInteger(),
            let minute = field.twoDigits(at: hours + 1), minute < 60,
            let second = field.twoDigits(at: hours + 4), second < 60
        else { return nil }
        return Int32(truncatingIfNeeded: hour * 3600 + minute * 60 + second)
    }

    /// A whole number of seconds, at most nine digits.
    static func seconds(_ field: FieldBytes) -> Int32? {
        guard field.count <= 9, let value = field.unsignedInteger() else { return nil }
        return Int32(truncatingIfNeeded: value)
    }

    /// Whether it is one byte, this one.
    @inline(__always)
    static func isByte(_ field: FieldBytes, _ letter: Unicode.Scalar) -> Bool {
        field.count == 1 && field[0] == UInt8(ascii: letter)
    }

    /// Whether it consists of digits.
    static func isWholeNumber(_ field: FieldBytes) -> Bool {
        !field.isEmpty && field.allSatisfy(\.isASCIIDigit)
    }

    /// Whether it has no byte other than digits, a sign in front, and points.
    static func isDecimalNumberOrEmpty(_ field: FieldBytes) -> Bool {
        let unsigned = !field.isEmpty && field[0] == UInt8(ascii: "-") ? field.suffix(from: 1) : field
        return unsigned.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    }

    /// What stands for every time of a clock that was not set: its date may be none of the calendar.
    static let unsetClock = WallClock(milliseconds: 0)

    /// A date and time as `YYYY/MM/DD HH:MM:SS`, ``unsetClock`` before the year 2000.
    ///
    /// The seconds may be missing.
    static func wallClock(_ field: FieldBytes) -> (time: WallClock, hasSeconds: Bool)? {
        guard field.count == 16 || field.count == 19, field[4] == UInt8(ascii: "/"), field[7] == UInt8(ascii: "/"),
            field[10] == 0x20, field[13] == UInt8(ascii: ":")
        else { return nil }
        let hasSeconds = field.count == 19
        var digits = DigitPairs(field)
        let century = digits[0]
        let year = century &* 100 &+ digits[2]
        let month = digits[5]
        let day = digits[8]
        let hour = digits[11]
        let minute = digits[14]
        let second = hasSeconds ? digits[17] : 0
        guard digits.areDigits, !hasSeconds || field[16] == UInt8(ascii: ":") else { return nil }
        guard century >= 20 else { return (unsetClock, hasSeconds) }
        return WallClock(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
            .map { ($0, hasSeconds) }
    }

    /// Pairs of digits at places that are in the field; whether all were digits is asked once at the end.
    private struct DigitPairs {
        private let field: FieldBytes
        private(set) var areDigits = true

        init(_ field: FieldBytes) {
            self.field = field
        }

        subscript(_ index: Int) -> Int {
            mutating get {
                let tens = field[index] &- 0x30
                let ones = field[index + 1] &- 0x30
                areDigits = areDigits && tens < 10 && ones < 10
                return Int(tens) &* 10 &+ Int(ones)
            }
        }
    }

    /// A Call ID as a number; other texts as numbers above all that the counter reaches.
    static func callKey(_ field: FieldBytes) -> (key: UInt64, isCounter: Bool)? {
        guard !field.isEmpty else { return nil }
        if let number = field.unsignedInteger() { return (UInt64(truncatingIfNeeded: number), true) }
        return (fingerprint(field) | 1 << 63, false)
    }

    /// 64 bits that differ between different bytes but for one chance in very many; the same in every run.
    static func fingerprint(_ field: FieldBytes) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: field.count)
        let bytes = UnsafeRawPointer(field.base)
        var index = 0
        while index &+ 8 <= field.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            hash = mixed(hash ^ word)
            index &+= 8
        }
        var rest: UInt64 = 0
        while index < field.count {
            rest = rest << 8 | UInt64(field[index])
            index &+= 1
        }
        return mixed(hash ^ rest)
    }

    @inline(__always)
    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}

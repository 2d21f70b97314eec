import ECASModel

/// The values of single fields.
enum IPOfficeValues {
    /// A length as `HH:MM:SS` in seconds; hours can pass 23.
    @inline(__always)
    static func connectedTime(_ field: FieldBytes) -> Int32? {
        // With two digits of hours, as nearly always, at once.
        field.count == 8 ? field.clockSeconds(at: 0).map { Int32(truncatingIfNeeded: $0) } : longTime(field)
    }

    @inline(never)
    private static func longTime(_ field: FieldBytes) -> Int32? {
        let hours = field.count - 6
        guard hours >= 1, hours <= 5, field[hours] == UInt8(ascii: ":"), field[hours + 3] == UInt8(ascii: ":"),
            let hour = field[0..<hours].unsignedInteger(),
            let minute = field.twoDigits(at: hours + 1), minute < 60,
            let second = field.twoDigits(at: hours + 4), second < 60
        else { return nil }
        return Int32(truncatingIfNeeded: hour * 3600 + minute * 60 + second)
    }

    /// A whole number of seconds, at most nine digits.
    @inline(__always)
    static func seconds(_ field: FieldBytes) -> Int32? {
        guard field.count <= 9, let value = field.unsignedInteger() else { return nil }
        return Int32(truncatingIfNeeded: value)
    }

    /// Whether it is one byte, this one.
    @inline(__always)
    static func isByte(_ field: FieldBytes, _ letter: Unicode.Scalar) -> Bool {
        field.count == 1 && field[0] == UInt8(ascii: letter)
    }

    /// Whether it is `n/a`, in letters of any case.
    @inline(__always)
    static func isNotAvailable(_ field: FieldBytes) -> Bool {
        field.count == 3 && field[1] == UInt8(ascii: "/") && field[0] | 0x20 == UInt8(ascii: "n")
            && field[2] | 0x20 == UInt8(ascii: "a")
    }

    /// Whether it consists of digits.
    @inline(__always)
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
    @inline(__always)
    static func wallClock(_ field: FieldBytes) -> (time: WallClock, hasSeconds: Bool)? {
        guard field.count == 16 || field.count == 19, let shown = IPOfficeDateAndMinute(field, at: 0) else {
            return nil
        }
        let hasSeconds = field.count == 19
        var second = 0
        if hasSeconds {
            guard field[16] == UInt8(ascii: ":"), let printed = field.twoDigits(at: 17) else { return nil }
            second = printed
        }
        guard shown.century >= 20 else { return (unsetClock, hasSeconds) }
        return WallClock(
            year: shown.year, month: shown.month, day: shown.day, hour: shown.hour, minute: shown.minute,
            second: second
        ).map { ($0, hasSeconds) }
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
        // Sixteen bytes at a time: one long multiplication mixes two words (Wang Yi's wyhash does the same).
        while index &+ 16 <= field.count {
            hash = mixed(hash ^ word(bytes, index), word(bytes, index &+ 8))
            index &+= 16
        }
        // What is left comes with bytes that were mixed in already, so that nothing behind the end is read.
        if field.count >= 16 {
            return mixed(hash ^ word(bytes, field.count &- 16), word(bytes, field.count &- 8))
        }
        let rest = ShortText(field)
        return mixed(hash ^ rest.low, rest.high)
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let product = first.multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}

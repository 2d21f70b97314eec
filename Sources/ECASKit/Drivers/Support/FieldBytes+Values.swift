public import ECASModel

// Values that are kept: here, and only here, a field becomes a `String`.
extension FieldBytes {
    /// The text, or nothing if there is none.
    ///
    /// UTF-8; bytes that are not are read as Windows-1252. Up to 15 bytes of ASCII cost no allocation.
    @inlinable
    public func text() -> String? {
        count == 0 ? nil : nonEmptyText()
    }

    /// The number, or nothing if there is none.
    @inlinable
    public func phoneNumber() -> PhoneNumber? {
        count == 0 ? nil : PhoneNumber(nonEmptyText())
    }

    @usableFromInline
    func nonEmptyText() -> String {
        if count <= ShortText.capacity {
            let text = ShortText(self)
            if text.isASCII { return text.string }
        }
        return longText()
    }

    @inline(never)
    private func longText() -> String {
        let bytes = UnsafeBufferPointer(start: base, count: count)
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return Windows1252.text(bytes)
    }

    /// A whole number without a sign, digits only, at most 18 of them.
    @inlinable
    public func unsignedInteger() -> Int? {
        guard count > 0, count <= 18 else { return nil }
        var value = 0
        for index in 0..<count {
            let digit = base[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    /// A whole number, with `-` or `+` in front or without.
    @inlinable
    public func signedInteger() -> Int? {
        guard count > 0 else { return nil }
        if base[0] == 0x2D { return self[1..<count].unsignedInteger().map { -$0 } }
        if base[0] == 0x2B { return self[1..<count].unsignedInteger() }
        return unsignedInteger()
    }

    /// The value of two digits at an index, or nothing if they are none or stand behind the end.
    @inlinable
    public func twoDigits(at index: Int) -> Int? {
        guard index >= 0, index + 2 <= count else { return nil }
        let tens = base[index] &- 0x30
        let ones = base[index + 1] &- 0x30
        guard tens < 10, ones < 10 else { return nil }
        return Int(tens) &* 10 &+ Int(ones)
    }

    /// A decimal number with `.` as billionths; see ``ECASModel/DecimalText/nanounits(_:)``.
    public func nanounits() -> Int64? {
        DecimalText.nanounits(UnsafeBufferPointer(start: base, count: count))
    }
}

/// The 8-bit code page of older devices.
enum Windows1252 {
    static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var text = String()
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            let scalar: UInt32 = byte & 0xE0 == 0x80 ? high[Int(byte & 0x1F)] : UInt32(byte)
            text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
        }
        return text
    }

    // 0x80 to 0x9F, from the Unicode consortium's mapping CP1252.TXT; the five unassigned bytes are kept as controls.
    private static let high: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}

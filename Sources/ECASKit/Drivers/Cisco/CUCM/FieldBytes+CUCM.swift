import ECASModel

extension FieldBytes {
    /// The text of a field that is not empty, in few instructions where it is ASCII.
    @inline(__always)
    func quickText() -> String? {
        count <= 15 ? shortText() : longText()
    }

    /// The text of 1 to 15 bytes: moved eight or four at a time, overlapping in the middle.
    private func shortText() -> String? {
        let base = UnsafeRawPointer(base)
        let count = count
        if count >= 8 {
            let low = base.loadUnaligned(as: UInt64.self)
            let high = base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            guard (low | high) & 0x8080_8080_8080_8080 == 0 else { return nonEmptyText() }
            return String(unsafeUninitializedCapacity: count) { buffer in
                let text = UnsafeMutableRawBufferPointer(buffer)
                text.storeBytes(of: low, as: UInt64.self)
                text.storeBytes(of: high, toByteOffset: count &- 8, as: UInt64.self)
                return count
            }
        }
        guard count >= 4 else { return nonEmptyText() }
        let low = base.loadUnaligned(as: UInt32.self)
        let high = base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
        guard (low | high) & 0x8080_8080 == 0 else { return nonEmptyText() }
        return String(unsafeUninitializedCapacity: count) { buffer in
            let text = UnsafeMutableRawBufferPointer(buffer)
            text.storeBytes(of: low, as: UInt32.self)
            text.storeBytes(of: high, toByteOffset: count &- 4, as: UInt32.self)
            return count
        }
    }

    /// Longer ASCII texts need no general validation.
    private func longText() -> String? {
        var bits: UInt8 = 0
        for index in 0..<count { bits |= base[index] }
        return bits < 0x80
            ? String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) : nonEmptyText()
    }

    /// Up to ten digits without a sign, the shape of nearly every whole number; nothing for any other text.
    ///
    /// Eight digits become a number in three multiplications, those of pairs, of fours and of the whole (Lemire,
    /// "Quickly parsing eight digits", 2018).
    ///
    /// - Parameter room: how many bytes before the field may be read; they do not matter.
    /// - Returns: the number.
    @inline(__always)
    func quickNumber(room: Int) -> Int? {
        guard count &+ room >= 8, count <= 10 else { return nil }
        var digits = UInt64(
            littleEndian: UnsafeRawPointer(base + (count &- 8)).loadUnaligned(as: UInt64.self))
        if count < 8 {
            // What stands before the field counts as noughts.
            let noise: UInt64 = ~0 &>> UInt64(count &* 8)
            digits = digits & ~noise | 0x3030_3030_3030_3030 & noise
        }
        guard digits & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030,
            (digits &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
        else { return nil }
        digits = ((digits & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) &>> 8
        digits = ((digits & 0x00FF_00FF_00FF_00FF) &* 6_553_601) &>> 16
        digits = ((digits & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) &>> 32
        var value = Int(truncatingIfNeeded: digits)
        if count > 8 {
            let tens = count == 10 ? base[0] &- 0x30 : 0
            let ones = base[count &- 9] &- 0x30
            guard tens < 10, ones < 10 else { return nil }
            value = value &+ (Int(tens) &* 10 &+ Int(ones)) &* 100_000_000
        }
        return value
    }

    /// The text, with one quote for each two.
    func textWithoutDoubledQuotes() -> String? {
        guard firstIndex(of: 0x22) != nil else { return text() }
        var bytes: [UInt8] = []
        var index = 0
        while index < count {
            bytes.append(self[index])
            index += self[index] == 0x22 && index + 1 < count && self[index + 1] == 0x22 ? 2 : 1
        }
        return bytes.withUnsafeBufferPointer { FieldBytes($0).text() }
    }

    /// Without a byte order mark in front and carriage returns behind.
    var withoutLineMarks: FieldBytes {
        var end = count
        while end > 0, base[end - 1] == 0x0D { end -= 1 }
        return self[hasPrefix("\u{FEFF}") ? 3..<max(end, 3) : 0..<end]
    }

    /// Whether it is the number of a conference bridge: `b00` and digits.
    var isConferenceNumber: Bool { hasPrefix("b00") && suffix(from: 3).allSatisfy(\.isASCIIDigit) }

    /// Whether it is the number of a bridge, of a voice menu (`c00` and digits) or of a phone's built-in bridge (`BIB`).
    @inline(__always)
    var isBridgeNumber: Bool {
        guard count >= 3, !base[0].isASCIIDigit else { return false }
        return isConferenceNumber || self == "BIB"
            || (hasPrefix("c00") && suffix(from: 3).allSatisfy(\.isASCIIDigit))
    }

    /// Whether it is the name of a phone: `SEP` and twelve hexadecimal digits, the case of letters does not matter.
    @inline(__always)
    var isSEPName: Bool {
        guard count == 15 else { return false }
        let base = UnsafeRawPointer(base)
        let low = UInt64(littleEndian: base.loadUnaligned(as: UInt64.self))
        guard low & 0xDF_DFDF == 0x50_4553 else { return false }
        let high = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: 7, as: UInt64.self))
        // The letters in front are left out of the check by a digit in their place.
        return Self.areHexadecimal(low & ~0xFF_FFFF | 0x30_3030) && Self.areHexadecimal(high)
    }

    /// Whether eight bytes are hexadecimal digits: of each byte the top bit is set that must not be.
    @inline(__always)
    private static func areHexadecimal(_ bytes: UInt64) -> Bool {
        let tops: UInt64 = 0x8080_8080_8080_8080
        guard bytes & tops == 0 else { return false }
        let letters = bytes | 0x2020_2020_2020_2020
        // Adding sets the top bit of a byte from a certain value on: 0x30 and 0x3A for digits, 0x61 and 0x67 for letters.
        let isDigit = (bytes &+ 0x5050_5050_5050_5050) & ~(bytes &+ 0x4646_4646_4646_4646)
        let isLetter = (letters &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(letters &+ 0x1919_1919_1919_1919)
        return (isDigit | isLetter) & tops == tops
    }

    /// Whether it has hexadecimal digits only.
    var isHexadecimal: Bool { allSatisfy { $0.isASCIIDigit || ($0 | 0x20) &- 0x61 < 6 } }

    /// Whether it has the shape of a number that a spreadsheet program has rounded: `1.74E+09`, `4,5E11`.
    @inline(__always)
    var isRoundedNumber: Bool {
        guard count >= 5, base[0].isASCIIDigit, base[count &- 1].isASCIIDigit else { return false }
        var index = 1
        while index < count, base[index].isASCIIDigit { index &+= 1 }
        return index < count && hasFractionAndExponent(from: index)
    }

    private func hasFractionAndExponent(from point: Int) -> Bool {
        var index = point
        func passDigits() -> Bool {
            let start = index
            while index < count, self[index].isASCIIDigit { index += 1 }
            return index > start
        }
        guard self[index] == UInt8(ascii: ".") || self[index] == UInt8(ascii: ",") else { return false }
        index += 1
        guard passDigits(), index < count, self[index] | 0x20 == UInt8(ascii: "e") else { return false }
        index += 1
        if index < count, self[index] == UInt8(ascii: "+") || self[index] == UInt8(ascii: "-") { index += 1 }
        return passDigits() && index == count
    }
}

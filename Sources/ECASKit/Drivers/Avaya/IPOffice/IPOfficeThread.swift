/// The name of a call that stays unique when Call IDs start again: the Call ID and the Call Start of the first record.
enum IPOfficeThread {
    /// Call ID, hyphen, seconds since 1970 on the PBX's clock in seven digits of base 32, to the year 3058.
    ///
    /// 15 bytes, for which no memory is allocated, with the usual Call ID of seven digits.
    static func text(callID: FieldBytes, firstStart: Int64) -> String {
        let start = hyphenAndDigits(UInt64(truncatingIfNeeded: max(firstStart, 0)))
        if callID.count + 8 <= ShortText.capacity {
            var text = ShortText(callID)
            text.append(start, count: 8)
            if text.isASCII { return text.string }
        }
        let length = callID.count + 8
        return String(unsafeUninitializedCapacity: length) { buffer in
            for index in 0..<callID.count { buffer[index] = callID[index] }
            for index in 0..<8 {
                buffer[callID.count + index] = UInt8(truncatingIfNeeded: start &>> UInt64(index * 8))
            }
            return length
        }
    }

    /// A hyphen and the lowest 35 bits in digits of base 32, the highest first, as eight bytes in reading order.
    private static func hyphenAndDigits(_ value: UInt64) -> UInt64 {
        // Halved three times, so that each byte has five bits of the value.
        var digits = value & 0xF_FFFF | (value & 0x7_FFF0_0000) &<< 12
        digits = digits & 0x0000_03FF_0000_03FF | (digits & 0x000F_FC00_000F_FC00) &<< 6
        digits = digits & 0x001F_001F_001F_001F | (digits & 0x03E0_03E0_03E0_03E0) &<< 3
        // 1 in each byte with a digit of 10 or more: a letter.
        let letters = ((digits &+ 0x7676_7676_7676_7676) &>> 7) & 0x0101_0101_0101_0101
        let text = digits &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
        return text.byteSwapped & ~0xFF | UInt64(UInt8(ascii: "-"))
    }
}

// Fixed columns are short and mostly blank: eight of them are looked at with one instruction.
extension FieldBytes {
    private static var blanks: UInt64 { 0x2020_2020_2020_2020 }

    /// Eight bytes from an index that has as many behind it, the first in the lowest bits.
    @inline(__always)
    private func eightBytes(at index: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    }

    /// Without blanks on both sides.
    func withoutPadding() -> FieldBytes { withoutPadding(from: 0, to: count) }

    /// The bytes of a range without blanks on both sides, cut to what is there.
    @inline(__always)
    func withoutPadding(from first: Int, to last: Int) -> FieldBytes {
        let width = last &- first
        guard first >= 0, width > 0, width <= 8, last >= 8, last <= count else {
            return withoutLongPadding(from: first, to: last)
        }
        // What the word holds from before the field is shifted out.
        let marks = (eightBytes(at: last &- 8) ^ Self.blanks) &>> UInt64((8 &- width) &* 8)
        guard marks != 0 else { return FieldBytes(base: base + first, count: 0) }
        let begin = marks.trailingZeroBitCount &>> 3
        return FieldBytes(base: base + (first &+ begin), count: 8 &- (marks.leadingZeroBitCount &>> 3) &- begin)
    }

    private func withoutLongPadding(from first: Int, to last: Int) -> FieldBytes {
        let start = min(max(first, 0), count)
        var end = min(max(last, start), count)
        while end &- start >= 8 {
            let marks = eightBytes(at: end &- 8) ^ Self.blanks
            end &-= marks.leadingZeroBitCount &>> 3
            if marks != 0 { break }
        }
        while end > start, base[end &- 1] == 0x20 { end &-= 1 }
        var begin = start
        while begin < end, base[begin] == 0x20 { begin &+= 1 }
        return FieldBytes(base: base + begin, count: end &- begin)
    }

    /// Whether eight bytes have digits where `digits` has bits, and elsewhere the bytes of `marks`.
    @inline(__always)
    func matches(at index: Int, digits: UInt64, marks: UInt64) -> Bool {
        guard index >= 0, index &+ 8 <= count else { return false }
        return Self.matches(eightBytes(at: index), digits: digits, marks: marks)
    }

    /// Whether a word has digits where `digits` has bits, and elsewhere the bytes of `marks`.
    @inline(__always)
    static func matches(_ word: UInt64, digits: UInt64, marks: UInt64) -> Bool {
        guard word & ~digits == marks else { return false }
        // Each digit less `0` is at most nine: adding six does not carry into the upper half of the byte.
        let values = (word & digits) ^ (0x3030_3030_3030_3030 & digits)
        return (values | (values &+ (0x0606_0606_0606_0606 & digits))) & 0xF0F0_F0F0_F0F0_F0F0 == 0
    }

    /// A pass over all bytes: whether there is neither a line feed nor a byte outside ASCII, and a fingerprint.
    func scan() -> (isOneLineOfASCII: Bool, fingerprint: UInt64) {
        var found: UInt64 = 0
        var mixed = UInt64(truncatingIfNeeded: count)
        var rest = count
        var next = UnsafeRawPointer(base)
        while rest >= 8 {
            let word = UInt64(littleEndian: next.loadUnaligned(as: UInt64.self))
            // The highest bit of each byte tells both faults.
            let difference = word ^ 0x0A0A_0A0A_0A0A_0A0A
            found |= word | (difference &- 0x0101_0101_0101_0101) & ~difference
            mixed = (mixed ^ word) &* 0x9E37_79B9_7F4A_7C15
            mixed ^= mixed &>> 32
            next += 8
            rest &-= 8
        }
        for index in count &- rest..<count {
            found |= UInt64(base[index]) | (base[index] == 0x0A ? 0x80 : 0)
            mixed = (mixed ^ UInt64(base[index])) &* 0x9E37_79B9_7F4A_7C15
        }
        return (found & 0x8080_8080_8080_8080 == 0, mixed)
    }

    /// Up to eight bytes, the first in the lowest bits; noughts behind them.
    var shortWord: UInt64 {
        let start = UnsafeRawPointer(base)
        if count >= 8 { return UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) }
        if count >= 4 {
            // The two halves overlap where there are fewer than eight.
            let low = UInt64(UInt32(littleEndian: start.loadUnaligned(as: UInt32.self)))
            let high = UInt64(UInt32(littleEndian: (start + (count &- 4)).loadUnaligned(as: UInt32.self)))
            return low | high &<< UInt64((count &- 4) &* 8)
        }
        var word: UInt64 = 0
        for index in 0..<count { word |= UInt64(base[index]) &<< UInt64(index &* 8) }
        return word
    }

    /// The bytes as a buffer, valid as long as the field.
    var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
}

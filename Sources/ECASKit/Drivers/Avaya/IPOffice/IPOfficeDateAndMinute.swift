/// `YYYY/MM/DD HH:MM` as it is printed: a shape of digits, which need not be a date of the calendar.
struct IPOfficeDateAndMinute {
    /// The bytes in front of the time of day, the first in the lowest bits: what two times of one day share.
    let dateWords: (UInt64, UInt64)
    private let pairs: (UInt64, UInt64)

    /// Nothing if something else stands at the index.
    @inline(__always)
    init?(_ field: FieldBytes, at index: Int) {
        guard index >= 0, index <= field.count &- 16 else { return nil }
        let bytes = UnsafeRawPointer(field.base + index)
        let words = (
            UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)),
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
        // `YYYY/MM/` and `DD HH:MM`: what is left of digits are their values, and of what stands between them nought.
        let values = (words.0 ^ 0x2F30_302F_3030_3030, words.1 ^ 0x3030_3A30_3020_3030)
        let excess = (values.0 &+ Self.sixes) | (values.1 &+ Self.sixes)
        guard (values.0 | values.1 | excess) & 0xF0F0_F0F0_F0F0_F0F0 == 0,
            (values.0 & 0xFF00_00FF_0000_0000) | (values.1 & 0x0000_FF00_00FF_0000) == 0
        else { return nil }
        dateWords = (words.0, words.1 & 0xFFFF)
        // Tens times ten plus ones, in the byte of the tens.
        pairs = (values.0 &* 10 &+ values.0 &>> 8, values.1 &* 10 &+ values.1 &>> 8)
    }

    private static var sixes: UInt64 { 0x0606_0606_0606_0606 }

    var century: Int { Int(truncatingIfNeeded: pairs.0 & 0xFF) }
    var year: Int { century &* 100 &+ Int(truncatingIfNeeded: pairs.0 &>> 16 & 0xFF) }
    var month: Int { Int(truncatingIfNeeded: pairs.0 &>> 40 & 0xFF) }
    var day: Int { Int(truncatingIfNeeded: pairs.1 & 0xFF) }
    var hour: Int { Int(truncatingIfNeeded: pairs.1 &>> 24 & 0xFF) }
    var minute: Int { Int(truncatingIfNeeded: pairs.1 &>> 48 & 0xFF) }
}

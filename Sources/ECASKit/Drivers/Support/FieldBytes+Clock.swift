// Times of day, read eight bytes at a time.
extension FieldBytes {
    /// The seconds of `HH:MM:SS`, hours up to 99, or nothing if it is not that.
    ///
    /// - Parameter index: where its eight bytes begin.
    /// - Returns: 0 to 359,999 seconds.
    @inline(__always)
    package func clockSeconds(at index: Int) -> Int? {
        guard index >= 0, index <= count &- 8 else { return nil }
        let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
        // What is left of digits are their values, and of colons nought; anything else leaves a bit in the upper half
        // of its byte, or is more than 9.
        let values = word ^ 0x3030_3A30_303A_3030
        guard (values | (values &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0,
            values & 0x0000_FF00_00FF_0000 == 0
        else { return nil }
        // Tens times ten plus ones, in the byte of the ones.
        let pairs = values &* 10 &+ values &>> 8
        let hours = Int(truncatingIfNeeded: pairs & 0xFF)
        let minutes = Int(truncatingIfNeeded: pairs &>> 24 & 0xFF)
        let seconds = Int(truncatingIfNeeded: pairs &>> 48 & 0xFF)
        guard minutes < 60, seconds < 60 else { return nil }
        return hours &* 3600 &+ minutes &* 60 &+ seconds
    }
}

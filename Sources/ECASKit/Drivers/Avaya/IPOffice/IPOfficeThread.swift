/// The name of a call that stays unique when Call IDs start again: the Call ID and the Call Start of the first record.
enum IPOfficeThread {
    /// Call ID, hyphen, seconds since 1970 on the PBX's clock in seven digits of base 32, to the year 3058.
    ///
    /// 15 bytes, for which no memory is allocated, with the usual Call ID of seven digits.
    static func text(callID: FieldBytes, firstStart: Int64) -> String {
        let length = callID.count + 1 + digitsOfStart
        let seconds = UInt64(truncatingIfNeeded: max(firstStart, 0))
        return String(unsafeUninitializedCapacity: length) { buffer in
            for index in 0..<callID.count { buffer[index] = callID[index] }
            buffer[callID.count] = UInt8(ascii: "-")
            for index in 0..<digitsOfStart {
                let digit = UInt8(truncatingIfNeeded: seconds &>> UInt64(30 &- 5 &* index)) & 31
                buffer[callID.count + 1 + index] = digit < 10 ? 0x30 &+ digit : 0x57 &+ digit
            }
            return length
        }
    }

    private static let digitsOfStart = 7
}

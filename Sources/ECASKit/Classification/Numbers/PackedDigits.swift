/// Up to 31 decimal digits, four bits each, the first digit in the highest four: taking prefixes off and putting them
/// on are shifts, and comparing a prefix is one masked comparison.
struct PackedDigits: Hashable, Sendable {
    private(set) var packed: UInt128 = 0
    private(set) var count = 0

    static let capacity = 31

    init() {}

    /// Digits only; nothing if there is another character or there are too many.
    init?(_ text: String) {
        for byte in text.utf8 {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10, append(digit) else { return nil }
        }
    }

    /// Adds a digit, 0 to 9, at the end; false if there is no room.
    mutating func append(_ digit: UInt8) -> Bool {
        guard count < Self.capacity else { return false }
        packed |= UInt128(digit) << UInt128(124 &- 4 &* count)
        count &+= 1
        return true
    }

    /// The digit at a position, which must be smaller than `count`.
    subscript(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> UInt128(124 &- 4 &* index)) & 0xF }

    func dropFirst(_ number: Int) -> PackedDigits {
        var rest = PackedDigits()
        guard number < count else { return rest }
        rest.packed = packed << UInt128(4 &* number)
        rest.count = count &- number
        return rest
    }

    /// These digits followed by others, or nothing if they are too many together.
    func appending(_ others: PackedDigits) -> PackedDigits? {
        guard count &+ others.count <= Self.capacity else { return nil }
        var sum = self
        sum.packed |= others.packed >> UInt128(4 &* count)
        sum.count = count &+ others.count
        return sum
    }

    func hasPrefix(_ prefix: PackedDigits) -> Bool {
        guard count >= prefix.count else { return false }
        return prefix.count == 0 || (packed ^ prefix.packed) >> UInt128(128 &- 4 &* prefix.count) == 0
    }
}

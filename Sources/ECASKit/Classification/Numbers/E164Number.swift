/// A public telephone number in the international form of ITU-T E.164: country code first, at most 15 digits, no sign.
///
/// The whole number lies in eight bytes, so that classifying and rating make no strings. Numbers compare as their
/// digits do in a dictionary: all numbers with one prefix lie side by side.
public struct E164Number: Hashable, Comparable, Sendable {
    // Fifteen digits of four bits from the top, then the number of digits.
    @usableFromInline let packed: UInt64

    /// The most digits: 15 (ITU-T E.164, section 6).
    public static let maximumDigits = 15

    /// Reads digits without a `+`; nothing if there are none or more than 15, another character, or a leading zero.
    public init?(_ digits: some StringProtocol) {
        var packed = PackedDigits()
        for byte in digits.utf8 {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10, packed.append(digit) else { return nil }
        }
        self.init(packed)
    }

    /// No country code begins with zero.
    init?(_ digits: PackedDigits) {
        guard digits.count >= 1, digits.count <= Self.maximumDigits, digits[0] != 0 else { return nil }
        packed = UInt64(truncatingIfNeeded: digits.packed >> 64) | UInt64(digits.count)
    }

    /// The digits in ASCII, without allocating.
    @inlinable public var digits: DigitSequence { DigitSequence(packed: packed) }

    /// The digits without a `+`.
    public var text: String { digits.text }

    /// Smaller digits and shorter numbers come first.
    public static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
}

extension E164Number: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Length and last two digits only, so that a number cannot slip into a log: `(11)…23`.
    public var description: String { "(\(digits.count))…\(text.suffix(2))" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// Nothing, for the same reason.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A number that has no international form because it is dialled as it is: `110`, `911`, `11880`.
public struct ServiceNumber: Hashable, Sendable {
    @usableFromInline let packed: UInt64

    /// The most digits.
    public static let maximumDigits = 15

    /// Reads digits; nothing if there are none or more than 15, or another character.
    public init?(_ digits: some StringProtocol) {
        guard let packed = PackedDigits(String(digits)) else { return nil }
        self.init(packed)
    }

    init?(_ digits: PackedDigits) {
        guard digits.count >= 1, digits.count <= Self.maximumDigits else { return nil }
        packed = UInt64(truncatingIfNeeded: digits.packed >> 64) | UInt64(digits.count)
    }

    /// The digits in ASCII, without allocating.
    @inlinable public var digits: DigitSequence { DigitSequence(packed: packed) }

    /// The digits.
    public var text: String { digits.text }
}

/// The digits of a number in ASCII, first to last, taken out of a packed value without allocating.
public struct DigitSequence: RandomAccessCollection, Hashable, Sendable {
    @usableFromInline let packed: UInt64

    @inlinable
    init(packed: UInt64) {
        self.packed = packed
    }

    /// The first position, 0.
    @inlinable public var startIndex: Int { 0 }
    /// The number of digits.
    @inlinable public var endIndex: Int { Int(packed & 0xF) }

    /// The digit at a position, as an ASCII character.
    @inlinable
    public subscript(position: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: packed >> UInt64(60 &- 4 &* position)) & 0xF | 0x30
    }

    /// The digits as text.
    var text: String { String(decoding: self, as: UTF8.self) }
}

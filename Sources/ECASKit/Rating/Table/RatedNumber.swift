/// A number to be priced: one in international form, or a service number that is dialled as it is.
///
/// The two have separate price lists, because `110` as a service number has nothing to do with a country code 1.
public struct RatedNumber: Hashable, Sendable {
    /// Which price list a number belongs to.
    public enum Space: UInt8, Hashable, Sendable {
        /// Numbers in international form (ITU-T E.164).
        case international = 0
        /// Numbers without an international form.
        case service = 1
    }

    @usableFromInline let space: Space
    @usableFromInline let digits: Digits

    /// Wraps a number by its digits in ASCII, in international form without `+`.
    ///
    /// Nothing if there are none or more than 15, or another character.
    @inlinable
    public init?(international digits: some Sequence<UInt8>) {
        self.init(digits, .international)
    }

    /// Wraps a service number by its digits in ASCII, as dialled.
    ///
    /// Nothing if there are none or more than 15, or another character.
    @inlinable
    public init?(service digits: some Sequence<UInt8>) {
        self.init(digits, .service)
    }

    // Inlined into the caller's module, so that no call pays for a sequence whose type is not known.
    @inlinable
    init?(_ text: some Sequence<UInt8>, _ space: Space) {
        guard let digits = Digits(ascii: text), digits.count > 0 else { return nil }
        self.digits = digits
        self.space = space
    }

    /// Up to 15 digits of four bits, the first in the highest, then their number in the lowest four bits: ordered like
    /// words in a dictionary.
    @usableFromInline
    struct Digits: Hashable, Comparable, Sendable {
        @usableFromInline var packed: UInt64 = 0

        init?(_ text: String) {
            self.init(ascii: text.utf8)
        }

        @inlinable
        init?(ascii text: some Sequence<UInt8>) {
            var shift: UInt64 = 60
            for byte in text {
                let digit = byte &- UInt8(ascii: "0")
                guard digit < 10, shift > 0 else { return nil }
                packed |= UInt64(digit) << shift
                shift &-= 4
            }
            packed |= (60 &- shift) >> 2
        }

        @inlinable var count: Int { Int(packed & 0xF) }

        /// The digits alone, 60 bits.
        var key: UInt64 { packed >> 4 }

        /// The digit at a position in ASCII.
        func ascii(_ position: Int) -> UInt8 {
            UInt8(truncatingIfNeeded: packed >> UInt64(60 &- 4 &* position)) & 0xF | 0x30
        }

        func prefix(_ length: Int) -> String {
            String(decoding: (0..<min(length, count)).map { ascii($0) }, as: UTF8.self)
        }

        @usableFromInline
        static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
    }
}

/// Up to 15 bytes in two words: what a string without an allocation holds.
///
/// Short texts are made, compared and put together in a few instructions, without a loop over their bytes.
package struct ShortText: Hashable, Sendable {
    /// The longest text in bytes.
    package static let capacity = 15

    /// The first eight bytes, the first in the lowest bits; noughts stand behind the end.
    package private(set) var low: UInt64
    /// The other bytes.
    package private(set) var high: UInt64
    /// How many bytes there are.
    package private(set) var count: Int

    /// Makes an empty text.
    package init() {
        low = 0
        high = 0
        count = 0
    }

    /// Takes the bytes of a field; of a longer one only the first 15.
    @inline(__always)
    package init(_ field: FieldBytes) {
        count = min(field.count, Self.capacity)
        (low, high) = field.shortWords(count: count)
    }

    /// Whether every byte is one of ASCII.
    @inline(__always)
    package var isASCII: Bool { (low | high) & 0x8080_8080_8080_8080 == 0 }

    /// Whether two texts are the same.
    @inline(__always)
    package static func == (left: Self, right: Self) -> Bool {
        (left.low ^ right.low) | (left.high ^ right.high) | UInt64(truncatingIfNeeded: left.count ^ right.count) == 0
    }

    /// Whether a byte is in it.
    ///
    /// - Parameter byte: any byte but NUL.
    /// - Returns: whether it is.
    @inline(__always)
    package func contains(_ byte: UInt8) -> Bool {
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        return Self.hasNought(low ^ pattern) || Self.hasNought(high ^ pattern)
    }

    /// Whether one of eight bytes is 0 (Warren, *Hacker's Delight*, 6-1).
    @inline(__always)
    private static func hasNought(_ word: UInt64) -> Bool {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
    }

    /// Adds up to eight bytes, the first in the lowest bits; those for which there is no room are lost.
    @inline(__always)
    package mutating func append(_ word: UInt64, count added: Int) {
        let kept = max(0, min(added, 8, Self.capacity &- count))
        let word = kept == 8 ? word : word & (1 &<< UInt64(kept &* 8) &- 1)
        let bits = UInt64(count &* 8)
        // Shifts by 64 bits and more, and by a negative number of them, give nought.
        low |= word << bits
        high |= count < 8 ? word >> (64 &- bits) : word << (bits &- 64)
        count &+= kept
    }

    /// The text as a string; bytes that are no UTF-8 are replaced.
    @inline(__always)
    package var string: String {
        // Two words that overlap fill the 15 bytes exactly: no branch for any length.
        String(unsafeUninitializedCapacity: Self.capacity) { buffer in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            bytes.storeBytes(of: low.littleEndian, as: UInt64.self)
            bytes.storeBytes(of: (low &>> 56 | high &<< 8).littleEndian, toByteOffset: 7, as: UInt64.self)
            return count
        }
    }
}

extension FieldBytes {
    /// The first bytes, at most 16, as two words: the first byte in the lowest bits, noughts behind the end.
    ///
    /// - Parameter count: how many bytes, at most 16 and at most those there are.
    /// - Returns: both words.
    @inline(__always)
    fileprivate func shortWords(count: Int) -> (low: UInt64, high: UInt64) {
        let bytes = UnsafeRawPointer(base)
        // Loads overlap rather than reach beyond the end.
        if count >= 8 {
            let low = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
            let last = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
            // By 64 bits with 8 bytes, which gives nought.
            return (low, last >> UInt64((16 &- count) &* 8))
        }
        if count >= 4 {
            let first = UInt64(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
            let last = UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
            return (first | last &<< UInt64((count &- 4) &* 8), 0)
        }
        guard count > 0 else { return (0, 0) }
        let middle = count &>> 1
        return (
            UInt64(base[0]) | UInt64(base[middle]) &<< UInt64(middle &* 8)
                | UInt64(base[count &- 1]) &<< UInt64((count &- 1) &* 8), 0
        )
    }
}

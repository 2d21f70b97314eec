/// Where two bytes stand in a block of 64 bytes, one bit for each, the first byte in bit 0.
///
/// 16 bytes are compared at a time. The results of the four comparisons of one byte become bits of a byte, so that the
/// block is a matrix of bits, which is turned over: about 50 instructions for both bytes of a block, on every processor
/// with vectors of 16 bytes. The turning is that of Warren, *Hacker's Delight*, 7-3.
package struct BlockMasks {
    /// Where the first byte stands.
    package let first: UInt64
    /// Where the second byte stands.
    package let second: UInt64

    /// Looks for two bytes.
    ///
    /// - Parameters:
    ///   - first: a byte.
    ///   - second: another byte.
    ///   - block: 64 bytes, at any address.
    @inline(__always)
    package init(of first: UInt8, and second: UInt8, in block: UnsafeRawPointer) {
        let firsts = SIMD16<UInt8>(repeating: first)
        let seconds = SIMD16<UInt8>(repeating: second)
        @inline(__always)
        func quarter(_ index: Int) -> SIMD16<UInt8> {
            let bytes = block.loadUnaligned(fromByteOffset: index &* 16, as: SIMD16<UInt8>.self)
            let low = SIMD16<UInt8>(repeating: 1 &<< UInt8(index))
            let high = SIMD16<UInt8>(repeating: 16 &<< UInt8(index))
            // A lane of a mask has all of its bits set or none.
            return unsafeBitCast(bytes .== firsts, to: SIMD16<UInt8>.self) & low
                | unsafeBitCast(bytes .== seconds, to: SIMD16<UInt8>.self) & high
        }
        let matrix = quarter(0) | quarter(1) | quarter(2) | quarter(3)
        let turned = unsafeBitCast(Self.turned(unsafeBitCast(matrix, to: SIMD2<UInt64>.self)), to: SIMD16<UInt8>.self)
        var masks = SIMD16<UInt8>()
        masks.evenHalf = turned.lowHalf
        masks.oddHalf = turned.highHalf
        let words = unsafeBitCast(masks, to: SIMD2<UInt64>.self)
        self.first = UInt64(littleEndian: words.x)
        self.second = UInt64(littleEndian: words.y)
    }

    /// Two matrices of 8 by 8 bits, each with rows and columns exchanged.
    @inline(__always)
    private static func turned(_ matrices: SIMD2<UInt64>) -> SIMD2<UInt64> {
        var bits = matrices
        var swapped = (bits ^ (bits &>> SIMD2(repeating: 7))) & SIMD2(repeating: 0x00AA_00AA_00AA_00AA)
        bits = bits ^ swapped ^ (swapped &<< SIMD2(repeating: 7))
        swapped = (bits ^ (bits &>> SIMD2(repeating: 14))) & SIMD2(repeating: 0x0000_CCCC_0000_CCCC)
        bits = bits ^ swapped ^ (swapped &<< SIMD2(repeating: 14))
        swapped = (bits ^ (bits &>> SIMD2(repeating: 28))) & SIMD2(repeating: 0x0000_0000_F0F0_F0F0)
        return bits ^ swapped ^ (swapped &<< SIMD2(repeating: 28))
    }
}

extension UInt64 {
    /// Bit i of the result is the parity of bits 0 to i: with the bits of quotes, set from an opening quote up to the
    /// closing one.
    @inline(__always)
    package var prefixParity: UInt64 {
        var parity = self
        parity ^= parity &<< 1
        parity ^= parity &<< 2
        parity ^= parity &<< 4
        parity ^= parity &<< 8
        parity ^= parity &<< 16
        parity ^= parity &<< 32
        return parity
    }
}

/// Writes down where the bits of a mask are set, eight bits at a time from a table, without a branch for each bit.
///
/// A line of a CSV file has a separator every few bytes, so that a loop over the bits costs more than finding them. The
/// method is that of Lemire and Muła, "Base64 encoding and decoding at almost the speed of a memory copy" and "Iterating
/// over set bits quickly" (lemire.me, 2018).
package struct BitPositions {
    private let positions: UnsafePointer<SIMD8<UInt16>>
    private let counts: UnsafePointer<UInt8>

    /// Hands out the tables.
    ///
    /// - Parameter body: writes positions.
    /// - Returns: what `body` returns.
    @inline(__always)
    package static func withTables<Result>(_ body: (BitPositions) -> Result) -> Result {
        table.withUnsafeBufferPointer { positions in
            bitCounts.withUnsafeBufferPointer { counts in
                // Both tables have 256 entries, so they have an address.
                body(
                    BitPositions(
                        positions: positions.baseAddress.unsafelyUnwrapped,
                        counts: counts.baseAddress.unsafelyUnwrapped))
            }
        }
    }

    /// Writes the positions of the bits that are set, ascending.
    ///
    /// - Parameters:
    ///   - mask: the bits.
    ///   - origin: the position of bit 0.
    ///   - output: takes the positions; up to eight numbers behind the last one are overwritten, too.
    /// - Returns: how many bits are set.
    @inline(__always)
    package func write(_ mask: UInt64, origin: UInt16, to output: UnsafeMutablePointer<UInt16>) -> Int {
        var rest = mask
        var origins = SIMD8(repeating: origin)
        var count = 0
        for _ in 0..<8 {
            let byte = Int(truncatingIfNeeded: rest & 0xFF)
            UnsafeMutableRawPointer(output + count).storeBytes(
                of: positions[byte] &+ origins, as: SIMD8<UInt16>.self)
            count &+= Int(counts[byte])
            rest &>>= 8
            origins &+= SIMD8(repeating: 8)
        }
        return count
    }

    private static let table: [SIMD8<UInt16>] = (0..<256).map { byte in
        var positions = SIMD8<UInt16>(repeating: 0)
        var count = 0
        for bit in 0..<8 where byte >> bit & 1 == 1 {
            positions[count] = UInt16(bit)
            count += 1
        }
        return positions
    }

    private static let bitCounts: [UInt8] = (0..<256).map { UInt8($0.nonzeroBitCount) }
}

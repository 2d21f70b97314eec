import ECASDriverTesting
import ECASDrivers
import ECASModel
import Testing

@Suite("Block masks")
struct BlockMasksTests {
    @Test("both bytes are found where they stand, at any address", arguments: [1, 2, 3] as [UInt64])
    func masks(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = (0..<200).map { _ in [0x2C, 0x22, 0x2D, 0xAC, 0, 0xFF].randomElement(using: &random) ?? UInt8(0) }
        bytes.withUnsafeBytes { buffer in
            for start in 0..<136 {
                guard let base = buffer.baseAddress else { return }
                let masks = BlockMasks(of: 0x2C, and: 0x22, in: base + start)
                for index in 0..<64 {
                    #expect(masks.first >> UInt64(index) & 1 == (bytes[start + index] == 0x2C ? 1 : 0))
                    #expect(masks.second >> UInt64(index) & 1 == (bytes[start + index] == 0x22 ? 1 : 0))
                }
            }
        }
    }

    @Test(
        "the positions of the bits of a mask, ascending",
        arguments: [0, 1, .max, 1 << 63, 0xF0F0_0000_8001_0300] as [UInt64])
    func positions(mask: UInt64) {
        var output = [UInt16](repeating: 0, count: 72)
        let count = output.withUnsafeMutableBufferPointer { buffer -> Int in
            guard let base = buffer.baseAddress else { return -1 }
            return BitPositions.withTables { $0.write(mask, origin: 1_000, to: base) }
        }
        #expect(Array(output.prefix(max(count, 0))) == (0..<64).filter { mask >> $0 & 1 == 1 }.map { 1_000 + $0 })
    }

    @Test("the parity of the bits up to each bit")
    func parity() {
        #expect(UInt64(0b0100_0010).prefixParity == 0b0011_1110)
        #expect(UInt64(1).prefixParity == .max)
        #expect(UInt64(0).prefixParity == 0)
    }
}

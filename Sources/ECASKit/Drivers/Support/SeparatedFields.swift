/// Where the fields of a record with separators lie; used again for each record, so that a record costs no allocation.
///
/// Separators are found 64 bytes at a time as bit masks: with quotes, a separator counts where an even number of quotes
/// stands before it (so a doubled quote inside a quoted field needs no case of its own). A record costs about one
/// instruction a byte, however many fields it has.
public struct SeparatedFields: Sendable {
    // starts[i] is where field i begins; one more behind the last field points behind the separator that is not there.
    @usableFromInline var starts: [UInt32] = []
    /// How many fields the record has: one more than it has separators.
    public private(set) var count = 0
    /// Whether the last record had a quote that was opened and not closed.
    public private(set) var hasOpenQuote = false

    /// Makes an empty one.
    public init() {}

    /// Finds the fields of a record.
    ///
    /// - Parameters:
    ///   - record: the bytes; at most 4 GB.
    ///   - separator: the byte between two fields.
    ///   - quoted: whether separators between double quotes are text.
    public mutating func split(_ record: FieldBytes, separator: UInt8, quoted: Bool) {
        let length = record.count
        if starts.count < length + 66 {
            starts.append(contentsOf: repeatElement(0, count: length + 66 - starts.count))
        }
        var found = 1
        var inside: UInt64 = 0
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { scratch in
            starts.withUnsafeMutableBufferPointer { starts in
                guard let out = starts.baseAddress, let tail = scratch.bindMemory(to: UInt8.self).baseAddress else {
                    return
                }
                out[0] = 0
                let separators = UInt64(separator) &* Self.everyByte
                var position = 0
                while position < length {
                    var block = UnsafeRawPointer(record.base + position)
                    if position + 64 > length {
                        // The last bytes are copied, so that nothing behind the record is ever read.
                        tail.update(repeating: 0, count: 64)
                        tail.update(from: record.base + position, count: length - position)
                        block = UnsafeRawPointer(tail)
                    }
                    var mask = Self.bits(of: separators, in: block)
                    if quoted {
                        let region = Self.prefixParity(Self.bits(of: Self.quotes, in: block)) ^ inside
                        mask &= ~region
                        inside = region & (1 << 63) == 0 ? 0 : ~0
                    }
                    let next = UInt32(truncatingIfNeeded: position &+ 1)
                    while mask != 0 {
                        out[found] = next &+ UInt32(truncatingIfNeeded: mask.trailingZeroBitCount)
                        found &+= 1
                        mask &= mask &- 1
                    }
                    position &+= 64
                }
                out[found] = UInt32(truncatingIfNeeded: length &+ 1)
            }
        }
        count = found
        hasOpenQuote = inside != 0
    }

    /// The bytes of a field of the record that was split last; empty behind the last field.
    @inlinable
    public func field(_ index: Int, of record: FieldBytes) -> FieldBytes {
        guard index >= 0, index < count else { return record[0..<0] }
        let start = Int(starts[index])
        return record[start..<Int(starts[index + 1]) - 1]
    }

    private static var everyByte: UInt64 { 0x0101_0101_0101_0101 }
    private static var quotes: UInt64 { 0x2222_2222_2222_2222 }

    /// One bit for each of 64 bytes: set where the byte is the one that `pattern` repeats.
    @inline(__always)
    private static func bits(of pattern: UInt64, in block: UnsafeRawPointer) -> UInt64 {
        bits(of: pattern, in: block.loadUnaligned(fromByteOffset: 0, as: UInt64.self)) | bits(
            of: pattern, in: block.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) << 8
            | bits(of: pattern, in: block.loadUnaligned(fromByteOffset: 16, as: UInt64.self)) << 16 | bits(
                of: pattern, in: block.loadUnaligned(fromByteOffset: 24, as: UInt64.self)) << 24
            | bits(of: pattern, in: block.loadUnaligned(fromByteOffset: 32, as: UInt64.self)) << 32 | bits(
                of: pattern, in: block.loadUnaligned(fromByteOffset: 40, as: UInt64.self)) << 40
            | bits(of: pattern, in: block.loadUnaligned(fromByteOffset: 48, as: UInt64.self)) << 48 | bits(
                of: pattern, in: block.loadUnaligned(fromByteOffset: 56, as: UInt64.self)) << 56
    }

    /// One bit for each of 8 bytes, lowest address first.
    @inline(__always)
    private static func bits(of pattern: UInt64, in word: UInt64) -> UInt64 {
        let difference = UInt64(littleEndian: word) ^ pattern
        let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let zeroBytes = ~(((difference & sevens) &+ sevens) | difference | sevens)
        return ((zeroBytes &>> 7) &* 0x0102_0408_1020_4080) &>> 56
    }

    /// Bit i of the result is the parity of bits 0 to i: set from an opening quote up to the closing one.
    @inline(__always)
    private static func prefixParity(_ bits: UInt64) -> UInt64 {
        var parity = bits
        parity ^= parity << 1
        parity ^= parity << 2
        parity ^= parity << 4
        parity ^= parity << 8
        parity ^= parity << 16
        parity ^= parity << 32
        return parity
    }
}

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
    /// Whether the last record has a double quote anywhere.
    public private(set) var hasQuote = false
    /// Whether the last record had a quote that was opened and not closed.
    public private(set) var hasOpenQuote = false

    /// Makes an empty one.
    public init() {}

    /// Finds the fields of a record.
    ///
    /// - Parameters:
    ///   - record: the bytes; at most 4 GB.
    ///   - separator: the byte between two fields; any byte but the double quote.
    ///   - quoted: whether separators between double quotes are text.
    public mutating func split(_ record: FieldBytes, separator: UInt8, quoted: Bool) {
        let length = record.count
        if starts.count < length + 66 {
            starts.append(contentsOf: repeatElement(0, count: length + 66 - starts.count))
        }
        let found = starts.withUnsafeMutableBufferPointer { starts in
            guard let out = starts.baseAddress else { return Found() }
            return Self.find(separator, in: record, quoted: quoted, starts: out)
        }
        count = found.count
        hasQuote = found.quotes != 0
        hasOpenQuote = found.inside != 0
    }

    private struct Found {
        var count = 1
        /// Where quotes are; the places of all blocks lie over each other.
        var quotes: UInt64 = 0
        /// All bits set inside quotes.
        var inside: UInt64 = 0
    }

    /// Writes down where fields start; there is room for one more than the record has bytes, and for a block more.
    @inline(__always)
    private static func find(
        _ separator: UInt8, in record: FieldBytes, quoted: Bool, starts: UnsafeMutablePointer<UInt32>
    ) -> Found {
        var found = Found()
        var next = starts
        next.pointee = 0
        var position = 0
        while position < record.count {
            let masks = Self.masks(of: separator, in: record, at: position)
            var mask = masks.first
            found.quotes |= masks.second
            if quoted {
                let region = masks.second.prefixParity ^ found.inside
                mask &= ~region
                found.inside = region & (1 << 63) == 0 ? 0 : ~0
            }
            let behind = UInt32(truncatingIfNeeded: position &+ 1)
            while mask != 0 {
                next += 1
                next.pointee = behind &+ UInt32(truncatingIfNeeded: mask.trailingZeroBitCount)
                mask &= mask &- 1
            }
            position &+= 64
        }
        next += 1
        next.pointee = UInt32(truncatingIfNeeded: record.count &+ 1)
        found.count = next - starts
        return found
    }

    /// The bytes of a field of the record that was split last; empty behind the last field.
    @inlinable
    public func field(_ index: Int, of record: FieldBytes) -> FieldBytes {
        guard index >= 0, index < count else { return record[0..<0] }
        let start = Int(starts[index])
        return record[start..<Int(starts[index + 1]) - 1]
    }

    /// Where separators and quotes stand in the 64 bytes from a position on, without reading behind the record.
    @inline(__always)
    private static func masks(
        of separator: UInt8, in record: FieldBytes, at position: Int
    ) -> (first: UInt64, second: UInt64) {
        let quote = UInt8(ascii: "\"")
        let rest = record.count &- position
        if rest >= 64 {
            let masks = BlockMasks(of: separator, and: quote, in: record.base + position)
            return (masks.first, masks.second)
        }
        if position > 0 {
            // The last block is the last 64 bytes: those looked at already are shifted out.
            let masks = BlockMasks(of: separator, and: quote, in: record.base + (record.count &- 64))
            let known = UInt64(64 &- rest)
            return (masks.first &>> known, masks.second &>> known)
        }
        return shortMasks(of: separator, in: record)
    }

    /// The masks of a record of less than 64 bytes, which is copied.
    @inline(never)
    private static func shortMasks(of separator: UInt8, in record: FieldBytes) -> (first: UInt64, second: UInt64) {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { scratch in
            guard let block = scratch.baseAddress else { return (0, 0) }
            scratch.initializeMemory(as: UInt8.self, repeating: 0)
            block.copyMemory(from: record.base, byteCount: record.count)
            let masks = BlockMasks(of: separator, and: UInt8(ascii: "\""), in: block)
            // The noughts behind the record are no separators, not even where nought is the separator.
            let length = UInt64(1) &<< UInt64(record.count) &- 1
            return (masks.first & length, masks.second & length)
        }
    }
}

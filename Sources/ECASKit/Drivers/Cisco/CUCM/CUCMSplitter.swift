/// Finds the cells of lines with quoted texts; used again for each line, so that a line costs no allocation.
///
/// A comma counts where an even number of quotes stands before it, as RFC 4180 has it. It is not documented whether
/// Cisco doubles a quote inside a text; a line that has the wrong number of cells by this reading is tried by another
/// one, in which a text ends at the first quote that a comma follows.
struct CUCMSplitter: Sendable {
    /// The longest line that can be split, far longer than the columns of a release can be together.
    static let longestLine = 32_768

    private var starts: [UInt16] = []

    /// Makes a splitter.
    init() {}

    /// Finds the cells of a line.
    ///
    /// - Parameters:
    ///   - record: the line without its end; at most ``longestLine`` bytes.
    ///   - widths: how many cells whole lines have, as far as that is known.
    ///   - body: looks at the line.
    /// - Returns: what `body` returns.
    mutating func split<Result>(
        _ record: FieldBytes, widths: (Int?, Int?), _ body: (CUCMLine) -> Result
    ) -> Result {
        if starts.count < record.count + 66 {
            starts.append(contentsOf: repeatElement(0, count: record.count + 66 - starts.count))
        }
        return starts.withUnsafeMutableBufferPointer { buffer in
            // The buffer has room, so it has an address.
            let starts = buffer.baseAddress.unsafelyUnwrapped
            let line = BitPositions.withTables { Self.split(record, into: starts, bits: $0) }
            let isWhole = !line.hasOpenQuote && (line.count == widths.0 || line.count == widths.1)
            guard line.hasInnerQuote || line.hasOpenQuote, !isWhole else { return body(line) }
            let count = Self.splitAtQuotesBeforeCommas(record, into: starts)
            if count == widths.0 || count == widths.1 {
                return body(
                    CUCMLine(record: record, starts: starts, count: count, hasOpenQuote: false, hasInnerQuote: true))
            }
            return body(BitPositions.withTables { Self.split(record, into: starts, bits: $0) })
        }
    }

    private static func split(
        _ record: FieldBytes, into starts: UnsafeMutablePointer<UInt16>, bits: BitPositions
    ) -> CUCMLine {
        let length = record.count
        starts[0] = 0
        var found = 1
        var inside: UInt64 = 0
        // Bit 0: the byte before the block is a separator, or the line begins.
        var afterSeparator: UInt64 = 1
        // Bit 0: the byte before the block is a quote that does not begin a cell.
        var afterQuote: UInt64 = 0
        var innerQuotes: UInt64 = 0
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { tail in
            var position = 0
            while position < length {
                var block = UnsafeRawPointer(record.base + position)
                var end: UInt64 = 0
                if position &+ 64 > length {
                    // The last bytes are copied, so that nothing behind the line is ever read.
                    tail.initializeMemory(as: UInt8.self, repeating: 0)
                    tail.copyMemory(from: UnsafeRawBufferPointer(start: block, count: length &- position))
                    block = UnsafeRawPointer(tail.baseAddress.unsafelyUnwrapped)
                    end = 1 &<< UInt64(length &- position)
                }
                let masks = BlockMasks(of: UInt8(ascii: ","), and: UInt8(ascii: "\""), in: block)
                let region = masks.second.prefixParity ^ inside
                inside = 0 &- (region &>> 63)
                let separators = masks.first & ~region
                let quotesBehind = masks.second & ~(separators &<< 1 | afterSeparator)
                innerQuotes |= (quotesBehind &<< 1 | afterQuote) & ~(separators | end)
                afterSeparator = separators &>> 63
                afterQuote = quotesBehind &>> 63
                found &+= bits.write(
                    separators, origin: UInt16(truncatingIfNeeded: position &+ 1), to: starts + found)
                position &+= 64
            }
        }
        starts[found] = UInt16(truncatingIfNeeded: length &+ 1)
        return CUCMLine(
            record: record, starts: starts, count: found, hasOpenQuote: inside != 0, hasInnerQuote: innerQuotes != 0)
    }

    /// Reads each quoted text up to the first quote before a comma or the end of the line.
    ///
    /// - Returns: how many cells there are; 0 if a text does not end.
    private static func splitAtQuotesBeforeCommas(
        _ record: FieldBytes, into starts: UnsafeMutablePointer<UInt16>
    ) -> Int {
        let length = record.count
        var found = 0
        var index = 0
        while true {
            starts[found] = UInt16(truncatingIfNeeded: index)
            found += 1
            if index < length, record[index] == 0x22 {
                index += 1
                while index < length, record[index] != 0x22 || (index + 1 < length && record[index + 1] != 0x2C) {
                    index += 1
                }
                guard index < length else { return 0 }
                index += 1
            } else {
                while index < length, record[index] != 0x2C { index += 1 }
            }
            index += 1
            guard index <= length else { break }
        }
        starts[found] = UInt16(truncatingIfNeeded: length + 1)
        return found
    }
}

/// One line of a file, cut into cells.
///
/// Valid only while its parser looks at it, like ``FieldBytes``.
struct CUCMLine {
    private let record: FieldBytes
    // starts[i] is where cell i begins; one more behind the last cell.
    private let starts: UnsafePointer<UInt16>
    /// How many cells there are.
    let count: Int
    /// Whether a quote was opened and not closed.
    let hasOpenQuote: Bool
    /// Whether a quote stands elsewhere than at the beginning or the end of a cell.
    let hasInnerQuote: Bool

    /// Wraps the cells that a splitter found.
    init(record: FieldBytes, starts: UnsafePointer<UInt16>, count: Int, hasOpenQuote: Bool, hasInnerQuote: Bool) {
        self.record = record
        self.starts = starts
        self.count = count
        self.hasOpenQuote = hasOpenQuote
        self.hasInnerQuote = hasInnerQuote
    }

    /// A cell as it stands; empty behind the last cell.
    @inline(__always)
    func rawCell(_ index: Int) -> FieldBytes {
        guard UInt(bitPattern: index) < UInt(bitPattern: count) else { return FieldBytes(base: record.base, count: 0) }
        let start = Int(starts[index])
        return FieldBytes(base: record.base + start, count: Int(starts[index &+ 1]) &- start &- 1)
    }

    /// How many bytes of the line stand before a cell.
    @inline(__always)
    func room(before cell: FieldBytes) -> Int { cell.base - record.base }

    /// The text of a cell without blanks and quotes around it; empty behind the last cell.
    @inline(__always)
    func cell(_ index: Int) -> FieldBytes {
        let cell = rawCell(index)
        let base = cell.base
        let count = cell.count
        guard count > 0 else { return cell }
        let first = base[0]
        let last = base[count &- 1]
        if first == 0x22, last == 0x22, count >= 2 {
            if count == 2 || (base[1] > 0x20 && base[count &- 2] > 0x20) {
                return FieldBytes(base: base + 1, count: count &- 2)
            }
        } else if first > 0x20, last > 0x20 {
            return cell
        }
        return cell.trimmed().unquoted().trimmed()
    }

    /// Where in the record a cell begins, in bytes.
    func position(ofCell index: Int) -> Int? {
        index < 0 || index >= count ? nil : Int(starts[index])
    }

    /// Whether some cell is the name of the first column, in any spelling.
    var isNameLine: Bool {
        (0..<count).contains { cell($0).equalsIgnoringCase("cdrRecordType") }
    }

    /// Whether every cell that is not empty is an SQL type, such as `INTEGER` or `VARCHAR(50)`.
    var isTypeLine: Bool {
        var types = 0
        for index in 0..<count {
            let cell = cell(index)
            guard !cell.isEmpty else { continue }
            guard Self.isType(cell) else { return false }
            types += 1
        }
        return types > 0
    }

    /// Whether it is capital letters, and perhaps digits in parentheses behind them.
    private static func isType(_ cell: FieldBytes) -> Bool {
        let open = cell.firstIndex(of: 0x28) ?? cell.count
        guard open > 0, cell[0..<open].allSatisfy(\.isASCIICapital) else { return false }
        guard open < cell.count else { return true }
        return cell.count >= open + 3 && cell[cell.count - 1] == 0x29
            && cell[open + 1..<cell.count - 1].allSatisfy(\.isASCIIDigit)
    }
}

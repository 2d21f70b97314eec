import ECASModel

/// Values of a line by the position of their column; remembers the first one that cannot be what its column holds.
///
/// Valid only while the parser looks at the line. Nothing in it is counted or allocated: it is made for each line.
struct CUCMCells {
    private let line: CUCMLine
    private let kind: CUCMLayout.Kind
    // The cell of each column by position, or -1; as many as the kind has columns.
    private let cells: UnsafePointer<Int16>
    private var firstFault: CUCMFault?

    /// Reads a line.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - kind: what it is about.
    ///   - cells: where the columns are; outlives the value.
    init(line: CUCMLine, kind: CUCMLayout.Kind, cells: UnsafePointer<Int16>) {
        self.line = line
        self.kind = kind
        self.cells = cells
    }

    /// Why the line cannot be used, as far as it has been read.
    var fault: MalformedReason? {
        firstFault.map { fault in
            let column = kind.columnNames[fault.column]
            return fault.kind.reason(column: column, position: line.position(ofCell: Int(cells[fault.column])))
        }
    }

    /// Refuses the line, unless that has been done already.
    mutating func reject(_ kind: CUCMFault.Kind, column: Int) {
        if firstFault == nil { firstFault = CUCMFault(kind: kind, column: column) }
    }

    /// The text of a column without blanks and quotes around it; empty where the line lacks the column.
    @inline(__always)
    func cell(_ column: Int) -> FieldBytes { line.cell(Int(cells[column])) }

    /// The whole number of a column; nothing if it is empty.
    @inline(__always)
    mutating func integer(_ column: Int) -> Int? {
        let cell = line.rawCell(Int(cells[column]))
        if cell.count == 1 {
            let digit = cell.base[0] &- 0x30
            if digit < 10 { return Int(digit) }
        }
        return cell.count == 0 ? nil : integer(cell, column)
    }

    /// The whole number of a column that no call hangs on: 0 also if it holds something else.
    @inline(__always)
    func detail(_ column: Int) -> Int {
        let cell = line.rawCell(Int(cells[column]))
        if cell.count == 1 {
            let digit = cell.base[0] &- 0x30
            if digit < 10 { return Int(digit) }
        }
        return cell.count == 0 ? 0 : self.cell(column).signedInteger() ?? 0
    }

    /// An INTEGER has 32 bits, which some columns print with a sign and some without.
    private mutating func integer(_ cell: FieldBytes, _ column: Int) -> Int? {
        if let value = cell.quickNumber(room: line.room(before: cell)), value <= UInt32.max { return value }
        let cell = self.cell(column)
        if cell.isEmpty { return nil }
        if cell.count <= 11, let value = cell.signedInteger(), value >= Int32.min, value <= UInt32.max { return value }
        reject(.notAnInteger, column: column)
        return nil
    }

    /// The whole number of a column that no record lacks.
    mutating func requireInteger(_ column: Int) {
        if integer(column) == nil { reject(.notAnInteger, column: column) }
    }

    /// The text of a column of phone numbers or codes.
    ///
    /// What a spreadsheet program made of a number (`1.74E+09`) has lost digits and is a fault.
    @inline(__always)
    mutating func numberCell(_ column: Int) -> FieldBytes {
        let cell = cell(column)
        if cell.count >= 5, cell.isRoundedNumber { reject(.roundedNumber, column: column) }
        return cell
    }

    /// A number or code as it stands; nothing if it is empty.
    @inline(__always)
    mutating func number(_ column: Int) -> String? { text(numberCell(column)) }

    /// A text as it stands; nothing if it is empty.
    @inline(__always)
    func text(_ column: Int) -> String? { text(cell(column)) }

    /// The text of a cell; nothing if it is empty.
    @inline(__always)
    func text(_ cell: FieldBytes) -> String? {
        cell.count == 0 ? nil : line.hasInnerQuote ? cell.textWithoutDoubledQuotes() : cell.quickText()
    }

    /// The name of a call, `cluster/node/number`; a fault, too, if node or number are missing.
    mutating func callID(cluster: Int, node: Int, number: Int) -> String {
        requireInteger(node)
        requireInteger(number)
        let cluster = cell(cluster)
        let node = cell(node)
        let number = cell(number)
        let length = cluster.count &+ node.count &+ number.count &+ 2
        return String(unsafeUninitializedCapacity: length) { buffer in
            guard let text = buffer.baseAddress else { return 0 }
            text.update(from: cluster.base, count: cluster.count)
            text[cluster.count] = UInt8(ascii: "/")
            let afterCluster = text + (cluster.count &+ 1)
            afterCluster.update(from: node.base, count: node.count)
            afterCluster[node.count] = UInt8(ascii: "/")
            (afterCluster + (node.count &+ 1)).update(from: number.base, count: number.count)
            return length
        }
    }
}

/// What is wrong with a line: kept small, and put into words only for a line that is refused.
struct CUCMFault {
    let kind: Kind
    /// The position of the column.
    let column: Int

    enum Kind {
        case notAnInteger
        case roundedNumber
        case noTime
        case endBeforeBeginning

        func reason(column: Substring, position: Int?) -> MalformedReason {
            switch self {
            case .notAnInteger:
                MalformedReason(
                    "not-an-integer", "The column \(column) holds no whole number of 32 bits.", position: position)
            case .roundedNumber:
                MalformedReason(
                    "rounded-number",
                    "The column \(column) holds a number that a spreadsheet program has rounded; its digits are lost.",
                    position: position)
            case .noTime:
                MalformedReason("no-time", "The column \(column) holds no time.", position: position)
            case .endBeforeBeginning:
                MalformedReason(
                    "end-before-beginning", "The column \(column) holds a time before the origination.",
                    position: position)
            }
        }
    }
}

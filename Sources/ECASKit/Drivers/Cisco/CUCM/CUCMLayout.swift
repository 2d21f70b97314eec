/// Which cell of a line holds which column: from the name line, or by position where there is none.
struct CUCMLayout: Codable, Hashable, Sendable {
    /// Whether call detail or call management records are laid out so.
    let kind: Kind
    /// The cell of each column, by its position in files of the newest release; -1 where there is none.
    private var cells: [Int16]
    /// How many cells a whole line has: those of the name or type line; without one, of the line before.
    private(set) var width: Int?
    private let isHeaderSeen: Bool

    /// What a line is about.
    enum Kind: UInt8, Codable, Sendable {
        case call = 1
        case quality = 2

        /// The fewest columns that a release writes.
        var fewestColumns: Int {
            switch self {
            case .call: CDRColumn.fewest
            case .quality: CMRColumn.fewest
            }
        }

        /// The names of the columns by position, as the newest release writes them.
        var columnNames: [Substring] {
            switch self {
            case .call: CDRColumn.names
            case .quality: CMRColumn.names
            }
        }
    }

    /// Columns at the positions of the newest release; shorter lines lack the last ones.
    ///
    /// - Parameters:
    ///   - kind: what the lines are about.
    ///   - width: how many cells the type line has, if there was one.
    init(positionsOf kind: Kind, width: Int? = nil) {
        self.kind = kind
        self.width = width
        isHeaderSeen = width != nil
        cells = (0..<kind.columnNames.count).map { Int16($0) }
    }

    /// Columns as a name line has them; nothing if its names are not those of either kind.
    ///
    /// Case and blanks do not matter, unknown names are left out, and of a name that comes twice the first counts.
    init?(nameLine line: CUCMLine) {
        let names = (0..<min(line.count, Int(Int16.max))).map { Self.normalised(line.cell($0)) }
        let calls = names.count { Self.callPositions[$0] != nil }
        let qualities = names.count { Self.qualityPositions[$0] != nil }
        guard calls != qualities else { return nil }
        kind = calls > qualities ? .call : .quality
        width = line.count
        isHeaderSeen = true
        cells = [Int16](repeating: -1, count: kind.columnNames.count)
        let positions = kind == .call ? Self.callPositions : Self.qualityPositions
        for (cell, name) in names.enumerated() {
            guard let position = positions[name], cells[position] < 0 else { continue }
            cells[position] = Int16(cell)
        }
    }

    /// Learns from a line how long lines are, where no name or type line says so.
    mutating func note(width: Int) {
        if !isHeaderSeen { self.width = width }
    }

    /// The cell that says what a line is: the first column of both kinds; -1 where there is none.
    var typeCell: Int { Int(cells[0]) }

    /// Hands out the cells of all columns by position: as many as the kind has columns.
    func withCells<Result>(_ body: (UnsafePointer<Int16>) -> Result) -> Result {
        cells.withUnsafeBufferPointer { buffer in
            // Both kinds have columns, so the buffer has an address.
            body(buffer.baseAddress.unsafelyUnwrapped)
        }
    }

    /// Takes back a layout that was stored with a checkpoint.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        kind = try container.decode(Kind.self, forKey: .kind)
        cells = try container.decode([Int16].self, forKey: .cells)
        width = try container.decodeIfPresent(Int.self, forKey: .width)
        isHeaderSeen = try container.decode(Bool.self, forKey: .isHeaderSeen)
        guard cells.count == kind.columnNames.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .cells, in: container, debugDescription: "There are \(cells.count) columns.")
        }
    }

    private enum CodingKeys: String, CodingKey {
        case kind, cells, width, isHeaderSeen
    }

    private static let callPositions = positions(
        CDRColumn.names, otherNames: ["destlegcallidentifier": CDRColumn.destLegIdentifier.rawValue])
    private static let qualityPositions = positions(
        CMRColumn.names, otherNames: ["directorynumber": CMRColumn.directoryNum.rawValue])

    /// Names as different manuals spell them, in small letters, with their positions.
    private static func positions(_ names: [Substring], otherNames: [String: Int]) -> [String: Int] {
        var positions = otherNames
        for (position, name) in names.enumerated() { positions[name.lowercased()] = position }
        return positions
    }

    private static func normalised(_ cell: FieldBytes) -> String {
        String(decoding: cell.array.lazy.filter { $0 > 0x20 }.map(\.asciiLowercased), as: UTF8.self)
    }
}

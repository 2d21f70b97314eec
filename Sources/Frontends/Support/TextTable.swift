/// A table for a terminal: columns as wide as they must be, empty ones left out.
public struct TextTable: Sendable {
    private let header: [String]
    private let rows: [[String]]

    /// Makes a table; every row has as many cells as the header.
    public init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
    }

    /// The lines, without a line end behind the last.
    public var text: String {
        let shown = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        let widths = shown.map { column in
            rows.reduce(header[column].count) { max($0, $1[column].count) }
        }
        let lines = ([header] + rows).map { row in
            zip(shown, widths)
                .map { column, width in row[column] + String(repeating: " ", count: width - row[column].count) }
                .joined(separator: "  ")
                .trimmingTrailingBlanks()
        }
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// Without blanks at the end.
    func trimmingTrailingBlanks() -> String {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...last])
    }
}

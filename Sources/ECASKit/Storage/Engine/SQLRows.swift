/// Rows of values laid end to end, for statements that run once for each row.
public struct SQLRows: Sendable {
    /// How many values a row has, at least 1.
    public let width: Int
    /// The values, row after row.
    public private(set) var values: [SQLValue] = []

    /// Makes an empty collection of rows.
    ///
    /// - Parameters:
    ///   - width: how many values a row has, at least 1.
    ///   - capacity: how many rows to make room for.
    public init(width: Int, capacity: Int = 0) {
        precondition(width > 0, "A row has at least one value.")
        self.width = width
        values.reserveCapacity(width * capacity)
    }

    /// How many complete rows there are.
    public var count: Int { values.count / width }

    /// Adds the next value of the row under way, or the first of the next row.
    @inline(__always)
    public mutating func append(_ value: SQLValue) {
        values.append(value)
    }

    /// Adds a row.
    public mutating func append(row: [SQLValue]) {
        precondition(row.count == width, "A row has as many values as the statement has parameters.")
        values.append(contentsOf: row)
    }
}

/// A table and the columns that rows are appended to.
public struct SQLInsertTarget: Sendable {
    /// The table.
    public let table: String
    /// The columns, in the order of the values.
    public let columns: [String]
    /// A plain `INSERT` with one parameter a column, for engines that have nothing faster.
    public let insertStatement: String

    /// Describes where rows go.
    public init(table: String, columns: [String]) {
        self.table = table
        self.columns = columns
        let parameters = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        insertStatement = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(parameters))"
    }
}

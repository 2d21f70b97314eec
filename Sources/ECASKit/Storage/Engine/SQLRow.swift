/// A row that a statement gave, valid only while it is handed over; columns are numbered from 0 in the order selected.
public protocol SQLRow {
    /// Whether a column has no value.
    func isNull(_ column: Int) -> Bool
    /// The whole number in a column; 0 if it is null.
    func integer(_ column: Int) -> Int64
    /// The text in a column; empty if it is null.
    func text(_ column: Int) -> String
    /// The bytes in a column; empty if it is null.
    func bytes(_ column: Int) -> [UInt8]
}

extension SQLRow {
    /// The whole number in a column, absent if it is null.
    public func integerIfPresent(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
    /// The text in a column, absent if it is null.
    public func textIfPresent(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
}

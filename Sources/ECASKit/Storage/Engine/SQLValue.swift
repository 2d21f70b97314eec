/// A value on its way into a database.
public enum SQLValue: Hashable, Sendable {
    /// No value.
    case null
    /// A whole number.
    case integer(Int64)
    /// Text.
    case text(String)
    /// Bytes.
    case bytes([UInt8])

    /// A whole number, or null.
    @inlinable
    public init(_ value: (some FixedWidthInteger)?) {
        self = value.map { .integer(Int64(truncatingIfNeeded: $0)) } ?? .null
    }

    /// Text, or null.
    @inlinable
    public init(_ value: String?) {
        self = value.map { .text($0) } ?? .null
    }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Null.
    public init(nilLiteral: ()) { self = .null }
}

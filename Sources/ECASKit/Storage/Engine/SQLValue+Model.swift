package import ECASModel

extension SQLValue {
    /// Milliseconds since 1970-01-01T00:00:00Z, or null.
    package init(_ instant: Instant?) {
        self.init(instant?.milliseconds)
    }

    /// A key, or null.
    package init<Entity>(_ identifier: Identifier<Entity>?) {
        self.init(identifier?.rawValue)
    }

    /// 1 or 0: the engines agree on no other form.
    package init(_ truth: Bool) {
        self = .integer(truth ? 1 : 0)
    }
}

extension SQLRow {
    /// An instant from milliseconds since 1970-01-01T00:00:00Z; null gives 1970.
    package func instant(_ column: Int) -> Instant { Instant(milliseconds: integer(column)) }

    /// An instant, absent if null.
    package func instantIfPresent(_ column: Int) -> Instant? { isNull(column) ? nil : instant(column) }

    /// A key.
    package func identifier<Entity>(_ column: Int) -> Identifier<Entity> { Identifier(integer(column)) }

    /// A key, absent if null.
    package func identifierIfPresent<Entity>(_ column: Int) -> Identifier<Entity>? {
        isNull(column) ? nil : identifier(column)
    }

    /// Whether a whole number is not 0.
    package func truth(_ column: Int) -> Bool { integer(column) != 0 }
}

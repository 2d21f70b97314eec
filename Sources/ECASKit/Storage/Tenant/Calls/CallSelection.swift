import ECASModel

/// The statement of a ``CallQuery``: text that depends on which filters are set, not on their values.
struct CallSelection {
    private(set) var conditions: [String] = []
    private(set) var values: [SQLValue] = []

    init(_ query: CallQuery) {
        if let pbx = query.pbx { add(SQLValue(pbx)) { "pbx_id = \($0)" } }
        if let name = query.chargedExtension { add(.text(name)) { "extension = \($0)" } }
        if let direction = query.direction { add(SQLValue(direction.rawValue)) { "direction = \($0)" } }
        add(prefix: query.callingPrefix, of: "calling")
        add(prefix: query.calledPrefix, of: "called")
        if let from = query.from { add(SQLValue(from)) { "start_at >= \($0)" } }
        if let to = query.to { add(SQLValue(to)) { "start_at < \($0)" } }
        if let cursor = query.after { addBound("<", cursor) }
    }

    /// Keeps what lies on one side of a place in the list.
    mutating func addBound(_ comparison: String, _ place: CallCursor) {
        values += [.integer(place.listedAt), .integer(place.id)]
        conditions.append("(start_at, id) \(comparison) ($\(values.count - 1), $\(values.count))")
    }

    /// The `WHERE` clause; empty if everything passes.
    var clause: String { conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))" }

    private mutating func add(_ value: SQLValue, _ condition: (String) -> String) {
        values.append(value)
        conditions.append(condition("$\(values.count)"))
    }

    /// `LIKE` would need escapes and folds case in one engine, and ranges of text depend on the collation of the other.
    private mutating func add(prefix: String?, of column: String) {
        guard let prefix, !prefix.isEmpty else { return }
        add(.text(prefix)) { "substr(\(column), 1, length(\($0))) = \($0)" }
    }
}

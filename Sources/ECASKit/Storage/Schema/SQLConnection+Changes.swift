extension SQLConnection {
    /// Runs a statement that must change a row; `what` is changed, for the message: "The PBX 7".
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound`` if it changed none.
    func change(_ what: @autoclosure () -> String, _ sql: String, _ values: [SQLValue]) throws {
        guard try execute(sql, values) > 0 else {
            throw StorageError(.notFound, "\(what()) is not there; it may have been removed meanwhile.")
        }
    }

    /// Runs an `INSERT ... RETURNING id` and gives the key.
    func insert<Identifier: RawRepresentable<Int64>>(
        _ sql: String, _ values: [SQLValue], as type: Identifier.Type = Identifier.self
    ) throws -> Identifier {
        let key = try one(sql, values) { Identifier(rawValue: $0.integer(0)) }
        return try (key ?? nil).orCorrupt("The engine gave no key for a new row.")
    }
}

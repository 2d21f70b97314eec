public import ECASModel

extension Schema {
    /// Brings a database to this schema, or finds that it is there already.
    ///
    /// Two processes may do so at once: the second waits for the first and then finds nothing to do.
    ///
    /// - Parameters:
    ///   - database: an empty database, or one with an older state of this schema.
    ///   - now: noted as the time of each step taken.
    /// - Returns: how many steps were taken.
    /// - Throws: ``StorageError`` with ``StorageError/Code/newerSchema`` if the database has taken steps that this program
    ///   does not know, ``StorageError/Code/wrongDatabase`` if it has taken others; it is then left untouched.
    @discardableResult
    public func migrate(_ database: any SQLDatabase, now: Instant) async throws -> Int {
        let dialect = database.dialect
        return try await database.write { connection in
            for statement in dialect.migrationLock {
                try connection.execute(statement)
            }
            try connection.execute(Self.historyTable)
            let taken = try connection.all("SELECT name FROM schema_version ORDER BY version") { $0.text(0) }
            try check(taken)
            for (index, migration) in migrations.enumerated().dropFirst(taken.count) {
                for statement in migration.statements {
                    try connection.execute(dialect.statement(statement))
                }
                try connection.execute(
                    "INSERT INTO schema_version (version, name, applied_at) VALUES ($1, $2, $3)",
                    [SQLValue(index + 1), .text(recordedName(migration)), SQLValue(now)])
            }
            return migrations.count - taken.count
        }
    }

    private static let historyTable = """
        CREATE TABLE IF NOT EXISTS schema_version (
            version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)
        """

    /// The name of the schema is part of it, so that a tenant's database is never taken for a master database.
    private func recordedName(_ migration: Migration) -> String { "\(name): \(migration.name)" }

    private func check(_ taken: [String]) throws {
        for (known, found) in zip(migrations, taken) where recordedName(known) != found {
            throw StorageError(
                .wrongDatabase,
                "This is no \(name) database: its history says '\(found)' where '\(recordedName(known))' is expected. "
                    + "Check the database's address.")
        }
        guard taken.count <= migrations.count else {
            throw StorageError(
                .newerSchema,
                "The \(name) database has schema version \(taken.count), this program knows versions up to "
                    + "\(migrations.count). Use the newer program that wrote it; going back is not possible.")
        }
    }
}

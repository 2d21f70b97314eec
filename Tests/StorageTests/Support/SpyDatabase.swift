import ECASStorage

/// A database that shows every statement to an observer before it runs; an error the observer throws fails the statement.
struct SpyDatabase: SQLDatabase {
    let base: any SQLDatabase
    let observe: @Sendable (String, [SQLValue]) throws -> Void

    var dialect: SQLDialect { base.dialect }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await base.read { try body(SpyConnection(base: $0, observe: observe)) }
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await base.write { try body(SpyConnection(base: $0, observe: observe)) }
    }

    func close() async throws { try await base.close() }
}

private struct SpyConnection: SQLConnection {
    let base: any SQLConnection
    let observe: @Sendable (String, [SQLValue]) throws -> Void

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try observe(sql, values)
        return try base.execute(sql, values)
    }

    func query(_ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Void) throws {
        try observe(sql, values)
        try base.query(sql, values, row: row)
    }

    func executeEach(_ sql: String, _ rows: SQLRows) throws -> [Bool] {
        try observe(sql, rows.values)
        return try base.executeEach(sql, rows)
    }

    func append(_ rows: SQLRows, to target: SQLInsertTarget) throws {
        try observe(target.insertStatement, rows.values)
        try base.append(rows, to: target)
    }
}

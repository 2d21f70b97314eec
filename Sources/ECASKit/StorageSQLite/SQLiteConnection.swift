import ECASStorage
import GRDB
import GRDBSQLite

/// A connection of the pool, lent for one transaction.
///
/// Statements come from GRDB's cache but are bound and stepped here: a batch of calls has tens of thousands of values,
/// and making GRDB's argument lists of them costs more than SQLite's own work.
struct SQLiteConnection: SQLConnection {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        let statement = try prepare(sql)
        defer { statement.reset() }
        try statement.bind(values[...])
        while try statement.step() {}
        return statement.changes
    }

    func query(_ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Void) throws {
        let statement = try prepare(sql)
        defer { statement.reset() }
        try statement.bind(values[...])
        let current = SQLiteRow(statement: statement.handle)
        while try statement.step() {
            try row(current)
        }
    }

    func executeEach(_ sql: String, _ rows: SQLRows) throws -> [Bool] {
        var changed: [Bool] = []
        changed.reserveCapacity(rows.count)
        try run(sql, rows) { changed.append($0.changes > 0) }
        return changed
    }

    func append(_ rows: SQLRows, to target: SQLInsertTarget) throws {
        try run(target.insertStatement, rows) { _ in }
    }

    private func run(_ sql: String, _ rows: SQLRows, _ done: (SQLiteStatement) -> Void) throws {
        guard rows.count > 0 else { return }
        let statement = try prepare(sql)
        defer { statement.reset() }
        for start in stride(from: 0, to: rows.count * rows.width, by: rows.width) {
            try statement.bind(rows.values[start..<start + rows.width])
            while try statement.step() {}
            done(statement)
            statement.reset()
        }
    }

    private func prepare(_ sql: String) throws -> SQLiteStatement {
        let cached = try database.cachedStatement(sql: sql)
        // A statement met again while its rows are being read is prepared anew, so that both keep their place.
        let isFree = sqlite3_stmt_busy(cached.sqliteStatement) == 0
        return try SQLiteStatement(isFree ? cached : database.makeStatement(sql: sql), of: database)
    }
}

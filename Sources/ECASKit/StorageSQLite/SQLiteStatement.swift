import ECASStorage
import GRDB
import GRDBSQLite

/// A prepared statement with the order of its parameters.
struct SQLiteStatement {
    let handle: OpaquePointer
    // Keeps the handle alive.
    private let statement: Statement
    private let connection: OpaquePointer
    // For each `$number`, SQLite's own index. SQLite takes `$2` for a name and numbers names by first appearance
    // (<https://sqlite.org/lang_expr.html>, "Parameters"). Empty if both agree, as they usually do.
    private let order: [Int32]
    private let parameterCount: Int
    private let texts = SQLiteArena()

    init(_ statement: Statement, of database: Database) throws {
        guard let connection = database.sqliteConnection else {
            throw StorageError(.unavailable, "The database is closed.")
        }
        self.statement = statement
        self.connection = connection
        handle = statement.sqliteStatement
        let count = sqlite3_bind_parameter_count(handle)
        parameterCount = Int(count)
        var order = [Int32](repeating: 0, count: parameterCount)
        var isAscending = true
        for index in 0..<count {
            let name = sqlite3_bind_parameter_name(handle, index + 1).map { String(cString: $0) } ?? ""
            guard name.hasPrefix("$"), let number = Int(name.dropFirst()), order.indices.contains(number - 1) else {
                throw StorageError(
                    .invalidRequest,
                    "The parameter '\(name)' is none of $1 to $\(count). Number parameters without gaps.")
            }
            order[number - 1] = index + 1
            isAscending = isAscending && number == index + 1
        }
        self.order = isAscending ? [] : order
    }

    /// Rows changed by the last run.
    var changes: Int {
        sqlite3_stmt_readonly(handle) == 0 ? Int(sqlite3_changes64(connection)) : 0
    }

    /// Gives the parameters their values for the next run.
    func bind(_ values: ArraySlice<SQLValue>) throws {
        guard values.count == parameterCount else {
            throw StorageError(
                .invalidRequest,
                "\(values.count) values were given for \(parameterCount) parameters; give one for each.")
        }
        texts.prepare(for: values)
        var number = 0
        for value in values {
            let index = order.isEmpty ? Int32(truncatingIfNeeded: number + 1) : order[number]
            let result = bind(value, at: index)
            guard result == SQLITE_OK else { throw failure(result) }
            number += 1
        }
    }

    /// Goes to the next row; false if there is none, and the statement has done its work.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let result: throw failure(result)
        }
    }

    /// Makes the statement ready for its next run, or for its next user, and its parameters null.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        // Until here SQLite reads the values where they are.
        withExtendedLifetime((statement, texts)) {}
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null:
            // As every parameter is after a reset, at a fraction of the cost: most columns of most calls are absent.
            return SQLITE_OK
        case .integer(let number):
            return sqlite3_bind_int64(handle, index, number)
        case .text(let text):
            let bytes = texts.add(text)
            return sqlite3_bind_text64(
                handle, index, bytes.bindMemory(to: CChar.self).baseAddress, UInt64(bytes.count), nil,
                UInt8(SQLITE_UTF8))
        case .bytes(let content):
            let bytes = texts.add(content)
            return sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), nil)
        }
    }

    private func failure(_ result: Int32) -> any Error {
        let extended = sqlite3_extended_errcode(connection)
        let message = String(cString: sqlite3_errmsg(connection))
        // Binding errors are not always noted on the connection.
        return StorageError(sqlite: extended & 0xFF == result & 0xFF ? extended : result, message: message)
    }
}

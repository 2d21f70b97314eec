import ECASStorage
import GRDB
import GRDBSQLite

extension StorageError {
    /// Translates an SQLite result code (<https://sqlite.org/rescode.html>); SQLite's messages name tables and columns,
    /// not values.
    init(sqlite extendedCode: Int32, message: String) {
        let (code, remedy): (Code, String) =
            // A primary code in a pattern matches all extended codes of its kind.
            switch ResultCode(rawValue: extendedCode) {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
                (.duplicate, "It is there already.")
            case .SQLITE_CONSTRAINT:
                (.constraint, "The change contradicts the rest of the database.")
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                (.busy, "Another process is writing; try again.")
            case .SQLITE_FULL:
                (.full, "Make room on the disk.")
            case .SQLITE_CORRUPT, .SQLITE_NOTADB:
                (.corrupt, "Restore the database from a backup.")
            case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_NOLFS:
                (.unavailable, "Check the file, its folder, their owner and rights, and the disk.")
            default:
                (.engine, "")
            }
        self.init(
            code, remedy.isEmpty ? "SQLite: \(message)." : "SQLite: \(message). \(remedy)",
            engineCode: String(extendedCode))
    }

    /// The error as the stores know it.
    ///
    /// GRDB's own description would show the values of the statement.
    fileprivate static func translated(_ error: any Error) -> any Error {
        switch error {
        case let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT:
            CancellationError()
        case let error as DatabaseError where error.resultCode == .SQLITE_MISUSE:
            StorageError(.unavailable, "The database is closed.", engineCode: String(SQLITE_MISUSE))
        case let error as DatabaseError:
            StorageError(
                sqlite: error.extendedResultCode.rawValue, message: error.message ?? error.resultCode.description)
        case let error as StorageError where error.engineCode == String(SQLITE_INTERRUPT):
            CancellationError()
        default:
            error
        }
    }
}

/// Runs `body` and translates the errors of SQLite and GRDB.
func translatingErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch {
        throw StorageError.translated(error)
    }
}

/// Runs `body` and translates the errors of SQLite and GRDB.
func translatingAsyncErrors<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    do {
        return try await body()
    } catch {
        throw StorageError.translated(error)
    }
}

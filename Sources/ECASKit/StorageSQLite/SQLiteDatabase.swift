public import ECASStorage
import Foundation
import GRDB

/// An SQLite file as several processes share it: write-ahead log, several readers beside one writer, writers waiting for
/// each other.
///
/// The file is made readable by its owner alone (mode 0600), a folder that has to be made for it too (0700).
public struct SQLiteDatabase: SQLDatabase {
    private let pool: DatabasePool

    /// Opens a database file, making it and its folder if there is none.
    ///
    /// - Parameters:
    ///   - path: of the file; its folder must be writable for the log files beside it, and must not be on a network share
    ///     (SQLite's documentation, "Write-Ahead Logging").
    ///   - options: how durable commits are and how long to wait for others.
    /// - Returns: the open database.
    /// - Throws: ``ECASStorage/StorageError`` with ``ECASStorage/StorageError/Code/unavailable`` if the file cannot be
    ///   opened or made, ``ECASStorage/StorageError/Code/corrupt`` if it is no SQLite database.
    public static func open(path: String, options: SQLiteOptions = SQLiteOptions()) async throws -> SQLiteDatabase {
        try await withCheckedThrowingContinuation { continuation in
            // Opening may wait for another process: not on a thread of the cooperative pool.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try SQLiteDatabase(path: path, options: options) })
            }
        }
    }

    private init(path: String, options: SQLiteOptions) throws {
        try SQLiteFile.prepare(path)
        pool = try translatingErrors { try Self.openPool(path, options) }
    }

    /// Opens the pool, trying again while others open or close the file at the same moment: turning to the write-ahead log
    /// needs the file alone for an instant, and SQLite does not always wait for that by itself.
    private static func openPool(_ path: String, _ options: SQLiteOptions) throws -> DatabasePool {
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: .seconds(options.busyTimeoutSeconds))
        while true {
            do {
                let pool = try DatabasePool(path: path, configuration: options.configuration)
                if options.durability == .full {
                    // After opening: the pool itself sets NORMAL when it turns to the write-ahead log.
                    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
                }
                return pool
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && clock.now < deadline {
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
    }

    /// SQLite's words: ``SQLDialect/sqlite``.
    public var dialect: SQLDialect { .sqlite }

    /// Runs reading statements on one state of the database; see ``ECASStorage/SQLDatabase/read(_:)``.
    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await translatingAsyncErrors {
            try await pool.read { try body(SQLiteConnection($0)) }
        }
    }

    /// Runs statements in one immediate transaction; see ``ECASStorage/SQLDatabase/write(_:)``.
    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await translatingAsyncErrors {
            // GRDB begins writing transactions IMMEDIATE, so that two processes queue up instead of failing half-way.
            try await pool.write { try body(SQLiteConnection($0)) }
        }
    }

    /// Waits for what is running and closes all connections.
    public func close() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try translatingErrors { try pool.close() } })
            }
        }
    }
}

extension SQLDialect {
    /// The words of SQLite.
    public static let sqlite = SQLDialect(
        engine: "SQLite",
        // Without AUTOINCREMENT the key of a deleted last row is given out again, and old calls would change their PBX.
        identity: "INTEGER PRIMARY KEY AUTOINCREMENT", key: "INTEGER PRIMARY KEY", bytes: "BLOB", migrationLock: [])
}

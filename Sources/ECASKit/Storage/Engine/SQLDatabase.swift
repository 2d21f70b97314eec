/// An open database of some engine: all that the stores know of it.
///
/// The stores write their SQL once, for SQLite (3.35 and later) and PostgreSQL (15 and later): parameters are `$1`,
/// `$2` ..., `RETURNING`, `ON CONFLICT` and row values may be used. The few words in which the engines differ are in
/// ``SQLDialect``.
public protocol SQLDatabase: Sendable {
    /// The words in which this engine's schema statements differ from others'.
    var dialect: SQLDialect { get }

    /// Runs reading statements on one consistent state of the database, which others may change meanwhile.
    ///
    /// - Parameter body: runs on a thread that may block; it must not keep the connection.
    /// - Returns: what `body` returns.
    /// - Throws: ``StorageError``, `CancellationError` if the task was cancelled, or what `body` throws.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result

    /// Runs statements in one transaction that no other writer can interleave with: all of it is kept if `body` returns,
    /// nothing of it if `body` throws or the process dies.
    ///
    /// - Parameter body: runs on a thread that may block; it must not keep the connection.
    /// - Returns: what `body` returns.
    /// - Throws: ``StorageError``, `CancellationError` if the task was cancelled, or what `body` throws.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result

    /// Waits for what is running and closes the database; using it afterwards throws ``StorageError/Code/unavailable``.
    func close() async throws
}

/// Opens databases by their addresses.
public protocol SQLEngine: Sendable {
    /// Opens a database, making it if the engine makes databases.
    ///
    /// - Throws: ``StorageError``, with ``StorageError/Code/invalidRequest`` if the address is not of this engine.
    func open(_ address: String) async throws -> any SQLDatabase
}

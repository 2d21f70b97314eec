public import ECASModel

/// The master database: what is configured, who may log in, and how the collectors are.
///
/// Every function is one transaction. Those that change what collectors work by (tenants, sites, PBXs) raise
/// ``configurationVersion()`` in the same transaction, so that a collector which sees a new version sees the change.
public struct MasterStore: Sendable {
    package let database: any SQLDatabase

    /// Opens a master database and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - database: an open database, empty or a master database; the store does not close it.
    ///   - now: noted in the history of the schema if that changes.
    /// - Returns: the store.
    /// - Throws: ``StorageError`` as ``Schema/migrate(_:now:)`` does.
    public static func open(_ database: any SQLDatabase, now: Instant) async throws -> MasterStore {
        try await Schema.master.migrate(database, now: now)
        return MasterStore(database: database)
    }

    /// A number that rises with every change of the configuration; cheap enough to ask for each second.
    ///
    /// - Throws: ``StorageError``.
    public func configurationVersion() async throws -> Int64 {
        try await database.read { try Counter.configuration.value(on: $0) }
    }

    /// Raises ``configurationVersion()`` after a change of configuration that is kept elsewhere, such as a tariff in a
    /// tenant's database.
    ///
    /// - Returns: the new version.
    /// - Throws: ``StorageError``.
    @discardableResult
    public func raiseConfigurationVersion() async throws -> Int64 {
        try await database.write { try Counter.configuration.raise(on: $0) }
    }

    /// Changes the configuration and raises its version in one transaction.
    func configure<Result: Sendable>(
        _ change: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await database.write { connection in
            let result = try change(connection)
            try Counter.configuration.raise(on: connection)
            return result
        }
    }

    /// A setting of the installation, absent if it was never set.
    ///
    /// - Throws: ``StorageError``.
    public func setting(_ key: String) async throws -> String? {
        try await database.read { try Settings.value(of: key, on: $0) }
    }

    /// Sets a setting of the installation, or removes it if the value is absent.
    ///
    /// - Throws: ``StorageError``.
    public func set(_ key: String, to value: String?) async throws {
        try await database.write { try Settings.set(key, to: value, on: $0) }
    }
}

public import ECASModel

/// The database of one tenant: calls, raw records, suspense, checkpoints and tariffs.
///
/// A store reaches one tenant's database and no other, so that nothing can be read across tenants. Every function is one
/// transaction.
public struct TenantStore: Sendable {
    /// The tenant whose database this is.
    public let tenant: TenantID
    package let database: any SQLDatabase

    /// Opens a tenant's database and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - database: an open database, empty or of this tenant; the store does not close it.
    ///   - tenant: whose it is; written into an empty database and checked ever after.
    ///   - now: noted in the history of the schema if that changes.
    /// - Returns: the store.
    /// - Throws: ``StorageError`` as ``Schema/migrate(_:now:)`` does, and with ``StorageError/Code/wrongDatabase`` if the
    ///   database is another tenant's.
    public static func open(_ database: any SQLDatabase, tenant: TenantID, now: Instant) async throws -> TenantStore {
        try await Schema.tenant.migrate(database, now: now)
        try await database.write { connection in
            try connection.execute(
                "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
                [.text(ownerKey), .text("\(tenant)")])
            let owner = try Settings.value(of: ownerKey, on: connection)
            guard owner == "\(tenant)" else {
                throw StorageError(
                    .wrongDatabase,
                    "This is the database of tenant \(owner ?? "?"), not of tenant \(tenant). "
                        + "Check the tenants' database addresses.")
            }
        }
        return TenantStore(tenant: tenant, database: database)
    }

    private static let ownerKey = "tenant"

    /// A setting of the tenant, absent if it was never set.
    ///
    /// - Throws: ``StorageError``.
    public func setting(_ key: String) async throws -> String? {
        try await database.read { try Settings.value(of: key, on: $0) }
    }

    /// Sets a setting of the tenant, or removes it if the value is absent.
    ///
    /// - Throws: ``StorageError``, with ``StorageError/Code/invalidRequest`` for the key `tenant`, which is the store's.
    public func set(_ key: String, to value: String?) async throws {
        guard key != Self.ownerKey else {
            throw StorageError(.invalidRequest, "The setting '\(key)' belongs to the store; use another key.")
        }
        try await database.write { try Settings.set(key, to: value, on: $0) }
    }
}

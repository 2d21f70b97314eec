public import ECASModel

/// The open stores of an installation's tenants: each is opened when it is first asked for and shared from then on.
public actor TenantStores {
    private let engine: any SQLEngine
    private var opening: [TenantID: Opening] = [:]

    private struct Opening {
        let address: String
        let store: Task<TenantStore, any Error>
    }

    /// Makes an empty collection over an engine.
    public init(engine: any SQLEngine) {
        self.engine = engine
    }

    /// The store of a tenant.
    ///
    /// A tenant whose address has changed since is opened anew, and its old database closed.
    ///
    /// - Parameters:
    ///   - tenant: as the master database has it.
    ///   - now: noted in the history of the schema if that changes.
    /// - Returns: the store, the same for everybody who asks.
    /// - Throws: ``StorageError`` as ``SQLEngine/open(_:)`` and ``TenantStore/open(_:tenant:now:)`` do; the next call tries
    ///   again.
    public func store(of tenant: Tenant, now: Instant) async throws -> TenantStore {
        if let known = opening[tenant.id] {
            if known.address == tenant.databaseAddress { return try await result(of: known, for: tenant.id) }
            opening[tenant.id] = nil
            try await close(known)
            // Somebody else may have opened the new address meanwhile.
            return try await store(of: tenant, now: now)
        }
        let engine = engine
        let fresh = Opening(
            address: tenant.databaseAddress,
            store: Task {
                let database = try await engine.open(tenant.databaseAddress)
                do {
                    return try await TenantStore.open(database, tenant: tenant.id, now: now)
                } catch {
                    try await database.close()
                    throw error
                }
            })
        opening[tenant.id] = fresh
        return try await result(of: fresh, for: tenant.id)
    }

    /// Closes all stores; using one of them afterwards throws.
    ///
    /// - Throws: ``StorageError`` of the first store that could not be closed; the others are closed all the same.
    public func close() async throws {
        let open = opening.values
        opening = [:]
        var failure: (any Error)?
        for known in open {
            do { try await close(known) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    private func result(of known: Opening, for tenant: TenantID) async throws -> TenantStore {
        do {
            return try await known.store.value
        } catch {
            if opening[tenant]?.store == known.store { opening[tenant] = nil }
            throw error
        }
    }

    private func close(_ known: Opening) async throws {
        // A store that could not be opened needs no closing.
        guard case .success(let store) = await known.store.result else { return }
        try await store.database.close()
    }
}

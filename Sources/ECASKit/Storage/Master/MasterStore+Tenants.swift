public import ECASModel

extension MasterStore {
    /// All tenants, by name.
    ///
    /// - Throws: ``StorageError``.
    public func tenants() async throws -> [Tenant] {
        try await database.read { connection in
            try connection.all("SELECT id, name, database_address FROM tenant ORDER BY name, id", [], Tenant.init)
        }
    }

    /// A tenant, absent if there is none with that key.
    ///
    /// - Throws: ``StorageError``.
    public func tenant(_ id: TenantID) async throws -> Tenant? {
        try await database.read { connection in
            try connection.one(
                "SELECT id, name, database_address FROM tenant WHERE id = $1", [SQLValue(id)], Tenant.init)
        }
    }

    /// Adds a tenant.
    ///
    /// - Parameters:
    ///   - name: unique in the installation.
    ///   - databaseAddress: makes the address of its database, which usually contains the key.
    /// - Returns: the tenant with its key.
    /// - Throws: ``StorageError`` with ``StorageError/Code/duplicate`` if the name is taken.
    public func addTenant(
        name: String, databaseAddress: @escaping @Sendable (TenantID) -> String
    ) async throws -> Tenant {
        try await configure { connection in
            let id = try connection.insert(
                "INSERT INTO tenant (name, database_address) VALUES ($1, '') RETURNING id", [.text(name)],
                as: TenantID.self)
            let address = databaseAddress(id)
            try connection.execute(
                "UPDATE tenant SET database_address = $1 WHERE id = $2", [.text(address), SQLValue(id)])
            return Tenant(id: id, name: name, databaseAddress: address)
        }
    }

    /// Changes name and address of a tenant.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound`` or ``StorageError/Code/duplicate``.
    public func update(_ tenant: Tenant) async throws {
        try await configure { connection in
            try connection.change(
                "The tenant \(tenant.id)", "UPDATE tenant SET name = $1, database_address = $2 WHERE id = $3",
                [.text(tenant.name), .text(tenant.databaseAddress), SQLValue(tenant.id)])
        }
    }
}

extension Tenant {
    fileprivate init(_ row: any SQLRow) {
        self.init(id: row.identifier(0), name: row.text(1), databaseAddress: row.text(2))
    }
}

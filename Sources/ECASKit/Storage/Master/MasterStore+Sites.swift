public import ECASModel

extension MasterStore {
    /// All sites of the installation, by tenant and name.
    ///
    /// - Throws: ``StorageError``.
    public func sites() async throws -> [Site] {
        try await database.read { connection in
            try connection.all("\(Site.selection) ORDER BY tenant_id, name, id", [], Site.init)
        }
    }

    /// The sites of a tenant, by name.
    ///
    /// - Throws: ``StorageError``.
    public func sites(of tenant: TenantID) async throws -> [Site] {
        try await database.read { connection in
            try connection.all(
                "\(Site.selection) WHERE tenant_id = $1 ORDER BY name, id", [SQLValue(tenant)], Site.init)
        }
    }

    /// A site, absent if there is none with that key.
    ///
    /// - Throws: ``StorageError``.
    public func site(_ id: SiteID) async throws -> Site? {
        try await database.read { connection in
            try connection.one("\(Site.selection) WHERE id = $1", [SQLValue(id)], Site.init)
        }
    }

    /// Adds a site to a tenant.
    ///
    /// - Parameters:
    ///   - tenant: the tenant.
    ///   - name: unique within the tenant.
    ///   - zone: a name of the IANA time zone database; whoever reads the setting checks it.
    ///   - numberPlan: JSON text in the form that classification reads.
    /// - Returns: the site with its key.
    /// - Throws: ``StorageError`` with ``StorageError/Code/duplicate`` if the name is taken,
    ///   ``StorageError/Code/constraint`` if there is no such tenant.
    public func addSite(to tenant: TenantID, name: String, zone: String, numberPlan: String) async throws -> Site {
        try await configure { connection in
            let id = try connection.insert(
                "INSERT INTO site (tenant_id, name, zone, number_plan) VALUES ($1, $2, $3, $4) RETURNING id",
                [SQLValue(tenant), .text(name), .text(zone), .text(numberPlan)], as: SiteID.self)
            return Site(id: id, tenant: tenant, name: name, zone: zone, numberPlan: numberPlan)
        }
    }

    /// Changes name, zone and number plan of a site.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound`` or ``StorageError/Code/duplicate``.
    public func update(_ site: Site) async throws {
        try await configure { connection in
            try connection.change(
                "The site \(site.id)",
                "UPDATE site SET name = $1, zone = $2, number_plan = $3 WHERE id = $4 AND tenant_id = $5",
                [
                    .text(site.name), .text(site.zone), .text(site.numberPlan), SQLValue(site.id),
                    SQLValue(site.tenant),
                ])
        }
    }
}

extension Site {
    fileprivate static let selection = "SELECT id, tenant_id, name, zone, number_plan FROM site"

    fileprivate init(_ row: any SQLRow) {
        self.init(
            id: row.identifier(0), tenant: row.identifier(1), name: row.text(2), zone: row.text(3),
            numberPlan: row.text(4))
    }
}

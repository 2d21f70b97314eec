public import ECASModel

extension MasterStore {
    /// All PBXs of the installation, those switched off included, by key.
    ///
    /// - Throws: ``StorageError``.
    public func pbxs() async throws -> [PBX] {
        try await database.read { connection in
            try connection.all("\(PBX.selection) ORDER BY id", [], PBX.init)
        }
    }

    /// The PBXs of a tenant, those switched off included, by key.
    ///
    /// - Throws: ``StorageError``.
    public func pbxs(of tenant: TenantID) async throws -> [PBX] {
        try await database.read { connection in
            try connection.all("\(PBX.selection) WHERE tenant_id = $1 ORDER BY id", [SQLValue(tenant)], PBX.init)
        }
    }

    /// A PBX, absent if there is none with that key.
    ///
    /// - Throws: ``StorageError``.
    public func pbx(_ id: PBXID) async throws -> PBX? {
        try await database.read { connection in
            try connection.one("\(PBX.selection) WHERE id = $1", [SQLValue(id)], PBX.init)
        }
    }

    /// Adds a PBX to a site.
    ///
    /// - Parameters:
    ///   - configuration: how it is read; whoever uses the settings checks them.
    ///   - site: where it stands.
    ///   - now: noted as the time of creation.
    /// - Returns: the PBX with its key.
    /// - Throws: ``StorageError`` with ``StorageError/Code/duplicate`` if the tenant has a PBX of that name,
    ///   ``StorageError/Code/notFound`` if there is no such site.
    public func addPBX(_ configuration: PBXConfiguration, to site: SiteID, now: Instant) async throws -> PBX {
        try await configure { connection in
            let tenant = try connection.one(
                "SELECT tenant_id FROM site WHERE id = $1", [SQLValue(site)]
            ) { row -> TenantID in row.identifier(0) }
            guard let tenant else {
                throw StorageError(.notFound, "The site \(site) is not there; add the site first.")
            }
            let id = try connection.insert(
                """
                INSERT INTO pbx (name, driver_id, transport, host, port, folder, processed_folder, driver_settings,
                    layout, enabled, tenant_id, site_id, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id
                """,
                try configuration.values + [SQLValue(tenant), SQLValue(site), SQLValue(now)], as: PBXID.self)
            return PBX(id: id, tenant: tenant, site: site, createdAt: now, configuration: configuration)
        }
    }

    /// Changes how a PBX is read.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound`` or ``StorageError/Code/duplicate``.
    public func update(_ configuration: PBXConfiguration, of id: PBXID) async throws {
        try await configure { connection in
            try connection.change(
                "The PBX \(id)",
                """
                UPDATE pbx SET name = $1, driver_id = $2, transport = $3, host = $4, port = $5, folder = $6,
                    processed_folder = $7, driver_settings = $8, layout = $9, enabled = $10
                WHERE id = $11
                """, try configuration.values + [SQLValue(id)])
        }
    }

    /// Removes a PBX and its status; its calls stay in the tenant's database, and its key is not given out again.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound``.
    public func removePBX(_ id: PBXID) async throws {
        try await configure { connection in
            try connection.execute("DELETE FROM source_status WHERE pbx_id = $1", [SQLValue(id)])
            try connection.change("The PBX \(id)", "DELETE FROM pbx WHERE id = $1", [SQLValue(id)])
        }
    }
}

extension PBXConfiguration {
    /// The values of the first ten parameters of the statements above.
    fileprivate var values: [SQLValue] {
        get throws {
            [
                .text(name), .text(driverID), .text(transport.rawValue), SQLValue(host), SQLValue(port),
                SQLValue(folder), SQLValue(processedFolder), .text(try JSONText.encode(driverSettings)),
                SQLValue(layout), SQLValue(isEnabled),
            ]
        }
    }
}

extension PBX {
    fileprivate static let selection = """
        SELECT id, tenant_id, site_id, created_at, name, driver_id, transport, host, port, folder, processed_folder,
            driver_settings, layout, enabled
        FROM pbx
        """

    fileprivate init(_ row: any SQLRow) throws {
        let id: PBXID = row.identifier(0)
        let configuration = PBXConfiguration(
            name: row.text(4), driverID: row.text(5), transport: SourceTransport(rawValue: row.text(6)),
            host: row.textIfPresent(7), port: row.integerIfPresent(8).flatMap { UInt16(exactly: $0) },
            folder: row.textIfPresent(9), processedFolder: row.textIfPresent(10),
            driverSettings: try JSONText.decode(
                [String: String].self, from: row.text(11), place: "The configuration of PBX \(id)"),
            layout: row.textIfPresent(12), isEnabled: row.truth(13))
        self.init(
            id: id, tenant: row.identifier(1), site: row.identifier(2), createdAt: row.instant(3),
            configuration: configuration)
    }
}

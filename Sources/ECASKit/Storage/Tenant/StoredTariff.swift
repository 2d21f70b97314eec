public import ECASModel

/// A tariff as the database has it.
public struct StoredTariff: Hashable, Sendable, Identifiable {
    /// The key.
    public let id: TariffID
    /// The name; versions of one tariff share it.
    public var name: String
    /// The tariff as JSON text, in the form that rating reads.
    public var definition: String
    /// From when on calls are rated by it.
    public var validFrom: Instant
    /// When it was added.
    public let createdAt: Instant

    /// Describes a tariff.
    public init(id: TariffID, name: String, definition: String, validFrom: Instant, createdAt: Instant) {
        self.id = id
        self.name = name
        self.definition = definition
        self.validFrom = validFrom
        self.createdAt = createdAt
    }
}

extension TenantStore {
    /// All tariffs, by name and then the newest first.
    ///
    /// - Throws: ``StorageError``.
    public func tariffs() async throws -> [StoredTariff] {
        try await database.read { connection in
            try connection.all(
                "SELECT id, name, definition, valid_from, created_at FROM tariff ORDER BY name, valid_from DESC"
            ) { row in
                StoredTariff(
                    id: row.identifier(0), name: row.text(1), definition: row.text(2), validFrom: row.instant(3),
                    createdAt: row.instant(4))
            }
        }
    }

    /// Adds a tariff, or a version of one.
    ///
    /// Raise ``MasterStore/raiseConfigurationVersion()`` afterwards, so that the collectors take notice.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/duplicate`` if a tariff of that name begins at that moment.
    public func addTariff(
        name: String, definition: String, validFrom: Instant, now: Instant
    ) async throws -> StoredTariff {
        try await database.write { connection in
            let id = try connection.insert(
                "INSERT INTO tariff (name, definition, valid_from, created_at) VALUES ($1, $2, $3, $4) RETURNING id",
                [.text(name), .text(definition), SQLValue(validFrom), SQLValue(now)], as: TariffID.self)
            return StoredTariff(id: id, name: name, definition: definition, validFrom: validFrom, createdAt: now)
        }
    }

    /// Changes name, definition and beginning of a tariff.
    ///
    /// Raise ``MasterStore/raiseConfigurationVersion()`` afterwards.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound`` or ``StorageError/Code/duplicate``.
    public func update(_ tariff: StoredTariff) async throws {
        try await database.write { connection in
            try connection.change(
                "The tariff \(tariff.id)",
                "UPDATE tariff SET name = $1, definition = $2, valid_from = $3 WHERE id = $4",
                [.text(tariff.name), .text(tariff.definition), SQLValue(tariff.validFrom), SQLValue(tariff.id)])
        }
    }

    /// Removes a tariff.
    ///
    /// Raise ``MasterStore/raiseConfigurationVersion()`` afterwards.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound``.
    public func removeTariff(_ id: TariffID) async throws {
        try await database.write { connection in
            try connection.change("The tariff \(id)", "DELETE FROM tariff WHERE id = $1", [SQLValue(id)])
        }
    }
}

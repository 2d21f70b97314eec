public import ECASModel

extension MasterStore {
    /// All keys, those retired included, the newest first.
    ///
    /// - Throws: ``StorageError``.
    public func signingKeys() async throws -> [StoredSigningKey] {
        try await database.read { connection in
            try connection.all(
                "SELECT id, private_key_pem, created_at, retired_at FROM signing_key ORDER BY created_at DESC, id"
            ) { row in
                StoredSigningKey(
                    id: row.text(0), privateKeyPEM: row.text(1), createdAt: row.instant(2),
                    retiredAt: row.instantIfPresent(3))
            }
        }
    }

    /// Adds a key.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/duplicate`` if a key of that name is there.
    public func addSigningKey(_ key: StoredSigningKey) async throws {
        try await database.write { connection in
            _ = try connection.execute(
                "INSERT INTO signing_key (id, private_key_pem, created_at, retired_at) VALUES ($1, $2, $3, $4)",
                [.text(key.id), .text(key.privateKeyPEM), SQLValue(key.createdAt), SQLValue(key.retiredAt)])
        }
    }

    /// Notes that nothing is signed with a key from now on.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound``.
    public func retireSigningKey(_ id: String, now: Instant) async throws {
        try await database.write { connection in
            try connection.change(
                "The signing key '\(id)'", "UPDATE signing_key SET retired_at = $1 WHERE id = $2",
                [SQLValue(now), .text(id)])
        }
    }
}

public import ECASModel
import Foundation

extension MasterStore {
    /// All users, by name.
    ///
    /// - Throws: ``StorageError``.
    public func users() async throws -> [StoredUser] {
        try await database.read { connection in
            try connection.all("\(StoredUser.selection) ORDER BY name_key", [], StoredUser.init)
        }
    }

    /// A user, absent if there is none with that key.
    ///
    /// - Throws: ``StorageError``.
    public func user(_ id: UserID) async throws -> StoredUser? {
        try await database.read { connection in
            try connection.one("\(StoredUser.selection) WHERE id = $1", [SQLValue(id)], StoredUser.init)
        }
    }

    /// The user with a log-in name, whatever the case of its letters; absent if there is none.
    ///
    /// - Throws: ``StorageError``.
    public func user(named name: String) async throws -> StoredUser? {
        let key = StoredUser.key(of: name)
        return try await database.read { connection in
            try connection.one("\(StoredUser.selection) WHERE name_key = $1", [.text(key)], StoredUser.init)
        }
    }

    /// Adds a user.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/duplicate`` if the name is taken,
    ///   ``StorageError/Code/constraint`` if there is no such tenant.
    public func addUser(
        name: String, displayName: String, passwordHash: String, role: String, tenant: TenantID? = nil, now: Instant
    ) async throws -> StoredUser {
        try await database.write { connection in
            let id = try connection.insert(
                """
                INSERT INTO app_user (name, name_key, display_name, password_hash, role, tenant_id, disabled, created_at)
                VALUES ($1, $2, $3, $4, $5, $6, 0, $7) RETURNING id
                """,
                [
                    .text(name), .text(StoredUser.key(of: name)), .text(displayName), .text(passwordHash), .text(role),
                    SQLValue(tenant), SQLValue(now),
                ], as: UserID.self)
            return StoredUser(
                id: id, name: name, displayName: displayName, passwordHash: passwordHash, role: role, tenant: tenant,
                isDisabled: false, createdAt: now)
        }
    }

    /// Changes everything of a user but the time of creation.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound``, ``StorageError/Code/duplicate`` or
    ///   ``StorageError/Code/constraint``.
    public func update(_ user: StoredUser) async throws {
        try await database.write { connection in
            try connection.change(
                "The user \(user.id)",
                """
                UPDATE app_user SET name = $1, name_key = $2, display_name = $3, password_hash = $4, role = $5,
                    tenant_id = $6, disabled = $7
                WHERE id = $8
                """,
                [
                    .text(user.name), .text(StoredUser.key(of: user.name)), .text(user.displayName),
                    .text(user.passwordHash), .text(user.role), SQLValue(user.tenant), SQLValue(user.isDisabled),
                    SQLValue(user.id),
                ])
        }
    }
}

extension StoredUser {
    fileprivate static let selection =
        "SELECT id, name, display_name, password_hash, role, tenant_id, disabled, created_at FROM app_user"

    fileprivate init(_ row: any SQLRow) {
        self.init(
            id: row.identifier(0), name: row.text(1), displayName: row.text(2), passwordHash: row.text(3),
            role: row.text(4), tenant: row.identifierIfPresent(5), isDisabled: row.truth(6), createdAt: row.instant(7))
    }

    /// The form in which log-in names are compared: engines disagree on the case of letters beyond ASCII.
    fileprivate static func key(of name: String) -> String {
        name.lowercased().precomposedStringWithCompatibilityMapping
    }
}

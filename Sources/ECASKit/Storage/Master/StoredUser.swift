public import ECASModel

/// A person who can log in.
///
/// Printing it shows neither the name nor the password hash.
public struct StoredUser: Hashable, Sendable, Identifiable {
    /// The key.
    public let id: UserID
    /// The log-in name, unique in the installation whatever the case of its letters.
    public var name: String
    /// The name shown to others.
    public var displayName: String
    /// The password's hash, in the form of whoever checks passwords.
    public var passwordHash: String
    /// The role's name.
    public var role: String
    /// The tenant the user is confined to; absent for users of the whole installation.
    public var tenant: TenantID?
    /// Whether logging in is forbidden.
    public var isDisabled: Bool
    /// When the user was added.
    public let createdAt: Instant

    /// Describes a user.
    public init(
        id: UserID, name: String, displayName: String, passwordHash: String, role: String, tenant: TenantID?,
        isDisabled: Bool, createdAt: Instant
    ) {
        self.id = id
        self.name = name
        self.displayName = displayName
        self.passwordHash = passwordHash
        self.role = role
        self.tenant = tenant
        self.isDisabled = isDisabled
        self.createdAt = createdAt
    }
}

extension StoredUser: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key and role only.
    public var description: String { "user \(id) (\(role))" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// No children, so that `dump` shows no hash.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A key that access tokens are signed with.
///
/// Printing it does not show the key.
public struct StoredSigningKey: Hashable, Sendable, Identifiable {
    /// The key's name in tokens.
    public let id: String
    /// The private key in PEM form.
    public let privateKeyPEM: String
    /// When it was made.
    public let createdAt: Instant
    /// Since when nothing is signed with it any more; absent while it is in use.
    public var retiredAt: Instant?

    /// Describes a key.
    public init(id: String, privateKeyPEM: String, createdAt: Instant, retiredAt: Instant? = nil) {
        self.id = id
        self.privateKeyPEM = privateKeyPEM
        self.createdAt = createdAt
        self.retiredAt = retiredAt
    }
}

extension StoredSigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's name only.
    public var description: String { "signing key \(id)" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// No children, so that `dump` does not show the key.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

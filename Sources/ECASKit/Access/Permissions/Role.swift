/// A set of permissions with a name.
public struct Role: Hashable, Sendable, Identifiable {
    /// The identifier in the database and in tokens: small letters and hyphens.
    public let id: String
    /// The name shown.
    public let name: String
    /// The permissions held, and how.
    public let grants: [Permission: Grant]

    /// Makes a role.
    public init(id: String, name: String, grants: [Permission: Grant]) {
        self.id = id
        self.name = name
        self.grants = grants
    }

    /// The permissions held.
    public var permissions: Set<Permission> { Set(grants.keys) }

    // MARK: The built-in roles

    /// Runs the platform; sees no calls.
    public static let systemAdministrator: Role = make(BuiltInID.systemAdministrator, "System administrator")
    /// Runs one tenant.
    public static let tenantAdministrator: Role = make(BuiltInID.tenantAdministrator, "Tenant administrator")
    /// Looks after PBXs, collection and tariffs.
    public static let telecomOperator: Role = make(BuiltInID.telecomOperator, "Telecom operator")
    /// Sees the calls and costs of his own departments.
    public static let manager: Role = make(BuiltInID.manager, "Manager")
    /// Sees the calls of his own extensions.
    public static let viewer: Role = make(BuiltInID.viewer, "Viewer")

    /// The five built-in roles, the mightiest first.
    public static let builtIn: [Role] = [systemAdministrator, tenantAdministrator, telecomOperator, manager, viewer]

    /// The built-in role with an identifier.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/unknownRole`` that lists the identifiers there are.
    public static func builtIn(id: String) throws(AccessError) -> Role {
        guard let role = builtIn.first(where: { $0.id == id }) else {
            throw AccessError(
                .unknownRole,
                "There is no role '\(id)'; use one of: \(builtIn.map(\.id).joined(separator: ", ")).")
        }
        return role
    }

    enum BuiltInID {
        static let systemAdministrator = "system-administrator"
        static let tenantAdministrator = "tenant-administrator"
        static let telecomOperator = "telecom-operator"
        static let manager = "manager"
        static let viewer = "viewer"
    }

    private static func make(_ id: String, _ name: String) -> Role {
        Role(id: id, name: name, grants: PermissionTable.grants(ofRole: id))
    }
}

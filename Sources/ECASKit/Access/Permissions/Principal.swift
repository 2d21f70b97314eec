public import ECASModel

/// Somebody who has proved who he is, and what he may do.
public struct Principal: Hashable, Sendable {
    /// The user.
    public let userID: UserID
    /// The name he logs in with.
    public let name: String
    /// His role.
    public let role: Role
    /// The tenant he belongs to; absent for a user of the platform.
    public let tenant: TenantID?

    /// Makes a principal.
    public init(userID: UserID, name: String, role: Role, tenant: TenantID?) {
        self.userID = userID
        self.name = name
        self.role = role
        self.tenant = tenant
    }

    /// What he may do.
    public var permissions: Set<Permission> { role.permissions }

    /// How he holds a permission; nothing if he does not.
    public func grant(for permission: Permission) -> Grant? { role.grants[permission] }

    /// Makes sure that he holds a permission.
    ///
    /// - Returns: how he holds it: the caller narrows what it shows accordingly.
    /// - Throws: ``AccessError`` with ``AccessError/Code/permissionDenied`` that names the permission.
    @discardableResult
    public func require(_ permission: Permission) throws(AccessError) -> Grant {
        guard let grant = grant(for: permission) else {
            throw AccessError(
                .permissionDenied,
                "This needs the permission '\(permission)', which the role '\(role.id)' does not have.")
        }
        return grant
    }

    /// Makes sure that he belongs to a tenant; a user of the platform belongs to none.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/permissionDenied``, the same for a tenant that does not exist.
    public func require(tenant required: TenantID) throws(AccessError) {
        guard tenant == required else {
            throw AccessError(.permissionDenied, "This belongs to another tenant.")
        }
    }
}

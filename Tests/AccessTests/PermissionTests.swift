import ECASAccess
import ECASModel
import Testing

@Suite struct PermissionTests {
    private static func principal(_ role: Role) -> Principal {
        Principal(userID: UserID(1), name: "alex", role: role, tenant: TenantID(3))
    }

    @Test("Every permission stands in the table exactly once, and in the form resource:action")
    func table() throws {
        #expect(PermissionTable.rows.count == Permission.allCases.count)
        #expect(Set(PermissionTable.rows.map(\.permission)) == Set(Permission.allCases))
        #expect(Permission.allCases.count >= 60)
        let form = try Regex("[a-z]+:[a-z]+(-[a-z]+)*")
        for row in PermissionTable.rows {
            #expect(try form.wholeMatch(in: row.permission.rawValue) != nil, "\(row.permission)")
            #expect(!row.summary.isEmpty)
        }
        let roles = Set(Role.builtIn.map(\.id))
        #expect(PermissionTable.rows.allSatisfy { Set($0.grants.keys).isSubset(of: roles) })
    }

    @Test(
        "The five roles hold what they are for",
        arguments: [
            (Role.systemAdministrator, Permission.tenantsManage, true), (.systemAdministrator, .callsRead, false),
            (.tenantAdministrator, .usersCreate, true), (.tenantAdministrator, .backupCreate, false),
            (.telecomOperator, .pbxManage, true), (.telecomOperator, .usersCreate, false),
            (.manager, .budgetsManage, true), (.manager, .pbxManage, false),
            (.viewer, .callsRead, true), (.viewer, .tariffsRead, false),
        ])
    func roles(role: Role, permission: Permission, isHeld: Bool) throws {
        #expect(role.permissions.contains(permission) == isHeld)
        if isHeld {
            try Self.principal(role).require(permission)
        } else {
            let error = try #require(throws: AccessError.self) { try Self.principal(role).require(permission) }
            #expect(error.code == .permissionDenied)
            #expect(error.message.contains(permission.rawValue))
        }
    }

    @Test("Nobody holds by default what needs four eyes")
    func custom() {
        for permission in [Permission.callsDelete, .privacyApproveUnmask] {
            #expect(Role.builtIn.allSatisfy { !$0.permissions.contains(permission) })
        }
    }

    @Test("Scope and masking come with the grant")
    func grants() throws {
        #expect(try Self.principal(.tenantAdministrator).require(.callsRead) == Grant())
        #expect(try Self.principal(.telecomOperator).require(.callsRead) == Grant(masked: true))
        #expect(try Self.principal(.manager).require(.callsRead) == Grant(extent: .ownScope, masked: true))
        #expect(try Self.principal(.viewer).require(.callsRead) == Grant(extent: .ownScope))
        #expect(Self.principal(.viewer).grant(for: .tariffsRead) == nil)
    }

    @Test("Roles are found by their identifier, and unknown ones reported with the list")
    func find() throws {
        for role in Role.builtIn { #expect(try Role.builtIn(id: role.id) == role) }
        #expect(Set(Role.builtIn.map(\.id)).count == 5)
        let error = try #require(throws: AccessError.self) { try Role.builtIn(id: "root") }
        #expect(error.code == .unknownRole)
        #expect(error.message.contains("viewer"))
    }

    @Test("Nobody reaches into another tenant, a user of the platform into none")
    func tenants() throws {
        try Self.principal(.viewer).require(tenant: TenantID(3))
        #expect(throws: AccessError.self) { try Self.principal(.viewer).require(tenant: TenantID(4)) }
        let platform = Principal(userID: UserID(1), name: "alex", role: .systemAdministrator, tenant: nil)
        #expect(throws: AccessError.self) { try platform.require(tenant: TenantID(3)) }
    }
}

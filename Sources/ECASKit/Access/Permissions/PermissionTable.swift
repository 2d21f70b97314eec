/// Who may do what: the one table from which built-in roles, the checks of the API and their documentation are made.
public enum PermissionTable {
    /// One permission: what it allows, and who holds it.
    public struct Row: Hashable, Sendable {
        /// The permission.
        public let permission: Permission
        /// What it allows, in a few words.
        public let summary: String
        /// How the built-in roles hold it, by ``Role/id``; a role that is not there does not hold it.
        public let grants: [String: Grant]
    }

    /// All permissions, in the order in which they are shown.
    public static let rows: [Row] = [
        row(.tenantsRead, "See the tenants", system),
        row(.tenantsManage, "Add and change tenants", system),
        row(.tenantsDelete, "Delete tenants with all their data", system),
        row(.brandingUpdate, "Change name, logo and colours", system, tenant),
        row(.usersRead, "See users", system, tenant),
        row(.usersCreate, "Add users", system, tenant),
        row(.usersUpdate, "Change users", system, tenant),
        row(.usersDelete, "Delete users", system, tenant),
        row(.usersUnlock, "Let users try again who mistyped their password too often", system, tenant),
        row(.rolesRead, "See roles and what they allow", system, tenant, telecom),
        row(.rolesManage, "Add and change roles", system, tenant),
        row(.rolesAssign, "Give roles to users", system, tenant),
        row(.sessionsRevoke, "End other users' sessions", system, tenant),
        row(.apiKeysManage, "Add and withdraw API keys", system, tenant),
        row(.sitesRead, "See sites", tenant, telecom, manager.inOwnScope),
        row(.sitesManage, "Add and change sites and their number plans", tenant, telecom),
        row(.pbxRead, "See PBXs and their state", tenant, telecom, manager.inOwnScope),
        row(.pbxManage, "Add and change PBXs", tenant, telecom),
        row(.pbxControl, "Start, stop and test the collection from a PBX", tenant, telecom),
        row(.driversRead, "See drivers and their settings", system, tenant, telecom),
        row(.driversDetect, "Find the driver for a captured file", tenant, telecom),
        row(.rawRead, "See raw records", tenant, telecom),
        row(.rawReplay, "Read raw records again", tenant, telecom),
        row(.importsRun, "Import files of call records", tenant, telecom),
        row(.suspenseRead, "See records that could not be read", tenant, telecom),
        row(.suspenseRecycle, "Try records again that could not be read", tenant, telecom),
        row(.suspenseDiscard, "Give up records that cannot be read", tenant),
        row(.callsRead, "See calls", tenant, telecom.masked, manager.inOwnScope.masked, viewer.inOwnScope),
        row(.callsUnmask, "See outside numbers in full", tenant, viewer.inOwnScope),
        row(.callsExport, "Export calls", tenant, telecom.masked, manager.inOwnScope.masked, viewer.inOwnScope),
        row(.callsAnnotate, "Add remarks to calls", tenant, manager.inOwnScope, viewer.inOwnScope),
        row(.callsDelete, "Delete calls"),
        row(.extensionsRead, "See extensions", tenant, telecom, manager.inOwnScope, viewer.inOwnScope),
        row(.extensionsManage, "Add and change extensions", tenant, telecom),
        row(.departmentsRead, "See departments and cost centres", tenant, telecom, manager.inOwnScope),
        row(.departmentsManage, "Add and change departments and cost centres", tenant, telecom),
        row(.directorySync, "Take people and extensions over from a directory", tenant, telecom),
        row(.tariffsRead, "See tariffs", tenant, telecom, manager.inOwnScope),
        row(.tariffsManage, "Add and change tariffs", tenant, telecom),
        row(.tariffsImport, "Import price lists", tenant, telecom),
        row(.tariffsSimulate, "Price an imagined call", tenant, telecom),
        row(.ratingRerate, "Price stored calls anew", tenant, telecom),
        row(.budgetsRead, "See budgets", tenant, telecom, manager.inOwnScope, viewer.inOwnScope),
        row(.budgetsManage, "Set budgets", tenant, manager.inOwnScope),
        row(.reportsRead, "See finished reports", tenant, telecom, manager.inOwnScope, viewer.inOwnScope),
        row(.reportsRun, "Run reports", tenant, telecom, manager.inOwnScope, viewer.inOwnScope),
        row(.reportsManage, "Add and change reports", tenant, telecom, manager.inOwnScope),
        row(.schedulesManage, "Have reports sent regularly", tenant, telecom, manager.inOwnScope),
        row(.dashboardsRead, "See dashboards", tenant, telecom, manager.inOwnScope, viewer.inOwnScope),
        row(.dashboardsManage, "Add and change dashboards", tenant, telecom),
        row(.dashboardsShare, "Share dashboards", tenant),
        row(.alarmsRead, "See alarms", system, tenant, telecom, manager.inOwnScope),
        row(.alarmsAcknowledge, "Acknowledge alarms", system, tenant, telecom, manager.inOwnScope),
        row(.alarmsManage, "Add and change alarm rules", system, tenant, telecom),
        row(.privacyManage, "Set what is masked and what is never stored", tenant),
        row(.privacyApproveUnmask, "Approve that somebody sees numbers in full"),
        row(.retentionManage, "Set how long data is kept", tenant),
        row(.auditRead, "See the audit log", system, tenant),
        row(.auditExport, "Export the audit log", system, tenant),
        row(.settingsRead, "See settings", system, tenant, telecom),
        row(.settingsUpdate, "Change settings", system, tenant),
        row(.webhooksManage, "Have events sent to other systems", tenant, telecom),
        row(.backupCreate, "Make backups", system),
        row(.backupRestore, "Restore backups", system),
        row(.licenceRead, "See the licence", system, tenant),
        row(.licenceInstall, "Install a licence", system),
        row(.systemRead, "See the state of the services", system, telecom),
        row(.systemControl, "Start and stop services", system),
    ]

    /// How a built-in role holds permissions.
    static func grants(ofRole id: String) -> [Permission: Grant] {
        var grants: [Permission: Grant] = [:]
        for row in rows {
            if let grant = row.grants[id] { grants[row.permission] = grant }
        }
        return grants
    }

    // MARK: The words of the table

    private struct Holder {
        var role: String
        var grant = Grant()

        var inOwnScope: Holder { Holder(role: role, grant: Grant(extent: .ownScope, masked: grant.masked)) }
        var masked: Holder { Holder(role: role, grant: Grant(extent: grant.extent, masked: true)) }
    }

    private static let system = Holder(role: Role.BuiltInID.systemAdministrator)
    private static let tenant = Holder(role: Role.BuiltInID.tenantAdministrator)
    private static let telecom = Holder(role: Role.BuiltInID.telecomOperator)
    private static let manager = Holder(role: Role.BuiltInID.manager)
    private static let viewer = Holder(role: Role.BuiltInID.viewer)

    private static func row(_ permission: Permission, _ summary: String, _ holders: Holder...) -> Row {
        var grants: [String: Grant] = [:]
        for holder in holders { grants[holder.role] = holder.grant }
        return Row(permission: permission, summary: summary, grants: grants)
    }
}

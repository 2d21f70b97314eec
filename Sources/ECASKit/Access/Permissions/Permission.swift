/// A thing that a user may do, written `resource:action`.
///
/// What each one allows and which built-in role holds it stands in one table, ``PermissionTable``.
public enum Permission: String, Hashable, Sendable, Codable, CaseIterable {
    case tenantsRead = "tenants:read"
    case tenantsManage = "tenants:manage"
    case tenantsDelete = "tenants:delete"
    case brandingUpdate = "branding:update"
    case usersRead = "users:read"
    case usersCreate = "users:create"
    case usersUpdate = "users:update"
    case usersDelete = "users:delete"
    case usersUnlock = "users:unlock"
    case rolesRead = "roles:read"
    case rolesManage = "roles:manage"
    case rolesAssign = "roles:assign"
    case sessionsRevoke = "sessions:revoke"
    case apiKeysManage = "apikeys:manage"
    case sitesRead = "sites:read"
    case sitesManage = "sites:manage"
    case pbxRead = "pbx:read"
    case pbxManage = "pbx:manage"
    case pbxControl = "pbx:control"
    case driversRead = "drivers:read"
    case driversDetect = "drivers:detect"
    case rawRead = "raw:read"
    case rawReplay = "raw:replay"
    case importsRun = "imports:run"
    case suspenseRead = "suspense:read"
    case suspenseRecycle = "suspense:recycle"
    case suspenseDiscard = "suspense:discard"
    case callsRead = "calls:read"
    case callsUnmask = "calls:unmask"
    case callsExport = "calls:export"
    case callsAnnotate = "calls:annotate"
    case callsDelete = "calls:delete"
    case extensionsRead = "extensions:read"
    case extensionsManage = "extensions:manage"
    case departmentsRead = "departments:read"
    case departmentsManage = "departments:manage"
    case directorySync = "directory:sync"
    case tariffsRead = "tariffs:read"
    case tariffsManage = "tariffs:manage"
    case tariffsImport = "tariffs:import"
    case tariffsSimulate = "tariffs:simulate"
    case ratingRerate = "rating:rerate"
    case budgetsRead = "budgets:read"
    case budgetsManage = "budgets:manage"
    case reportsRead = "reports:read"
    case reportsRun = "reports:run"
    case reportsManage = "reports:manage"
    case schedulesManage = "schedules:manage"
    case dashboardsRead = "dashboards:read"
    case dashboardsManage = "dashboards:manage"
    case dashboardsShare = "dashboards:share"
    case alarmsRead = "alarms:read"
    case alarmsAcknowledge = "alarms:acknowledge"
    case alarmsManage = "alarms:manage"
    case privacyManage = "privacy:manage"
    case privacyApproveUnmask = "privacy:approve-unmask"
    case retentionManage = "retention:manage"
    case auditRead = "audit:read"
    case auditExport = "audit:export"
    case settingsRead = "settings:read"
    case settingsUpdate = "settings:update"
    case webhooksManage = "webhooks:manage"
    case backupCreate = "backup:create"
    case backupRestore = "backup:restore"
    case licenceRead = "licence:read"
    case licenceInstall = "licence:install"
    case systemRead = "system:read"
    case systemControl = "system:control"
}

extension Permission: CustomStringConvertible {
    /// `resource:action`.
    public var description: String { rawValue }
}

/// How a role holds a permission: on what, and with which parts of call numbers hidden.
public struct Grant: Hashable, Sendable {
    /// On what a permission may be used.
    public enum Extent: Hashable, Sendable {
        /// On everything of the tenant, or of the platform for a platform's user.
        case everything
        /// Inside the user's own scope only: his departments or his extensions.
        case ownScope
    }

    /// On what the permission may be used.
    public let extent: Extent
    /// Whether outside numbers are shown masked, unless ``Permission/callsUnmask`` is held, too.
    public let masked: Bool

    /// Makes a grant.
    public init(extent: Extent = .everything, masked: Bool = false) {
        self.extent = extent
        self.masked = masked
    }
}

public import ECASModel

/// A telephone system and how its records are fetched.
public struct PBX: Hashable, Sendable, Identifiable {
    /// The key.
    public let id: PBXID
    /// The tenant it belongs to.
    public let tenant: TenantID
    /// The site it stands at.
    public let site: SiteID
    /// When it was added.
    public let createdAt: Instant
    /// What can be changed.
    public var configuration: PBXConfiguration

    /// Describes a PBX.
    public init(id: PBXID, tenant: TenantID, site: SiteID, createdAt: Instant, configuration: PBXConfiguration) {
        self.id = id
        self.tenant = tenant
        self.site = site
        self.createdAt = createdAt
        self.configuration = configuration
    }
}

/// What an administrator sets for a PBX.
public struct PBXConfiguration: Hashable, Sendable {
    /// The name, unique within the tenant.
    public var name: String
    /// The driver that reads its records.
    public var driverID: String
    /// How records reach ECAS.
    public var transport: SourceTransport
    /// The address to connect to, or to listen at; absent if it does not apply or any will do.
    public var host: String?
    /// The TCP port; absent where the driver's default holds or none applies.
    public var port: UInt16?
    /// The folder in which files appear.
    public var folder: String?
    /// The folder into which files go once they are read.
    public var processedFolder: String?
    /// The driver's own settings.
    public var driverSettings: [String: String]
    /// The record layout that the administrator supplied, for drivers that want one.
    public var layout: String?
    /// Whether records are fetched.
    public var isEnabled: Bool

    /// Describes how a PBX is read.
    public init(
        name: String, driverID: String, transport: SourceTransport, host: String? = nil, port: UInt16? = nil,
        folder: String? = nil, processedFolder: String? = nil, driverSettings: [String: String] = [:],
        layout: String? = nil, isEnabled: Bool = true
    ) {
        self.name = name
        self.driverID = driverID
        self.transport = transport
        self.host = host
        self.port = port
        self.folder = folder
        self.processedFolder = processedFolder
        self.driverSettings = driverSettings
        self.layout = layout
        self.isEnabled = isEnabled
    }
}

/// How records of a PBX reach ECAS.
public struct SourceTransport: RawRepresentable, Hashable, Sendable {
    /// The word in the database and in the API.
    public let rawValue: String

    /// Wraps a word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The PBX connects to us.
    public static let tcpListen = SourceTransport(rawValue: "tcp-listen")
    /// We connect to the PBX.
    public static let tcpConnect = SourceTransport(rawValue: "tcp-connect")
    /// Files appear in a folder.
    public static let folder = SourceTransport(rawValue: "folder")
}

/// What a driver is for and what can be set: shown by `ecas drivers`, the API and the page, and used to check settings.
public struct DriverDescriptor: Hashable, Sendable {
    /// The driver's name in settings and folders: small letters, digits and hyphens, vendor first.
    public var id: String
    /// The maker of the PBX.
    public var vendor: String
    /// The PBX as its maker calls it today.
    public var product: String
    /// The releases whose output is known.
    public var releases: String
    /// How records can reach ECAS, the usual way first.
    public var transports: [DriverTransport]
    /// The TCP port the PBX uses unless it is set otherwise; absent where there is none.
    public var defaultPort: UInt16?
    /// What the records look like.
    public var layoutKind: LayoutKind
    /// What can be set beyond what every driver has.
    public var settings: [DriverSettingDescription]
    /// Raised whenever the same bytes could give other call records than before; stored with each call.
    public var version: Int

    /// Describes a driver.
    public init(
        id: String, vendor: String, product: String, releases: String, transports: [DriverTransport],
        defaultPort: UInt16? = nil, layoutKind: LayoutKind, settings: [DriverSettingDescription] = [], version: Int = 1
    ) {
        self.id = id
        self.vendor = vendor
        self.product = product
        self.releases = releases
        self.transports = transports
        self.defaultPort = defaultPort
        self.layoutKind = layoutKind
        self.settings = settings
        self.version = version
    }
}

/// A way in which records reach ECAS.
public enum DriverTransport: String, Hashable, Sendable, CaseIterable {
    /// The PBX connects to us.
    case tcpListen = "tcp-listen"
    /// We connect to the PBX.
    case tcpConnect = "tcp-connect"
    /// Files appear in a folder.
    case folder = "folder"
    /// Files are fetched by SFTP.
    case sftp = "sftp"
}

/// What the records of a driver look like.
public enum LayoutKind: String, Hashable, Sendable {
    /// Fields at fixed columns.
    case fixedColumns = "fixed-columns"
    /// Fields between separators.
    case separated
    /// Messages of a link protocol.
    case messages
    /// Several of these, told apart by looking.
    case detected
}

/// One thing that can be set for a driver.
public struct DriverSettingDescription: Hashable, Sendable {
    /// The name in configuration files: small letters and hyphens.
    public var key: String
    /// What it does, its unit and its default, in a sentence or two.
    public var documentation: String
    /// The values allowed; empty if any text is.
    public var choices: [String]

    /// Describes a setting.
    public init(key: String, documentation: String, choices: [String] = []) {
        self.key = key
        self.documentation = documentation
        self.choices = choices
    }
}

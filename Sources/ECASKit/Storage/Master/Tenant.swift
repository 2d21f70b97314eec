public import ECASModel

/// A customer of the installation, with a database of its own.
public struct Tenant: Hashable, Sendable, Identifiable {
    /// The key.
    public let id: TenantID
    /// The name, unique in the installation.
    public var name: String
    /// Where its database is, in the words of the engine that opens it.
    public var databaseAddress: String

    /// Describes a tenant.
    public init(id: TenantID, name: String, databaseAddress: String) {
        self.id = id
        self.name = name
        self.databaseAddress = databaseAddress
    }
}

/// A place with one number plan and one time zone.
public struct Site: Hashable, Sendable, Identifiable {
    /// The key.
    public let id: SiteID
    /// The tenant it belongs to.
    public let tenant: TenantID
    /// The name, unique within the tenant.
    public var name: String
    /// The zone of its clocks by its name in the IANA time zone database.
    public var zone: String
    /// The number plan as JSON text, in the form that classification reads.
    public var numberPlan: String

    /// Describes a site.
    public init(id: SiteID, tenant: TenantID, name: String, zone: String, numberPlan: String) {
        self.id = id
        self.tenant = tenant
        self.name = name
        self.zone = zone
        self.numberPlan = numberPlan
    }
}

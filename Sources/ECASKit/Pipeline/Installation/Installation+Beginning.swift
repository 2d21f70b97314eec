import ECASAccess
import ECASClassification
public import ECASModel
import ECASRating
import ECASStorage
public import Foundation

/// What a new installation begins with.
public struct InstallationBeginning: Hashable, Sendable {
    /// The name of the first tenant.
    public var tenantName: String
    /// The name of its first site.
    public var siteName: String
    /// The IANA time zone of the site.
    public var zone: String
    /// The country whose number plan the site begins with; see `NumberPlan.readyMade(_:)`.
    public var country: String
    /// The site's area code, without the national prefix.
    public var areaCode: String
    /// How many digits the site's extensions have.
    public var extensionLengths: [Int]
    /// The log-in name of the first user.
    public var userName: String
    /// The first tariff as JSON; absent if calls are not to be priced yet.
    public var tariff: String?

    /// Describes a beginning.
    public init(
        tenantName: String, siteName: String, zone: String, country: String, areaCode: String,
        extensionLengths: [Int], userName: String,
        tariff: String? = nil
    ) {
        self.tenantName = tenantName
        self.siteName = siteName
        self.zone = zone
        self.country = country
        self.areaCode = areaCode
        self.extensionLengths = extensionLengths
        self.userName = userName
        self.tariff = tariff
    }
}

extension Installation {
    /// Makes an installation: databases, signing key, tenant, site, tariff, and a user who may do everything in it.
    ///
    /// Everything is checked before anything is written.
    ///
    /// - Parameters:
    ///   - beginning: what it begins with.
    ///   - password: the first user's; only its hash is stored.
    ///   - home: the folder, made if it is not there.
    ///   - now: the time.
    /// - Returns: the installation, open.
    /// - Throws: ``InstallationError`` if there is one already or a setting cannot be used, `AccessError` for the
    ///   password, `StorageError` if the databases cannot be written.
    public static func begin(
        _ beginning: InstallationBeginning, password: String, home: URL, now: Instant
    ) async throws -> Installation {
        guard !FileManager.default.fileExists(atPath: masterFile(in: home).path) else {
            throw InstallationError(
                .alreadyInitialised, "There is an installation in \(home.path) already; it is left as it is.")
        }
        guard let zone = ZoneRules(name: beginning.zone) else {
            throw InstallationError(
                .unusableSetting, "There is no time zone '\(beginning.zone)'; use a name such as Europe/Berlin.")
        }
        var plan = try NumberPlan.readyMade(beginning.country)
        plan.name = beginning.siteName
        plan.areaCode = beginning.areaCode
        plan.extensions.lengths = beginning.extensionLengths
        try plan.validate()
        let tariff = try beginning.tariff.map { (try Tariff(json: $0), $0) }
        let hash = try await PasswordHasher().hash(password)
        let key = try SigningKey()

        let installation = try await Installation(home: home, now: now)
        let master = installation.master
        try await master.addSigningKey(StoredSigningKey(id: key.id, privateKeyPEM: key.pem, createdAt: now))
        let tenant = try await master.addTenant(name: beginning.tenantName, databaseAddress: databaseAddress(of:))
        _ = try await master.addSite(
            to: tenant.id, name: beginning.siteName, zone: beginning.zone, numberPlan: try plan.json())
        _ = try await master.addUser(
            name: beginning.userName, displayName: "Administrator", passwordHash: hash.text,
            role: Role.tenantAdministrator.id, tenant: tenant.id, now: now)
        let store = try await installation.store(of: tenant, now: now)
        if let (tariff, json) = tariff {
            let midnight = zone.local(WallClock(milliseconds: Int64(tariff.validFrom.daysSince1970) * 86_400_000))
            _ = try await store.addTariff(
                name: tariff.name, definition: json, validFrom: midnight.instant ?? now, now: now)
        }
        return installation
    }
}

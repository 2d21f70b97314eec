public import ECASDrivers
public import ECASModel
public import ECASStorage

// What frontends ask by name, with answers that say what to do when there is no such thing.
extension Installation {
    /// The site with a name, or the only one.
    ///
    /// - Throws: ``InstallationError`` if there is none, or if it is not clear which.
    public func site(named name: String?) async throws -> Site {
        let sites = try await master.sites()
        let names = sites.map(\.name).joined(separator: ", ")
        if let name {
            guard let site = sites.first(where: { $0.name == name }) else {
                throw InstallationError(.unusableSetting, "There is no site '\(name)'. There are: \(names).")
            }
            return site
        }
        guard let site = sites.first, sites.count == 1 else {
            throw InstallationError(.unusableSetting, "Say which site is meant. There are: \(names).")
        }
        return site
    }

    /// The tenant of a site.
    ///
    /// - Throws: `StorageError` if it cannot be read.
    public func store(of tenant: TenantID, now: Instant) async throws -> TenantStore {
        guard let found = try await master.tenant(tenant) else {
            throw InstallationError(.unusableSetting, "There is no tenant with the key \(tenant).")
        }
        return try await store(of: found, now: now)
    }

    /// The PBX with a name.
    ///
    /// - Throws: ``InstallationError`` if there is none.
    public func pbx(named name: String) async throws -> PBX {
        let all = try await master.pbxs()
        guard let pbx = all.first(where: { $0.configuration.name == name }) else {
            throw InstallationError(
                .unusableSetting,
                "There is no PBX '\(name)'. There are: \(all.map(\.configuration.name).joined(separator: ", ")).")
        }
        return pbx
    }

    /// The names of all PBXs.
    public func pbxNames() async throws -> [PBXID: String] {
        Dictionary(uniqueKeysWithValues: try await master.pbxs().map { ($0.id, $0.configuration.name) })
    }

    /// Adds a PBX after making sure that its driver can use its settings.
    ///
    /// - Throws: `DriverError` for the settings, `StorageError` if the name is taken.
    public func addPBX(
        _ configuration: PBXConfiguration, at site: Site, registry: DriverRegistry = .standard, now: Instant
    ) async throws -> PBX {
        _ = try registry.makeDriver(id: configuration.driverID, settings: configuration.driverSettings(at: site))
        return try await master.addPBX(configuration, to: site.id, now: now)
    }
}

extension PBXConfiguration {
    /// What the driver is told: the administrator's settings and the zone of the site.
    package func driverSettings(at site: Site) throws -> DriverSettings {
        guard let zone = ZoneRules(name: site.zone) else {
            throw InstallationError(
                .unusableSetting, "The site '\(site.name)' has the unknown time zone '\(site.zone)'; set another.")
        }
        return DriverSettings(
            zone: zone, layout: layout.map { LayoutText(name: "layout of \(name)", text: $0) }, values: driverSettings)
    }

    /// Where its records come from, in short: `0.0.0.0:5000`, `pbx.example:1752`, a folder.
    public var address: String {
        if let folder { return folder }
        return "\(host ?? "0.0.0.0"):\(port.map(String.init) ?? "?")"
    }
}

import ECASModel
import ECASStorage
import Testing

@Suite struct MasterStoreTests {
    private static let configuration = PBXConfiguration(
        name: "main", driverID: "cisco-cucm", transport: .folder, host: "127.0.0.1", port: 65_535, folder: "/in",
        processedFolder: "/done", driverSettings: ["b": "2", "a": "\"1\""], layout: "text", isEnabled: false)

    private static func addSite(_ store: MasterStore, tenant name: String = "Muster") async throws -> Site {
        let tenant = try await store.addTenant(name: name) { "sqlite:tenant-\($0).sqlite" }
        return try await store.addSite(to: tenant.id, name: "Berlin", zone: "Europe/Berlin", numberPlan: "{}")
    }

    @Test(arguments: Engine.allCases)
    func tenantsAndSitesAreKept(_ engine: Engine) async throws {
        try await engine.withMaster { store in
            var site = try await Self.addSite(store)
            var tenant = try #require(try await store.tenant(site.tenant))
            #expect(tenant.databaseAddress == "sqlite:tenant-\(tenant.id).sqlite")
            #expect(try await store.tenants() == [tenant])
            tenant.name = "Anders"
            try await store.update(tenant)
            #expect(try await store.tenant(tenant.id) == tenant)
            site.zone = "Europe/Rome"
            site.numberPlan = "{\"country\":39}"
            try await store.update(site)
            #expect(try await store.sites() == [site])
            #expect(try await store.sites(of: tenant.id) == [site])
            #expect(try await store.site(site.id) == site)
            #expect(try await store.site(SiteID(99)) == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func pbxsAreKept(_ engine: Engine) async throws {
        try await engine.withMaster { store in
            let site = try await Self.addSite(store)
            var pbx = try await store.addPBX(Self.configuration, to: site.id, now: .noon)
            #expect(pbx.configuration == Self.configuration)
            #expect(pbx.tenant == site.tenant)
            #expect(try await store.pbx(pbx.id) == pbx)
            pbx.configuration = PBXConfiguration(name: "other", driverID: "x", transport: .tcpListen)
            try await store.update(pbx.configuration, of: pbx.id)
            #expect(try await store.pbxs() == [pbx])
            #expect(try await store.pbxs(of: site.tenant) == [pbx])
            #expect(try await store.pbxs(of: TenantID(99)) == [])
            try await store.removePBX(pbx.id)
            #expect(try await store.pbxs() == [])
            let next = try await store.addPBX(Self.configuration, to: site.id, now: .noon)
            #expect(next.id > pbx.id)
        }
    }

    @Test(arguments: Engine.allCases)
    func changesOfWhatIsNotThereOrTakenAreRefused(_ engine: Engine) async throws {
        try await engine.withMaster { store in
            let site = try await Self.addSite(store)
            _ = try await store.addPBX(Self.configuration, to: site.id, now: .noon)
            let attempts: [(StorageError.Code, @Sendable () async throws -> Void)] = [
                (.duplicate, { _ = try await store.addTenant(name: "Muster") { _ in "" } }),
                (.duplicate, { _ = try await store.addPBX(Self.configuration, to: site.id, now: .noon) }),
                (.notFound, { _ = try await store.addPBX(Self.configuration, to: SiteID(99), now: .noon) }),
                (.notFound, { try await store.update(Self.configuration, of: PBXID(99)) }),
                (.notFound, { try await store.removePBX(PBXID(99)) }),
                (.notFound, { try await store.heartbeat(of: CollectorID(99), state: .running, now: .noon) }),
                (
                    .constraint,
                    { _ = try await store.addSite(to: TenantID(99), name: "x", zone: "UTC", numberPlan: "{}") }
                ),
            ]
            let version = try await store.configurationVersion()
            for (code, attempt) in attempts {
                let error = await #expect(throws: StorageError.self) { try await attempt() }
                #expect(error?.code == code)
            }
            #expect(try await store.configurationVersion() == version)
        }
    }

    @Test(arguments: Engine.allCases)
    func everyChangeOfConfigurationRaisesTheVersion(_ engine: Engine) async throws {
        try await engine.withMaster { store in
            let site = try await Self.addSite(store)
            let pbx = try await store.addPBX(Self.configuration, to: site.id, now: .noon)
            let tenant = try #require(try await store.tenant(site.tenant))
            let changes: [@Sendable () async throws -> Void] = [
                { _ = try await store.addTenant(name: "second") { _ in "" } },
                { try await store.update(tenant) },
                { _ = try await store.addSite(to: tenant.id, name: "Rome", zone: "UTC", numberPlan: "{}") },
                { try await store.update(site) },
                { try await store.update(Self.configuration, of: pbx.id) },
                { try await store.raiseConfigurationVersion() },
                { try await store.removePBX(pbx.id) },
                { _ = try await store.addPBX(Self.configuration, to: site.id, now: .noon) },
            ]
            var version = try await store.configurationVersion()
            for change in changes {
                try await change()
                let next = try await store.configurationVersion()
                #expect(next == version + 1)
                version = next
            }
            let collector = try await store.registerCollector(name: "c", version: "1", now: .noon)
            try await store.heartbeat(of: collector.id, state: .running, now: .noon)
            #expect(try await store.configurationVersion() == version)
        }
    }

    @Test(arguments: Engine.allCases)
    func aRestartedCollectorKeepsItsKey(_ engine: Engine) async throws {
        try await engine.withMaster { store in
            let first = try await store.registerCollector(name: "one", version: "1", now: .noon)
            let other = try await store.registerCollector(name: "two", version: "1", now: .noon)
            try await store.heartbeat(of: first.id, state: .stopped, now: Instant.noon.advanced(bySeconds: 5))
            var expected = first
            expected.state = .stopped
            expected.heartbeatAt = Instant.noon.advanced(bySeconds: 5)
            #expect(try await store.collectors() == [expected, other])
            let again = try await store.registerCollector(
                name: "one", version: "2", now: Instant.noon.advanced(bySeconds: 9))
            #expect(again.id == first.id)
            #expect(try await store.collectors() == [again, other])
        }
    }

    @Test(arguments: Engine.allCases)
    func theLastStatusOfASourceCounts(_ engine: Engine) async throws {
        try await engine.withMaster { store in
            let site = try await Self.addSite(store)
            let pbx = try await store.addPBX(Self.configuration, to: site.id, now: .noon)
            let collector = try await store.registerCollector(name: "one", version: "1", now: .noon)
            var status = SourceStatus(pbx: pbx.id, collector: collector.id, state: .listening, updatedAt: .noon)
            try await store.heartbeat(of: collector.id, state: .running, sources: [status], now: .noon)
            #expect(try await store.sourceStatuses() == [status])
            status.state = .failed
            status.message = "The port is taken."
            status.received = 10
            status.stored = 4
            status.suspended = 3
            status.duplicate = 2
            status.skipped = 1
            status.lastRecordAt = .noon
            status.lagMilliseconds = 12
            status.updatedAt = Instant.noon.advanced(bySeconds: 1)
            let unknown = SourceStatus(pbx: PBXID(99), collector: collector.id, state: .stopped, updatedAt: .noon)
            try await store.heartbeat(of: collector.id, state: .running, sources: [status, unknown], now: .noon)
            #expect(try await store.sourceStatuses() == [status])
            try await store.removePBX(pbx.id)
            #expect(try await store.sourceStatuses() == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func userNamesAreUniqueWhateverTheirCase(_ engine: Engine) async throws {
        try await engine.withMaster { store in
            var user = try await store.addUser(
                name: "Ärztin", displayName: "Dr. Ä", passwordHash: "$scrypt$secret", role: "administrator", now: .noon)
            #expect(try await store.user(named: "äRZTIN") == user)
            #expect(try await store.user(named: "A\u{308}rztin") == user)
            #expect(try await store.user(named: "Arztin") == nil)
            let error = await #expect(throws: StorageError.self) {
                try await store.addUser(
                    name: "ärztin", displayName: "", passwordHash: "", role: "reader", now: .noon)
            }
            #expect(error?.code == .duplicate)
            user.name = "bob"
            user.isDisabled = true
            user.tenant = try await Self.addSite(store).tenant
            try await store.update(user)
            #expect(try await store.user(user.id) == user)
            #expect(try await store.users() == [user])
            #expect(try await store.user(named: "ärztin") == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func signingKeysAreRetiredNotLost(_ engine: Engine) async throws {
        try await engine.withMaster { store in
            let old = StoredSigningKey(id: "a", privateKeyPEM: "PEM a", createdAt: .noon)
            let new = StoredSigningKey(id: "b", privateKeyPEM: "PEM b", createdAt: Instant.noon.advanced(bySeconds: 1))
            try await store.addSigningKey(old)
            try await store.addSigningKey(new)
            try await store.retireSigningKey("a", now: Instant.noon.advanced(bySeconds: 2))
            var retired = old
            retired.retiredAt = Instant.noon.advanced(bySeconds: 2)
            #expect(try await store.signingKeys() == [new, retired])
        }
    }

    @Test(arguments: Engine.allCases)
    func settingsAreSetChangedAndRemoved(_ engine: Engine) async throws {
        try await engine.withMaster { store in
            #expect(try await store.setting("a") == nil)
            try await store.set("a", to: "1")
            try await store.set("a", to: "2")
            #expect(try await store.setting("a") == "2")
            try await store.set("a", to: nil)
            #expect(try await store.setting("a") == nil)
        }
    }

    @Test func secretsAreNotPrinted() {
        let user = StoredUser(
            id: UserID(1), name: "bob", displayName: "Bob", passwordHash: "HASH", role: "reader", tenant: nil,
            isDisabled: false, createdAt: .noon)
        let key = StoredSigningKey(id: "a", privateKeyPEM: "PEM", createdAt: .noon)
        var dumped = ""
        dump([user as Any, key as Any], to: &dumped)
        for text in ["\(user)", "\(key)", String(reflecting: user), String(reflecting: key), dumped] {
            #expect(!text.contains("HASH") && !text.contains("PEM"))
        }
    }
}

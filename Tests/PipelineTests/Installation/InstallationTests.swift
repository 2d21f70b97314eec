import ECASKit
import ECASTestSupport
import Foundation
import Testing

@Suite
struct InstallationTests {
    private let beginning = InstallationBeginning(
        tenantName: "Company", siteName: "Berlin", zone: "Europe/Berlin", country: "de", areaCode: "30",
        extensionLengths: [3], userName: "admin")
    private let password = "correct horse battery staple"

    @Test("What was begun is there when it is opened again, and cannot be begun twice")
    func beginsOnce() async throws {
        try await withTemporaryFolder { folder in
            let first = try await Installation.begin(beginning, password: password, home: folder, now: Instant(Date()))
            try await first.close()
            await #expect(throws: InstallationError.self) {
                try await Installation.begin(beginning, password: password, home: folder, now: Instant(Date()))
            }
            let installation = try await Installation.open(home: folder, now: Instant(Date()))
            let site = try await installation.site(named: nil)
            #expect(site.name == "Berlin")
            #expect(try NumberPlan(json: site.numberPlan).areaCode == "30")
            #expect(try await installation.master.users().map(\.name) == ["admin"])
            #expect(try await installation.master.signingKeys().count == 1)
            #expect(try await installation.store(of: site.tenant, now: Instant(Date())).tariffs().isEmpty)
            try await installation.close()
        }
    }

    @Test("Nothing is written when a setting cannot be used", arguments: ["zone", "country", "tariff", "password"])
    func checksFirst(what: String) async throws {
        var beginning = beginning
        switch what {
        case "zone": beginning.zone = "Europe/Nowhere"
        case "country": beginning.country = "xx"
        case "tariff": beginning.tariff = "{}"
        default: break
        }
        try await withTemporaryFolder { folder in
            let home = folder.appendingPathComponent("home")
            await #expect(throws: (any Error).self) {
                try await Installation.begin(
                    beginning, password: what == "password" ? "x" : password, home: home, now: Instant(Date()))
            }
            #expect(!FileManager.default.fileExists(atPath: home.path))
            let error = await #expect(throws: InstallationError.self) {
                try await Installation.open(home: home, now: Instant(Date()))
            }
            #expect(error?.code == .notInitialised)
        }
    }

    @Test("A PBX whose driver cannot use its settings is refused")
    func refusesUnusablePBXs() async throws {
        try await Scene.with { scene in
            await #expect(throws: DriverError.self) {
                try await scene.add(PBXConfiguration(name: "a", driverID: "acme", transport: .folder))
            }
            await #expect(throws: DriverError.self) {
                try await scene.add(
                    PBXConfiguration(
                        name: "a", driverID: "avaya-ip-office", transport: .folder,
                        driverSettings: ["record-time": "never"]))
            }
            let names = try await scene.installation.pbxNames()
            #expect(names.isEmpty)
            await #expect(throws: InstallationError.self) { try await scene.installation.pbx(named: "a") }
            await #expect(throws: InstallationError.self) { try await scene.installation.site(named: "Bonn") }
        }
    }
}

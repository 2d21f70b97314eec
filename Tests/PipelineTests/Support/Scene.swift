import ECASDriverTesting
import ECASKit
import ECASTestSupport
import Foundation
import Logging
import Testing

extension CollectionClock {
    /// The machine's time; every wait takes a moment only.
    static let quick = CollectionClock(
        now: { Instant(Date()) }, sleep: { _ in try await briefPause() }, random: { 0.5 })
}

/// A logger that says nothing.
let silence = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// An installation in a temporary folder, with a tariff and one site in Berlin.
struct Scene: Sendable {
    let folder: URL
    let installation: Installation
    let site: Site
    let store: TenantStore

    /// Makes an installation, and closes and removes it afterwards.
    ///
    /// It has no users and no keys: they take seconds to make, and a collector needs neither.
    static func with(_ body: (Scene) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let now = Instant(Date())
            let installation = try await Installation(home: folder.appendingPathComponent("home"), now: now)
            let tenant = try await installation.master.addTenant(
                name: "Company", databaseAddress: Installation.databaseAddress(of:))
            var plan = try NumberPlan.readyMade("de")
            plan.areaCode = "30"
            plan.extensions.lengths = [3, 4]
            let site = try await installation.master.addSite(
                to: tenant.id, name: "Berlin", zone: "Europe/Berlin", numberPlan: try plan.json())
            let store = try await installation.store(of: tenant, now: now)
            let file = Fixtures.project.appendingPathComponent("Fixtures/tariffs/german-company/tariff.json")
            let tariff = try String(contentsOf: file, encoding: .utf8)
            _ = try await store.addTariff(
                name: "Tariff", definition: tariff, validFrom: Instant(seconds: 1_577_833_200), now: now)
            try await body(Scene(folder: folder, installation: installation, site: site, store: store))
            try await installation.close()
        }
    }

    /// A collector at work; stopped and waited for when the body returns.
    func collecting(_ body: () async throws -> Void) async throws {
        let service = CollectorService(
            installation: installation, name: "collector", clock: .quick, logger: silence)
        let running = Task { try await service.run() }
        do {
            try await body()
        } catch {
            running.cancel()
            _ = await running.result
            throw error
        }
        running.cancel()
        try await running.value
    }

    /// Adds a PBX.
    func add(_ configuration: PBXConfiguration) async throws -> PBX {
        try await installation.addPBX(configuration, at: site, now: Instant(Date()))
    }

    /// Adds a PBX whose files are taken from a folder of its own.
    func addFolder(_ name: String, driver: String) async throws -> (pbx: PBX, inbox: URL) {
        let inbox = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let pbx = try await add(
            PBXConfiguration(
                name: name, driverID: driver, transport: .folder, folder: inbox.path,
                processedFolder: inbox.appendingPathComponent("processed").path))
        return (pbx, inbox)
    }

    // MARK: What is there

    /// Every call stored, in the order of storing.
    func calls() async throws -> [StoredCall] {
        var all: [StoredCall] = []
        while true {
            let page = try await store.calls(storedAfter: all.last?.id ?? CallID(0), limit: 1_000)
            all += page
            guard page.count == 1_000 else { return all }
        }
    }

    /// The numbers that simulated PBXs gave the stored calls of a PBX, sorted: a number twice was stored twice.
    func numbers(of pbx: PBX) async throws -> [Int] {
        try await calls().filter { $0.pbx == pbx.id }.map { try simulatedNumber(of: $0.record) }.sorted()
    }

    /// How many different numbers of a PBX are stored.
    func distinct(of pbx: PBX) async throws -> Int { Set(try await numbers(of: pbx)).count }

    /// What the collector reported of a PBX last.
    func status(of pbx: PBX) async throws -> SourceStatus? {
        try await installation.master.sourceStatuses().first { $0.pbx == pbx.id }
    }

    /// The port on which a PBX's records are waited for, once they are.
    func listeningPort(of pbx: PBX) async throws -> Int {
        try await eventually("\(pbx.configuration.name) is listened for") {
            try await status(of: pbx)?.state == .listening
        }
        let message = try #require(try await status(of: pbx)?.message)
        return try #require(message.split(separator: ":").last.flatMap { Int($0) })
    }
}

/// The number that a simulated PBX gave the record of a call.
func simulatedNumber(of call: CallRecord) throws -> Int {
    let text = try #require(call.identity.callID)
    return try #require(text.split { !$0.isNumber }.last.flatMap { Int($0) })
}

/// Records like those of a morning in an office, numbered.
func demoFeed(_ driverID: String, _ numbers: ClosedRange<Int>) throws -> RecordFeed {
    let golden = try GoldenCase(folder: Fixtures.drivers.appendingPathComponent("\(driverID)/demo-office-day"))
    let zone = try #require(ZoneRules(name: "Europe/Berlin"))
    return try RecordFeed(driverID: driverID, cases: [golden], zone: zone, numbers: numbers)
}

/// The text of a file of demo records, with header lines where the format has them.
func demoFile(_ driverID: String, _ numbers: ClosedRange<Int>) throws -> [UInt8] {
    var feed = try demoFeed(driverID, numbers)
    var bytes = feed.headerBytes
    while let record = feed.next(at: Instant(seconds: 1_784_547_927 + Int64(feed.nextNumber) * 60)) { bytes += record }
    return bytes
}

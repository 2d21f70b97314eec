import ECASKit
import ECASTestSupport
import Foundation

/// A spool, a tenant's database that can fail, and pipelines between them.
struct PipelineBench: Sendable {
    let driver: any Driver
    let pbx: PBX
    let spool: Spool
    let database: FailingDatabase
    let store: TenantStore

    /// Makes a bench in a temporary folder, and clears it away afterwards.
    static func with(_ driver: any Driver, _ body: (PipelineBench) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let spool = try await Spool(
                database: SQLiteDatabase.open(path: folder.appendingPathComponent("spool.sqlite").path), clock: .quick
            ) { _ in }
            let database = FailingDatabase(
                try await SQLiteDatabase.open(path: folder.appendingPathComponent("tenant.sqlite").path))
            let store = try await TenantStore.open(database, tenant: TenantID(1), now: Instant(Date()))
            let configuration = PBXConfiguration(name: "PBX", driverID: "test", transport: .folder)
            let pbx = PBX(
                id: PBXID(1), tenant: TenantID(1), site: SiteID(1), createdAt: Instant(Date()),
                configuration: configuration)
            try await body(
                PipelineBench(driver: driver, pbx: pbx, spool: spool, database: database, store: store))
            try await spool.close()
            try await database.close()
        }
    }

    /// An intake for a new stream.
    func openStream() async throws -> StreamIntake {
        StreamIntake(
            pbx: pbx.id, stream: try await spool.openStream(pbx: pbx.id, at: Instant(Date())),
            session: driver.makeLinkSession(), spool: spool,
            report: SourceReporter(pbx: "PBX", logger: silence) {}, isConnection: false)
    }

    /// Lets a fresh pipeline, as after a restart, work as often as it is woken.
    func process(wakes: Int = 1) async throws -> PipelineCounters.Counts {
        let counters = PipelineCounters(continuing: nil)
        let pipeline = PBXPipeline(
            pbx: pbx, driver: driver, classifier: try Classifier(plan: NumberPlan.readyMade("de")),
            rater: try TariffSelection([]), store: store, spool: spool, clock: .quick, counters: counters,
            logger: silence)
        let (signal, wake) = AsyncStream.makeStream(of: Void.self)
        for _ in 0..<wakes { wake.yield() }
        wake.finish()
        await pipeline.run(signal)
        return counters.now
    }

    /// Every call stored, in the order of storing.
    func calls() async throws -> [CallRecord] {
        try await store.calls(storedAfter: CallID(0), limit: 1_000).map(\.record)
    }
}

import ECASClassification
import ECASCollection
import ECASDrivers
import ECASModel
import ECASRating
import ECASStorage
import Foundation
import Logging

/// The PBXs that a collector is at work for: started, stopped and started anew as the configuration says.
actor RunningPBXs {
    private let installation: Installation
    private let collector: CollectorID
    private let registry: DriverRegistry
    private let spool: Spool
    private let clock: CollectionClock
    private let logger: Logger
    private var running: [PBXID: RunningPBX] = [:]
    /// PBXs that cannot be started, and why.
    private var refused: [PBXID: SourceStatus] = [:]

    init(
        installation: Installation, collector: CollectorID, registry: DriverRegistry, spool: Spool,
        clock: CollectionClock, logger: Logger
    ) {
        self.installation = installation
        self.collector = collector
        self.registry = registry
        self.spool = spool
        self.clock = clock
        self.logger = logger
    }

    /// Makes what is running agree with the configuration.
    ///
    /// - Throws: `StorageError` if the configuration or a tenant's database cannot be read; what could be made to agree
    ///   until then agrees.
    func adopt() async throws {
        let wanted = try await wantedBases()
        for (id, current) in running where wanted[id] != current.basis {
            await stop(id)
        }
        refused = [:]
        for (id, basis) in wanted where running[id] == nil {
            do {
                running[id] = try await start(basis)
            } catch let error as StorageError {
                // A database that is busy or away is tried again; what follows here is for settings.
                throw error
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                logger.error(
                    "PBX cannot be collected from",
                    metadata: ["pbx": "\(basis.pbx.configuration.name)", "detail": "\(error)"])
                refused[id] = SourceStatus(
                    pbx: id, collector: collector, state: .failed, message: "\(error)", updatedAt: clock.now())
            }
        }
    }

    /// What to tell of all PBXs in the master database.
    func statuses() -> [SourceStatus] {
        let now = clock.now()
        return running.values.map { $0.status(collector: collector, now: now) }
            + refused.values.map { status in
                var status = status
                status.updatedAt = now
                return status
            }
    }

    /// Stops all PBXs and keeps their last status.
    func stopAll() async {
        for running in running.values { running.task.cancel() }
        for running in running.values { await running.task.value }
    }

    private func stop(_ id: PBXID) async {
        guard let old = running[id] else { return }
        old.task.cancel()
        await old.task.value
        let last = old.status(collector: collector, now: clock.now())
        running[id] = nil
        do {
            try await installation.master.heartbeat(
                of: collector, state: .running, sources: [last], now: clock.now())
        } catch {
            logger.warning("the last status of a PBX could not be stored", metadata: ["detail": "\(error)"])
        }
    }

    private func wantedBases() async throws -> [PBXID: RunningPBX.Basis] {
        let sites = Dictionary(uniqueKeysWithValues: try await installation.master.sites().map { ($0.id, $0) })
        var tariffs: [TenantID: [StoredTariff]] = [:]
        var wanted: [PBXID: RunningPBX.Basis] = [:]
        for pbx in try await installation.master.pbxs() where pbx.configuration.isEnabled {
            guard let site = sites[pbx.site] else { continue }
            if tariffs[pbx.tenant] == nil {
                tariffs[pbx.tenant] = try await installation.store(of: pbx.tenant, now: clock.now()).tariffs()
            }
            wanted[pbx.id] = RunningPBX.Basis(pbx: pbx, site: site, tariffs: tariffs[pbx.tenant] ?? [])
        }
        return wanted
    }

    private func start(_ basis: RunningPBX.Basis) async throws -> RunningPBX {
        let configuration = basis.pbx.configuration
        let driver = try registry.makeDriver(
            id: configuration.driverID, settings: configuration.driverSettings(at: basis.site))
        let classifier = try Classifier(plan: NumberPlan(json: basis.site.numberPlan))
        let store = try await installation.store(of: basis.pbx.tenant, now: clock.now())
        let before = try await installation.master.sourceStatuses().first { $0.pbx == basis.pbx.id }
        let counters = PipelineCounters(continuing: before)
        let (signal, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let reporter = SourceReporter(pbx: configuration.name, logger: logger) { wake.yield() }
        let settings = SourceSettings(
            pbx: basis.pbx.id, driver: driver, transport: try configuration.sourceTransport())
        let source = settings.makeSource(spool: spool, report: reporter, clock: clock)
        var pipelineLogger = logger
        pipelineLogger[metadataKey: "pbx"] = "\(configuration.name)"
        let pipeline = PBXPipeline(
            pbx: basis.pbx, driver: driver, classifier: classifier,
            rater: try TariffSelection(basis.tariffs), store: store, spool: spool, clock: clock, counters: counters,
            logger: pipelineLogger)
        let task = Task { [clock] in
            // A task of its own: when the source is cancelled, what it has left in the spool is still stored.
            let processing = Task { await pipeline.run(signal) }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await source.run() }
                group.addTask {
                    while !Task.isCancelled {
                        wake.yield()
                        do { try await clock.sleep(1_000) } catch { break }
                    }
                }
            }
            wake.yield()
            wake.finish()
            await processing.value
        }
        return RunningPBX(
            basis: basis, reporter: reporter, counters: counters, receivedBefore: before?.received ?? 0, task: task)
    }
}

extension PBXConfiguration {
    /// How the source works.
    ///
    /// - Throws: ``InstallationError`` if a part of the address is missing.
    fileprivate func sourceTransport() throws -> SourceSettings.Transport {
        switch transport {
        case .tcpListen:
            guard let port else { throw missing("port to listen on") }
            return .listen(host: host ?? "0.0.0.0", port: Int(port))
        case .tcpConnect:
            guard let host, let port else { throw missing("host and port to connect to") }
            return .connect(host: host, port: Int(port))
        case .folder:
            guard let folder, let processedFolder else { throw missing("folder to look into") }
            return .folder(URL(fileURLWithPath: folder), processed: URL(fileURLWithPath: processedFolder))
        default:
            throw InstallationError(
                .unusableSetting, "The PBX '\(name)' has the unknown transport '\(transport.rawValue)'.")
        }
    }

    private func missing(_ what: String) -> InstallationError {
        InstallationError(.unusableSetting, "The PBX '\(name)' has no \(what); set it.")
    }
}

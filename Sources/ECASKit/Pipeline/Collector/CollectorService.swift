import ECASClassification
public import ECASCollection
public import ECASDrivers
import ECASModel
import ECASStorage
public import Logging
public import ServiceLifecycle

/// A collector: takes records from all PBXs of an installation and brings them into the tenants' databases.
///
/// What is configured is read from the master database and followed within seconds of a change, without a restart. It
/// listens to nobody but PBXs; how it is doing is told in the master database.
public struct CollectorService: Service {
    private let installation: Installation
    private let name: String
    private let registry: DriverRegistry
    private let clock: CollectionClock
    private let logger: Logger

    private static let lookMilliseconds: Int64 = 1_000
    private static let version = "0.1"

    /// Makes a collector.
    ///
    /// - Parameters:
    ///   - installation: whose PBXs.
    ///   - name: unique in the installation; the spool belongs to it.
    ///   - registry: the drivers.
    ///   - clock: the time and the waiting.
    ///   - logger: takes what an operator must know.
    public init(
        installation: Installation, name: String, registry: DriverRegistry = .standard,
        clock: CollectionClock = .system, logger: Logger
    ) {
        self.installation = installation
        self.name = name
        self.registry = registry
        self.clock = clock
        self.logger = logger
    }

    /// Works until the task is cancelled or a graceful shutdown is asked for.
    ///
    /// - Throws: `StorageError` if the spool or the master database cannot be used at the start; later troubles are
    ///   logged and tried again.
    public func run() async throws {
        let collector = try await installation.master.registerCollector(
            name: name, version: Self.version, now: clock.now())
        let spool = try await Spool(
            database: installation.spoolDatabase(collector: name), clock: clock
        ) { [logger] error in
            if let error {
                logger.error(
                    "the spool cannot be written; reading from the PBXs waits. Is the disk full?",
                    metadata: ["detail": "\(error)"])
            } else {
                logger.notice("the spool can be written again")
            }
        }
        let pbxs = RunningPBXs(
            installation: installation, collector: collector.id, registry: registry, spool: spool, clock: clock,
            logger: logger)
        logger.info("collector started", metadata: ["name": "\(name)"])
        await cancelWhenGracefulShutdown {
            await follow(pbxs, collector.id)
        }
        await pbxs.stopAll()
        // In a task of its own: this one may be cancelled, and databases do nothing in a cancelled task.
        try await Task {
            try await installation.master.heartbeat(
                of: collector.id, state: .stopped, sources: await pbxs.statuses(), now: clock.now())
            try await spool.close()
        }.value
        logger.info("collector stopped", metadata: ["name": "\(name)"])
    }

    /// Looks at the configuration and gives a sign of life, each second.
    private func follow(_ pbxs: RunningPBXs, _ collector: CollectorID) async {
        var knownVersion: Int64?
        while !Task.isCancelled {
            do {
                let version = try await installation.master.configurationVersion()
                if version != knownVersion {
                    try await pbxs.adopt()
                    knownVersion = version
                }
                try await installation.master.heartbeat(
                    of: collector, state: .running, sources: await pbxs.statuses(), now: clock.now())
            } catch is CancellationError {
                return
            } catch {
                logger.error("the master database cannot be used; tried again", metadata: ["detail": "\(error)"])
            }
            do { try await clock.sleep(Self.lookMilliseconds) } catch { return }
        }
    }
}

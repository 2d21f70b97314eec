public import ECASDrivers
public import ECASModel
public import Foundation

/// What a source needs to know of its PBX.
public struct SourceSettings: Sendable {
    /// The PBX whose records come.
    public var pbx: PBXID
    /// Its driver, which makes the link sessions.
    public var driver: any Driver
    /// How the records come.
    public var transport: Transport

    /// Makes settings.
    public init(pbx: PBXID, driver: any Driver, transport: Transport) {
        self.pbx = pbx
        self.driver = driver
        self.transport = transport
    }

    /// How the records come.
    public enum Transport: Hashable, Sendable {
        /// The PBX connects to us.
        case listen(host: String, port: Int)
        /// We connect to the PBX.
        case connect(host: String, port: Int)
        /// Files appear in a folder and are moved when they have been read.
        case folder(URL, processed: URL)
    }
}

/// Takes records from a PBX until its task is cancelled.
public protocol Source: Sendable {
    /// Works until cancelled. Faults of the outside are reported and tried again, not thrown.
    func run() async
}

extension SourceSettings {
    /// The source for the transport.
    public func makeSource(spool: Spool, report: SourceReporter, clock: CollectionClock) -> any Source {
        switch transport {
        case .listen(let host, let port):
            TCPListenSource(settings: self, host: host, port: port, spool: spool, report: report, clock: clock)
        case .connect(let host, let port):
            TCPConnectSource(settings: self, host: host, port: port, spool: spool, report: report, clock: clock)
        case .folder(let folder, let processed):
            FolderSource(
                settings: self, folder: folder, processed: processed, spool: spool, report: report, clock: clock)
        }
    }
}

/// The time and the waiting of the collector, handed in so that tests need not wait.
public struct CollectionClock: Sendable {
    /// What time it is.
    public var now: @Sendable () -> Instant
    /// Waits a number of milliseconds.
    public var sleep: @Sendable (Int64) async throws -> Void
    /// A number from 0 up to 1, for the jitter of waiting times.
    public var random: @Sendable () -> Double

    /// Makes a clock.
    public init(
        now: @escaping @Sendable () -> Instant, sleep: @escaping @Sendable (Int64) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.random = random
    }

    /// The machine's clock.
    public static let system = CollectionClock(
        now: { Instant(Date()) },
        sleep: { try await Task.sleep(for: .milliseconds($0)) },
        random: { Double.random(in: 0..<1) })
}

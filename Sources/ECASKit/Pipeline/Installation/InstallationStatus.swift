public import ECASModel
public import ECASStorage

/// How the collectors and the PBXs of an installation are, read from the database alone.
public struct InstallationStatus: Sendable {
    /// The collectors that have ever run.
    public let collectors: [Collector]
    /// The PBXs, each with what its source last reported.
    public let pbxs: [Entry]
    /// When this was read.
    public let readAt: Instant

    /// A PBX and how it is.
    public struct Entry: Sendable {
        /// The PBX.
        public let pbx: PBX
        /// What its source last reported; absent if none has yet.
        public let source: SourceStatus?
        /// What its source is doing; `unknown` if nobody has reported for some time.
        public let state: SourceState
        /// What there is to say beyond the address; absent if there is nothing.
        public var message: String? {
            source?.message.flatMap { $0 == pbx.configuration.address ? nil : $0 }
        }
    }

    /// A collector or source that has been silent for longer counts as gone, in milliseconds.
    public static let silenceMilliseconds: Int64 = 15_000

    /// Reads the status.
    ///
    /// - Parameters:
    ///   - installation: whose status.
    ///   - tenant: whose PBXs; absent for all.
    ///   - now: the time, by which silence is judged.
    /// - Throws: `StorageError`.
    public init(_ installation: Installation, tenant: TenantID? = nil, now: Instant) async throws {
        let sources = try await installation.master.sourceStatuses()
        let bySource = Dictionary(uniqueKeysWithValues: sources.map { ($0.pbx, $0) })
        let all = try await installation.master.pbxs().filter { tenant == nil || $0.tenant == tenant }
        collectors = try await installation.master.collectors()
        readAt = now
        pbxs = all.map { pbx in
            let source = bySource[pbx.id]
            return Entry(pbx: pbx, source: source, state: Self.state(of: pbx, source, now: now))
        }
    }

    /// Whether a collector is alive, has stopped as asked, or is silent.
    public func liveness(of collector: Collector) -> CollectorState {
        let isSilent = readAt.milliseconds - collector.heartbeatAt.milliseconds > Self.silenceMilliseconds
        return collector.state == .running && isSilent ? .silent : collector.state
    }

    private static func state(of pbx: PBX, _ source: SourceStatus?, now: Instant) -> SourceState {
        guard pbx.configuration.isEnabled else { return .stopped }
        guard let source else { return .unknown }
        let isSilent = now.milliseconds - source.updatedAt.milliseconds > silenceMilliseconds
        return isSilent && source.state != .stopped ? .unknown : source.state
    }
}

extension CollectorState {
    /// It said that it was running, but has given no sign of life for some time.
    public static let silent = CollectorState(rawValue: "silent")
}

extension SourceState {
    /// Nobody has reported for some time, or ever.
    public static let unknown = SourceState(rawValue: "unknown")
}

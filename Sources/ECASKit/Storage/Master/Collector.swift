public import ECASModel

/// A collector process, as it last reported.
public struct Collector: Hashable, Sendable, Identifiable {
    /// The key; a collector that starts again under its name keeps it.
    public let id: CollectorID
    /// The name, unique in the installation.
    public var name: String
    /// When the process started.
    public var startedAt: Instant
    /// When it last gave a sign of life.
    public var heartbeatAt: Instant
    /// The version of the program.
    public var version: String
    /// How it is.
    public var state: CollectorState

    /// Describes a collector.
    public init(
        id: CollectorID, name: String, startedAt: Instant, heartbeatAt: Instant, version: String,
        state: CollectorState
    ) {
        self.id = id
        self.name = name
        self.startedAt = startedAt
        self.heartbeatAt = heartbeatAt
        self.version = version
        self.state = state
    }
}

/// How a collector is, in its own words.
public struct CollectorState: RawRepresentable, Hashable, Sendable {
    /// The word in the database and in the API.
    public let rawValue: String

    /// Wraps a word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// At work.
    ///
    /// Whether that still holds, the time of the heartbeat says.
    public static let running = CollectorState(rawValue: "running")
    /// Ended as asked.
    public static let stopped = CollectorState(rawValue: "stopped")
}

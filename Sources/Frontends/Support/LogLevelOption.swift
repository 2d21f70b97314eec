public import ArgumentParser
import Logging

/// The lowest level that a daemon logs.
public struct LogLevelOption: ParsableArguments {
    /// The levels that can be chosen.
    enum Level: String, ExpressibleByArgument, CaseIterable {
        case debug, info, notice, warning, error
    }

    @Option(name: .customLong("log-level"), help: "The lowest level to log.")
    var level: Level = .info

    /// Makes an option that was not given.
    public init() {}

    /// Makes log lines the way in which all loggers of the process write; call once, at the start.
    public func bootstrapLogging() {
        let level: Logger.Level =
            switch level {
            case .debug: .debug
            case .info: .info
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            }
        LineLogHandler.bootstrap(level: level)
    }
}

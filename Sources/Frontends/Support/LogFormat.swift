import ECASKit
import Foundation
public import Logging
import Synchronization

/// Log lines for people and for journals: time, level, message, then `key=value`.
public struct LineLogHandler: LogHandler {
    /// The lowest level that is written.
    public var logLevel: Logger.Level = .info
    /// What stands behind every line.
    public var metadata: Logger.Metadata = [:]
    private let label: String
    private static let output = Mutex(FileHandle.standardError)

    /// Makes a handler for a logger's label.
    public init(label: String) {
        self.label = label
    }

    /// A value that stands behind every line.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a line.
    public func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let pairs = all.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }.joined()
        let time = LocalTime(instant: Instant(Date()), offset: .utc)
        let line = "\(time) \(event.level.rawValue.uppercased()) \(label): \(event.message)\(pairs)\n"
        Self.output.withLock { $0.write(Data(line.utf8)) }
    }

    private static func quoted(_ text: String) -> String {
        text.contains(" ") || text.contains("\"") || text.contains("\n")
            ? "\"" + text.replacingOccurrences(of: "\"", with: "'").replacingOccurrences(of: "\n", with: " ") + "\""
            : text
    }

    /// Makes this the way in which all loggers of the process write; call once, at the start.
    public static func bootstrap(level: Logger.Level) {
        LoggingSystem.bootstrap { label in
            var handler = LineLogHandler(label: label)
            handler.logLevel = level
            return handler
        }
    }
}

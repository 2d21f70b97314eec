import ECASDrivers
public import ECASModel
public import ECASStorage
public import Logging
import Synchronization

/// Where a source says what it is doing: for the status row, and for the log.
public final class SourceReporter: Sendable {
    private struct Status {
        var state = SourceState.stopped
        var message: String?
        var received: Int64 = 0
        var lastRecordAt: Instant?
    }

    private let status = Mutex(Status())
    private let logger: Logger
    private let onRecords: @Sendable () -> Void

    /// Makes a reporter.
    ///
    /// - Parameters:
    ///   - pbx: the name of the PBX, for the log.
    ///   - logger: takes what an operator must know.
    ///   - onRecords: called when records are durable in the spool.
    public init(pbx: String, logger: Logger, onRecords: @escaping @Sendable () -> Void) {
        var logger = logger
        logger[metadataKey: "pbx"] = "\(pbx)"
        self.logger = logger
        self.onRecords = onRecords
    }

    /// What the source is doing now.
    public var state: SourceState { status.withLock { $0.state } }
    /// The sentence that goes with it.
    public var message: String? { status.withLock { $0.message } }
    /// Raw records received since the collector started.
    public var received: Int64 { status.withLock { $0.received } }
    /// When the last record came.
    public var lastRecordAt: Instant? { status.withLock { $0.lastRecordAt } }

    /// The source does something else now; changes are logged.
    public func changed(to state: SourceState, _ message: String? = nil) {
        let isNew = status.withLock { status in
            let isNew = status.state != state || status.message != message
            status.state = state
            status.message = message
            return isNew
        }
        guard isNew else { return }
        let level: Logger.Level = state == .failed ? .error : .info
        logger.log(level: level, "source is \(state.rawValue)", metadata: message.map { ["detail": "\($0)"] })
    }

    /// Records are durable in the spool.
    func received(_ count: Int, at now: Instant) {
        if count > 0 {
            status.withLock {
                $0.received += Int64(count)
                $0.lastRecordAt = now
            }
        }
        onRecords()
    }

    /// A record is damaged; its bytes are kept.
    func damaged(_ damage: RecordDamage, offset: UInt64, line: UInt64) {
        logger.warning(
            "damaged record kept in suspense",
            metadata: ["reason": "\(damage.reason.code)", "line": "\(line)", "byte": "\(offset)"])
    }

    /// Something that an operator should know.
    func note(_ level: Logger.Level, _ message: Logger.Message, _ metadata: Logger.Metadata = [:]) {
        logger.log(level: level, message, metadata: metadata)
    }
}

import ECASModel
package import ECASStorage
import Synchronization

/// What became of a PBX's records, for its status row.
package final class PipelineCounters: Sendable {
    /// The numbers so far.
    package struct Counts: Hashable, Sendable {
        package var stored: Int64 = 0
        package var suspended: Int64 = 0
        package var duplicate: Int64 = 0
        package var skipped: Int64 = 0
        package var lagMilliseconds: Int64?
        package var trouble: String?
    }

    private let counts: Mutex<Counts>

    /// Continues the numbers of an earlier run.
    package init(continuing status: SourceStatus?) {
        var counts = Counts()
        if let status {
            counts.stored = status.stored
            counts.suspended = status.suspended
            counts.duplicate = status.duplicate
            counts.skipped = status.skipped
        }
        self.counts = Mutex(counts)
    }

    /// The numbers so far.
    package var now: Counts { counts.withLock { $0 } }

    /// Adds what a batch did; `lag` is the age of its last record in milliseconds.
    func add(_ result: IngestResult, lag: Int64?) {
        counts.withLock {
            $0.stored += Int64(result.stored)
            $0.suspended += Int64(result.suspended)
            $0.duplicate += Int64(result.duplicate)
            $0.skipped += Int64(result.skipped)
            if let lag { $0.lagMilliseconds = lag }
        }
    }

    /// Why nothing can be stored; nothing when it can.
    func trouble(_ message: String?) {
        counts.withLock { $0.trouble = message }
    }
}

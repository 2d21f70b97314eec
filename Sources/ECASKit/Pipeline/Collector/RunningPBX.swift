import ECASCollection
import ECASModel
import ECASStorage

/// A PBX whose records are being collected.
struct RunningPBX: Sendable {
    /// What it was started with: when this changes, it is stopped and started anew.
    struct Basis: Hashable, Sendable {
        let pbx: PBX
        let site: Site
        let tariffs: [StoredTariff]
    }

    let basis: Basis
    let reporter: SourceReporter
    let counters: PipelineCounters
    /// Received in earlier runs, for the status row.
    let receivedBefore: Int64
    /// Ends when the source has stopped and the pipeline has stored what it was at.
    let task: Task<Void, Never>

    /// What to tell in the master database.
    func status(collector: CollectorID, now: Instant) -> SourceStatus {
        let counts = counters.now
        var status = SourceStatus(
            pbx: basis.pbx.id, collector: collector, state: counts.trouble == nil ? reporter.state : .failed,
            message: counts.trouble ?? reporter.message, updatedAt: now)
        status.received = receivedBefore + reporter.received
        status.stored = counts.stored
        status.suspended = counts.suspended
        status.duplicate = counts.duplicate
        status.skipped = counts.skipped
        status.lastRecordAt = reporter.lastRecordAt
        status.lagMilliseconds = counts.lagMilliseconds
        return status
    }
}

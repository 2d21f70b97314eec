package import ECASClassification
package import ECASCollection
package import ECASDrivers
import ECASModel
import ECASRating
package import ECASStorage
package import Logging
import Synchronization

/// Takes the raw records of one PBX from the spool to its tenant's database: read, assembled, classified, rated, stored.
///
/// A batch is stored in one transaction with its checkpoint, and only then removed from the spool: whatever is cut off in
/// between is done again from the same place, and the store recognises what it has.
package actor PBXPipeline {
    private let pbx: PBX
    private let driver: any Driver
    private let classifier: Classifier
    private let rater: TariffSelection
    private let store: TenantStore
    private let spool: Spool
    private let clock: CollectionClock
    private let logger: Logger
    private let counters: PipelineCounters
    private var readers: [StreamID: StreamReader] = [:]
    private var isPrepared = false
    private var checkpoints: [StreamID: StreamCheckpoint] = [:]
    private var position: Int64 = 0

    /// Entries taken from the spool at once.
    private static let batchSize = 2_000

    package init(
        pbx: PBX, driver: any Driver, classifier: Classifier, rater: TariffSelection, store: TenantStore, spool: Spool,
        clock: CollectionClock, counters: PipelineCounters, logger: Logger
    ) {
        self.pbx = pbx
        self.driver = driver
        self.classifier = classifier
        self.rater = rater
        self.store = store
        self.spool = spool
        self.clock = clock
        self.counters = counters
        self.logger = logger
    }

    /// Works whenever there is something in the spool, until the signal ends.
    ///
    /// - Parameter signal: gives a value when records have come, and from time to time without.
    package func run(_ signal: AsyncStream<Void>) async {
        for await _ in signal {
            do {
                while try await processBatch() {}
                try await processTicks()
                counters.trouble(nil)
            } catch is CancellationError {
                return
            } catch {
                counters.trouble("Records wait in the spool because they cannot be stored: \(error)")
                logger.error("records cannot be stored; they wait in the spool", metadata: ["detail": "\(error)"])
                do { try await clock.sleep(1_000) } catch { return }
            }
        }
    }

    /// Processes what is in the spool; tells whether there may be more.
    private func processBatch() async throws -> Bool {
        try await prepare()
        let entries = try await spool.entries(pbx: pbx.id, after: position, limit: Self.batchSize)
        guard let last = entries.last else { return false }
        // In the order in which streams come first; within a stream in its own order.
        var order: [StreamID] = []
        var byStream: [StreamID: [SpoolEntry]] = [:]
        for entry in entries {
            let stream = entry.stream
            if byStream[stream] == nil { order.append(stream) }
            byStream[stream, default: []].append(entry)
        }
        for stream in order {
            try await process(byStream[stream] ?? [], of: stream)
        }
        try await spool.remove(pbx: pbx.id, through: last.position)
        position = last.position
        for stream in order where readers[stream] == nil { checkpoints[stream] = nil }
        return entries.count == Self.batchSize
    }

    private func prepare() async throws {
        guard !isPrepared else { return }
        for checkpoint in try await store.checkpoints(of: pbx.id) {
            checkpoints[StreamID(checkpoint.stream)] = checkpoint
        }
        isPrepared = true
    }

    private func process(_ entries: [SpoolEntry], of stream: StreamID) async throws {
        // A copy works, and is kept only when its work is stored: a failed batch is read again from where it began.
        var reader = try readers[stream] ?? makeReader(stream)
        var reading = StreamReader.Reading()
        var hasEnded = false
        for entry in entries {
            switch entry.content {
            case .record(let record): reader.read(record, into: &reading)
            case .endOfStream:
                reader.finish(into: &reading)
                hasEnded = true
            }
        }
        let checkpoint = try await ingest(reading, reader, stream, hasEnded: hasEnded)
        // Of an ended stream its checkpoint stays until its entries have left the spool: they may be read once more.
        checkpoints[stream] = hasEnded ? checkpoint : nil
        readers[stream] = hasEnded ? nil : reader
    }

    /// Lets assemblers give up what is overdue.
    private func processTicks() async throws {
        let now = clock.now()
        for (stream, var reader) in readers {
            guard let wanted = reader.nextTick, wanted <= now else { continue }
            var reading = StreamReader.Reading()
            reader.tick(at: now, into: &reading)
            guard !reading.calls.isEmpty else { continue }
            _ = try await ingest(reading, reader, stream, hasEnded: false)
            readers[stream] = reader
        }
    }

    private func makeReader(_ stream: StreamID) throws -> StreamReader {
        do {
            return try StreamReader(driver: driver, checkpoint: checkpoints[stream])
        } catch let error as DriverError where error.code == .unusableMemory {
            logger.warning("stream is read on without what was remembered of it", metadata: ["detail": "\(error)"])
            return try StreamReader(driver: driver, checkpoint: nil)
        }
    }

    private func ingest(
        _ reading: StreamReader.Reading, _ reader: StreamReader, _ stream: StreamID, hasEnded: Bool
    ) async throws -> StreamCheckpoint {
        let now = clock.now()
        let checkpoint = try reader.checkpoint(stream: stream, hasEnded: hasEnded, now: now)
        var batch = IngestBatch(pbx: pbx.id, site: pbx.site, checkpoint: checkpoint)
        batch.calls = reading.calls.map { call, index in
            var call = call
            let classification = classifier.classify(&call)
            return IngestCall(record: call, price: rater.price(call, classification), recordIndex: index)
        }
        batch.records = Self.records(of: reading)
        batch.supplements = reading.supplements.map { supplement, index in
            IngestSupplement(
                callID: supplement.callID, leg: supplement.leg, rowID: supplement.rowID, quality: supplement.quality,
                recordIndex: index)
        }
        let result = try await store.ingest(batch)
        counters.add(result, lag: reading.records.last.map { now.milliseconds - $0.record.receivedAt.milliseconds })
        logSuspended(reading)
        return checkpoint
    }

    private static func records(of reading: StreamReader.Reading) -> [IngestRecord] {
        var firstCall: [Int: CallRecord] = [:]
        for (call, index) in reading.calls {
            if let index, firstCall[index] == nil { firstCall[index] = call }
        }
        var supplements: [Int: CallSupplement] = [:]
        for (supplement, index) in reading.supplements { supplements[index] = supplement }
        return reading.records.enumerated().map { index, entry in
            let content = RecordContent(
                of: entry.record, call: firstCall[index], supplement: supplements[index])
            return IngestRecord(
                sequence: entry.record.sequence, offset: Int64(entry.record.offset),
                receivedAt: entry.record.receivedAt, bytes: entry.record.bytes, contentTime: content.time,
                contentHash: content.hash, repeatsAreDuplicates: content.isOwnKey, outcome: entry.outcome.ingestOutcome)
        }
    }

    private func logSuspended(_ reading: StreamReader.Reading) {
        for (record, outcome) in reading.records {
            guard case .malformed(let reason) = outcome else { continue }
            logger.warning(
                "record not understood, kept in suspense",
                metadata: [
                    "reason": "\(reason)", "stream": "\(record.stream)", "line": "\(record.line)",
                    "byte": "\(record.offset)",
                ])
        }
    }
}

extension SpoolEntry {
    /// The stream that the entry belongs to.
    fileprivate var stream: StreamID {
        switch content {
        case .record(let record): record.stream
        case .endOfStream(let stream, _): stream
        }
    }
}

extension RecordOutcome {
    /// The same in the store's words.
    fileprivate var ingestOutcome: IngestRecord.Outcome {
        switch self {
        case .legs, .supplement: .understood
        case .skipped(let kind): .skipped(kind: kind.rawValue)
        case .malformed(let reason): .malformed(code: reason.code, message: reason.description)
        }
    }
}

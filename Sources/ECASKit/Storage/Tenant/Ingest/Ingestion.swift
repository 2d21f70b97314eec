import ECASModel

/// One run of ``TenantStore/ingest(_:)`` within its transaction.
struct Ingestion {
    private let batch: IngestBatch
    private(set) var result = IngestResult()
    /// What became of each record of the batch.
    private var fates: [Fate] = []

    private enum Fate {
        case stored(Int64)
        case skipped
        case dropped
    }

    init(_ batch: IngestBatch) {
        self.batch = batch
    }

    mutating func run(on connection: any SQLConnection) throws {
        result.received = batch.records.count
        try storeRecords(on: connection)
        try storeSuspense(on: connection)
        try storeCalls(on: connection)
        try storeSupplements(on: connection)
        try batch.checkpoint.store(for: batch.pbx, on: connection)
    }

    private mutating func storeRecords(on connection: any SQLConnection) throws {
        let committed = try lastSequence(on: connection)
        var rows = SQLRows(width: 9, capacity: batch.records.count)
        // Keys of duplicates are left out: a gap costs nothing.
        var key = try Counter.rawRecord.raise(by: batch.records.count, on: connection) - Int64(batch.records.count)
        fates.reserveCapacity(batch.records.count)
        for record in batch.records {
            if let committed, record.sequence <= committed {
                result.repeated += 1
                fates.append(.dropped)
            } else if case .skipped = record.outcome {
                result.skipped += 1
                fates.append(.skipped)
            } else {
                key += 1
                fates.append(.stored(key))
                append(record, key: key, to: &rows)
            }
        }
        let isNew = try connection.executeEach(Self.insertRecord, rows)
        try dropDuplicates(isNew, on: connection)
    }

    private static let insertRecord = """
        INSERT INTO raw_record (id, pbx_id, stream, sequence, stream_offset, received_at, bytes, content_time, content_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (pbx_id, content_time, content_hash) DO NOTHING
        """

    private func append(_ record: IngestRecord, key: Int64, to rows: inout SQLRows) {
        rows.append(.integer(key))
        rows.append(SQLValue(batch.pbx))
        rows.append(.integer(batch.checkpoint.stream))
        rows.append(.integer(record.sequence))
        rows.append(.integer(record.offset))
        rows.append(SQLValue(record.receivedAt))
        rows.append(.bytes(record.bytes))
        rows.append(SQLValue(record.contentTime))
        rows.append(.integer(Int64(bitPattern: record.contentHash)))
    }

    /// Counts the records offered to the table by what the table said.
    private mutating func dropDuplicates(_ isNew: [Bool], on connection: any SQLConnection) throws {
        var offered = isNew.makeIterator()
        for index in fates.indices {
            guard case .stored(let key) = fates[index] else { continue }
            let isStored = try offered.next() == true || storeRepeat(batch.records[index], key: key, on: connection)
            guard isStored else {
                result.duplicate += 1
                fates[index] = .dropped
                continue
            }
            if case .malformed = batch.records[index].outcome { result.suspended += 1 } else { result.stored += 1 }
        }
    }

    /// Stores a record that looks like one of its own stream under the next free hash; tells whether it was new.
    ///
    /// A hash on the way that is taken by another stream makes it a duplicate: that stream had as many of them. Records
    /// that look alike have neighbouring hashes, so the first free one is found by doubling the stride and then halving
    /// it: a PBX that repeats one line for ever must not make ingest slower and slower.
    private func storeRepeat(_ record: IngestRecord, key: Int64, on connection: any SQLConnection) throws -> Bool {
        guard !record.repeatsAreDuplicates,
            try stream(of: record, hashPlus: 0, on: connection) == batch.checkpoint.stream
        else { return false }
        var taken: UInt64 = 0
        var free: UInt64 = 1
        while let owner = try stream(of: record, hashPlus: free, on: connection) {
            guard owner == batch.checkpoint.stream else { return false }
            taken = free
            free &*= 2
        }
        while free - taken > 1 {
            let middle = taken + (free - taken) / 2
            if try stream(of: record, hashPlus: middle, on: connection) == nil { free = middle } else { taken = middle }
        }
        var repeated = record
        repeated.contentHash &+= free
        var rows = SQLRows(width: 9)
        append(repeated, key: key, to: &rows)
        return try connection.executeEach(Self.insertRecord, rows) == [true]
    }

    /// The stream whose record has a content hash so far from that of a record; absent if the hash is free.
    private func stream(
        of record: IngestRecord, hashPlus distance: UInt64, on connection: any SQLConnection
    ) throws -> Int64? {
        try connection.one(
            "SELECT stream FROM raw_record WHERE pbx_id = $1 AND content_time = $2 AND content_hash = $3",
            [
                SQLValue(batch.pbx), SQLValue(record.contentTime),
                .integer(Int64(bitPattern: record.contentHash &+ distance)),
            ]
        ) { $0.integer(0) }
    }

    private func storeSuspense(on connection: any SQLConnection) throws {
        guard result.suspended > 0 else { return }
        var rows = SQLRows(width: 6)
        for (record, fate) in zip(batch.records, fates) {
            guard case .malformed(let code, let message) = record.outcome, case .stored(let key) = fate else {
                continue
            }
            rows.append(row: [
                .integer(key), SQLValue(batch.pbx), .text(code), .text(message),
                .text(SuspenseState.open.rawValue), SQLValue(record.receivedAt),
            ])
        }
        try connection.append(rows, to: SuspendedRecord.insertTarget)
    }

    private mutating func storeCalls(on connection: any SQLConnection) throws {
        let calls = batch.calls.filter { call in
            guard let index = call.recordIndex, case .dropped = fates[index] else { return true }
            return false
        }
        let highest = try Counter.call.raise(by: calls.count, on: connection)
        var writer = ColumnWriter(SQLRows(width: CallRow.columns.count, capacity: calls.count))
        var key = highest - Int64(calls.count)
        for call in calls {
            key += 1
            var row = CallRow()
            row.id = key
            row.rawRecord = call.recordIndex.flatMap(storedKey)
            row.pbx = batch.pbx.rawValue
            row.site = batch.site.rawValue
            row.arrival = arrival(of: call).milliseconds
            row.record = call.record
            row.price = call.price
            row.code(&writer)
        }
        if let problem = writer.problem { throw problem }
        try connection.append(writer.rows, to: CallRow.insertTarget)
        result.callsStored = calls.count
        result.highestCallID = CallID(highest)
    }

    private func storeSupplements(on connection: any SQLConnection) throws {
        var writer = ColumnWriter(SQLRows(width: QualityRow.columns.count))
        for supplement in batch.supplements {
            guard let key = storedKey(supplement.recordIndex) else { continue }
            var row = QualityRow(
                pbx: batch.pbx.rawValue, callKey: supplement.callID, rawRecord: key, callLeg: supplement.leg,
                rowID: supplement.rowID, quality: supplement.quality)
            row.code(&writer)
        }
        if let problem = writer.problem { throw problem }
        try connection.append(writer.rows, to: QualityRow.insertTarget)
    }

    private func storedKey(_ index: Int) -> Int64? {
        guard case .stored(let key) = fates[index] else { return nil }
        return key
    }

    private func arrival(of call: IngestCall) -> Instant {
        if let instant = call.record.provenance.receivedAt { return instant }
        return call.recordIndex.map { batch.records[$0].receivedAt } ?? batch.checkpoint.updatedAt
    }

    private func lastSequence(on connection: any SQLConnection) throws -> Int64? {
        try connection.one(
            "SELECT last_sequence FROM checkpoint WHERE pbx_id = $1 AND stream = $2",
            [SQLValue(batch.pbx), .integer(batch.checkpoint.stream)]
        ) { $0.integer(0) }
    }
}

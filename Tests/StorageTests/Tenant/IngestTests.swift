import ECASModel
import ECASStorage
import Testing

@Suite struct IngestTests {
    struct Stop: Error {}

    /// All that a tenant's database holds, in numbers.
    private static func contents(_ store: TenantStore) async throws -> [String: Int64] {
        try await store.database.read { connection in
            var counts: [String: Int64] = [:]
            for table in ["raw_record", "call", "call_quality", "suspense", "checkpoint"] {
                counts[table] = try connection.one("SELECT count(*) FROM \(table)") { $0.integer(0) }
            }
            return counts
        }
    }

    /// Six records: two calls, one supplement, one skipped, two malformed.
    private static func mixedBatch() -> IngestBatch {
        var batch = Sample.batch(1...2)
        batch.records += [
            Sample.record(3), Sample.record(4, outcome: .skipped(kind: "header")),
            Sample.record(5, outcome: .malformed(code: "bad-date", message: "The date cannot be read.")),
            Sample.record(6, outcome: .malformed(code: "short", message: "Two fields are missing.")),
        ]
        batch.supplements = [
            IngestSupplement(
                callID: "4711", leg: nil, rowID: "r", quality: Sample.quality(mos: 4_000), recordIndex: 2)
        ]
        batch.checkpoint = StreamCheckpoint(
            stream: 1, lastSequence: 6, parserMemory: [1], assemblerMemory: [2, 2], pipelineMemory: [], hasEnded: true,
            updatedAt: Instant.noon.advanced(bySeconds: 7))
        return batch
    }

    @Test(arguments: Engine.allCases)
    func everythingIsStoredAndCounted(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            let result = try await store.ingest(Self.mixedBatch())
            var expected = IngestResult()
            expected.received = 6
            expected.stored = 3
            expected.suspended = 2
            expected.skipped = 1
            expected.callsStored = 2
            expected.highestCallID = CallID(2)
            #expect(result == expected)
            #expect(
                try await Self.contents(store) == [
                    "raw_record": 5, "call": 2, "call_quality": 1, "suspense": 2, "checkpoint": 1,
                ])
            #expect(try await store.checkpoints(of: Sample.pbx) == [Self.mixedBatch().checkpoint])
            #expect(try await store.checkpoints(of: PBXID(99)) == [])
            #expect(try await store.highestCallID() == CallID(2))
        }
    }

    @Test(arguments: Engine.allCases)
    func aRawRecordIsKeptAsItCame(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            let result = try await store.ingest(Sample.batch(4...4, stream: .max))
            let raw = try #require(try await store.call(result.highestCallID)?.rawRecord)
            #expect(try await store.rawRecord(raw.id) == raw)
            #expect(raw.pbx == Sample.pbx)
            #expect(raw.stream == .max)
            #expect(raw.sequence == 4)
            #expect(raw.offset == 40)
            #expect(raw.receivedAt == Instant.noon.advanced(bySeconds: 4))
            #expect(raw.bytes == Array("record 4".utf8))
        }
    }

    /// Whichever statement fails, nothing of the batch stays, and it can be stored later.
    @Test(arguments: Engine.allCases)
    func aBatchThatFailsAnywhereLeavesNothing(_ engine: Engine) async throws {
        try await engine.withDatabase { database in
            let store = try await TenantStore.open(database, tenant: TenantID(1), now: .noon)
            let statements = Recorder()
            let recording = SpyDatabase(base: database) { sql, _ in statements.note(sql) }
            // A run that is undone on purpose shows how many statements there are.
            let probe = SpyDatabase(base: recording) { sql, _ in
                if sql.contains("INTO checkpoint") { throw Stop() }
            }
            let probed = try await TenantStore.open(probe, tenant: TenantID(1), now: .noon)
            statements.clear()
            await #expect(throws: Stop.self) { try await probed.ingest(Self.mixedBatch()) }
            let texts = statements.texts
            #expect(texts.count >= 6)
            let before = try await Self.contents(store)
            for text in texts {
                let failing = SpyDatabase(base: database) { sql, _ in if sql == text { throw Stop() } }
                let broken = try await TenantStore.open(failing, tenant: TenantID(1), now: .noon)
                await #expect(throws: Stop.self) { try await broken.ingest(Self.mixedBatch()) }
                #expect(try await Self.contents(store) == before)
                #expect(try await store.highestCallID() == CallID(0))
            }
            #expect(before.values.allSatisfy { $0 == 0 })
            #expect(try await store.ingest(Self.mixedBatch()).stored == 3)
        }
    }

    @Test(arguments: Engine.allCases)
    func recordsSentAgainAreDuplicates(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            _ = try await store.ingest(Self.mixedBatch())
            let before = try await Self.contents(store)
            var again = Self.mixedBatch()
            again.checkpoint.stream = 2
            let result = try await store.ingest(again)
            #expect(result.duplicate == 5)
            #expect(result.skipped == 1)
            #expect(result.stored == 0)
            #expect(result.suspended == 0)
            #expect(result.callsStored == 0)
            #expect(result.highestCallID == CallID(2))
            var after = before
            after["checkpoint"] = 2
            #expect(try await Self.contents(store) == after)
        }
    }

    @Test(arguments: Engine.allCases)
    func duplicatesAreFoundWithinABatchAndAmongNewRecords(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            _ = try await store.ingest(Sample.batch(1...3))
            var batch = Sample.batch(2...6, stream: 2)
            batch.records[4].contentTime = batch.records[3].contentTime
            batch.records[4].contentHash = batch.records[3].contentHash
            batch.records[4].repeatsAreDuplicates = true
            let result = try await store.ingest(batch)
            #expect(result.stored == 2)
            #expect(result.duplicate == 3)
            let calls = try await store.calls(storedAfter: CallID(3), limit: 10)
            #expect(calls.map(\.record) == [Sample.call(at: 4), Sample.call(at: 5)])
            for call in calls {
                let raw = try #require(try await store.call(call.id)?.rawRecord)
                #expect(call.record == Sample.call(at: raw.sequence))
            }
        }
    }

    /// A format without seconds prints two short calls alike: both count, and both are known when they are sent again.
    @Test(arguments: Engine.allCases)
    func recordsThatLookAlikeWithinAStreamAreAllStored(_ engine: Engine) async throws {
        func alike(_ sequences: ClosedRange<Int64>, stream: Int64) -> IngestBatch {
            var batch = Sample.batch(sequences, stream: stream)
            for index in batch.records.indices {
                batch.records[index].contentTime = .noon
                batch.records[index].contentHash = .max
            }
            return batch
        }
        try await engine.withTenant { store in
            #expect(try await store.ingest(alike(1...20, stream: 1)).stored == 20)
            #expect(try await store.ingest(alike(21...37, stream: 1)).stored == 17)
            let again = try await store.ingest(alike(1...37, stream: 2))
            #expect(again.duplicate == 37)
            #expect(again.callsStored == 0)
            let calls = try await store.calls(storedAfter: CallID(0), limit: 1000)
            #expect(calls.map(\.record) == (1...37).map { Sample.call(at: $0) })
            #expect(Set(calls.map(\.rawRecord)).count == 37)
        }
    }

    @Test(arguments: Engine.allCases)
    func sameContentOfAnotherPBXIsNoDuplicate(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            _ = try await store.ingest(Sample.batch(1...3))
            let result = try await store.ingest(Sample.batch(1...3, pbx: PBXID(8)))
            #expect(result.stored == 3)
            #expect(result.repeated == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func aRepeatedBatchIsHarmlessAndDoesNotTurnBack(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            let first = Sample.batch(1...3)
            _ = try await store.ingest(first)
            _ = try await store.ingest(Sample.batch(4...6))
            let before = try await Self.contents(store)
            let result = try await store.ingest(first)
            #expect(result.repeated == 3)
            #expect(result.received == 3)
            #expect(result.duplicate == 0)
            #expect(result.callsStored == 0)
            #expect(try await Self.contents(store) == before)
            #expect(try await store.checkpoints(of: Sample.pbx).map(\.lastSequence) == [6])
            let overlapping = try await store.ingest(Sample.batch(5...8))
            #expect(overlapping.repeated == 2)
            #expect(overlapping.stored == 2)
            #expect(overlapping.callsStored == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func aCallWithoutARecordOfItsOwnIsStored(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            var batch = Sample.batch(1...1)
            batch.records[0].outcome = .skipped(kind: "keep-alive")
            batch.calls.append(IngestCall(record: Sample.call(at: 9), price: .unrated, recordIndex: nil))
            let result = try await store.ingest(batch)
            #expect(result.callsStored == 2)
            for id in [CallID(1), CallID(2)] {
                let found = try #require(try await store.call(id))
                #expect(found.call.rawRecord == nil)
                #expect(found.rawRecord == nil)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func aBatchThatPointsBesideItsRecordsIsRefused(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            var batch = Sample.batch(1...2)
            batch.calls[1].recordIndex = 2
            let refused = batch
            let error = await #expect(throws: StorageError.self) { try await store.ingest(refused) }
            #expect(error?.code == .invalidRequest)
            let contents = try await Self.contents(store)
            #expect(contents.values.allSatisfy { $0 == 0 })
        }
    }

    @Test(arguments: Engine.allCases)
    func anEmptyBatchMovesTheCheckpoint(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            let checkpoint = StreamCheckpoint(stream: 5, lastSequence: 0, hasEnded: true, updatedAt: .noon)
            let result = try await store.ingest(
                IngestBatch(pbx: Sample.pbx, site: Sample.site, checkpoint: checkpoint))
            #expect(result == IngestResult())
            #expect(try await store.checkpoints(of: Sample.pbx) == [checkpoint])
            #expect(try await store.removeCheckpoints(of: Sample.pbx, endedBefore: .noon) == 0)
            #expect(
                try await store.removeCheckpoints(of: Sample.pbx, endedBefore: Instant.noon.advanced(bySeconds: 1)) == 1
            )
            #expect(try await store.checkpoints(of: Sample.pbx) == [])
        }
    }

    /// Keys rise without gaps and repeats whoever stores, and the account of every batch is balanced.
    @Test(arguments: Engine.allCases)
    func severalWritersQueueUp(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let databases = [try await place.open(), try await place.open()]
            var stores: [TenantStore] = []
            for database in databases {
                stores.append(try await TenantStore.open(database, tenant: TenantID(1), now: .noon))
            }
            let opened = stores
            try await withThrowingTaskGroup(of: Void.self) { group in
                for stream in Int64(0)..<8 {
                    group.addTask {
                        for batch in Int64(0)..<5 {
                            let result = try await opened[Int(stream) % 2].ingest(
                                Sample.batch(batch * 20...batch * 20 + 19, stream: stream, pbx: PBXID(stream)))
                            #expect(result.stored == 20)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await opened[0].highestCallID() == CallID(800))
            let count = try await databases[1].read { try $0.one("SELECT count(*) FROM call") { $0.integer(0) } }
            #expect(count == 800)
            for database in databases { try await database.close() }
        }
    }
}

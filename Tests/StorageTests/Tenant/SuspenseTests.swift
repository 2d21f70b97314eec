import ECASModel
import ECASStorage
import Testing

@Suite struct SuspenseTests {
    private static func fill(_ store: TenantStore, _ count: Int64) async throws {
        var batch = Sample.batch(1...count)
        batch.calls = []
        for index in batch.records.indices {
            batch.records[index].outcome = .malformed(code: "bad-date", message: "The date cannot be read.")
        }
        _ = try await store.ingest(batch)
    }

    @Test(arguments: Engine.allCases)
    func recordsWaitWithReasonAndBytes(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            try await Self.fill(store, 5)
            let first = try await store.suspense(.open, limit: 2)
            #expect(first.map { $0.rawRecord?.bytes } == [Array("record 1".utf8), Array("record 2".utf8)])
            #expect(first[0].reasonCode == "bad-date")
            #expect(first[0].reason == "The date cannot be read.")
            #expect(first[0].pbx == Sample.pbx)
            #expect(first[0].createdAt == Instant.noon.advanced(bySeconds: 1))
            let rest = try await store.suspense(.open, after: first[1].id)
            #expect(rest.map { $0.rawRecord?.sequence } == [3, 4, 5])
        }
    }

    @Test(arguments: Engine.allCases)
    func countsFollowWhatBecomesOfThem(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            #expect(try await store.suspenseCounts() == [:])
            try await Self.fill(store, 4)
            let open = try await store.suspense(.open)
            try await store.setSuspense(open[0].id, to: .recycled)
            try await store.setSuspense(open[1].id, to: .discarded)
            #expect(try await store.suspenseCounts() == [.open: 2, .recycled: 1, .discarded: 1])
            #expect(try await store.suspense(.recycled).map(\.id) == [open[0].id])
            let error = await #expect(throws: StorageError.self) {
                try await store.setSuspense(SuspenseID(99), to: .open)
            }
            #expect(error?.code == .notFound)
        }
    }
}

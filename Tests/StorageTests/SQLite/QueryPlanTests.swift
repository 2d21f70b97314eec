import ECASModel
import ECASStorage
import Testing

/// How SQLite goes about the queries: over an index, without sorting.
@Suite struct QueryPlanTests {
    private static let queries: [CallQuery] = {
        let filters: [(inout CallQuery) -> Void] = [
            { $0.from = .noon },
            { $0.to = .noon },
            { $0.chargedExtension = "204" },
            { $0.pbx = Sample.pbx },
            { $0.direction = .inbound },
            { $0.callingPrefix = "030" },
            { $0.calledPrefix = "030" },
            { $0.after = try? CallCursor("1.1") },
        ]
        return (0..<1 << filters.count).map { set in
            var query = CallQuery()
            for (bit, filter) in filters.enumerated() where set & 1 << bit != 0 { filter(&query) }
            return query
        }
    }()

    /// The plans of the statements that `body` runs.
    private static func plans(
        _ body: (TenantStore) async throws -> Void
    ) async throws -> [(sql: String, steps: [String])] {
        try await Engine.sqlite.withDatabase { database in
            let recorder = Recorder()
            let spy = SpyDatabase(base: database) { recorder.note($0, $1) }
            let store = try await TenantStore.open(spy, tenant: TenantID(1), now: .noon)
            _ = try await store.ingest(Sample.batch(1...100))
            recorder.clear()
            try await body(store)
            return try await database.read { connection in
                // Statements for many rows show the values of all rows, perhaps of none: planning needs one row.
                try recorder.all.filter { !$0.sql.hasPrefix("INSERT") }.map { statement in
                    let plan = try connection.all(
                        "EXPLAIN QUERY PLAN \(statement.sql)", statement.values
                    ) { $0.text(3) }
                    return (statement.sql, plan)
                }
            }
        }
    }

    @Test func everyListOfCallsUsesAnIndexAndDoesNotSort() async throws {
        let plans = try await Self.plans { store in
            for query in Self.queries { _ = try await store.calls(matching: query) }
        }
        #expect(plans.count == Self.queries.count)
        for plan in plans {
            #expect(plan.steps.count == 1, "\(plan.steps) for \(plan.sql)")
            #expect(plan.steps.allSatisfy { $0.contains("USING INDEX call_by_") }, "\(plan.steps) for \(plan.sql)")
            #expect(!plan.sql.contains("WHERE") || plan.steps.allSatisfy { !$0.contains("TEMP B-TREE") })
        }
    }

    @Test func listsOfOneExtensionOrPBXAreSearchedByIt() async throws {
        let plans = try await Self.plans { store in
            var query = CallQuery()
            query.chargedExtension = "204"
            query.from = .noon
            _ = try await store.calls(matching: query)
            query.chargedExtension = nil
            query.pbx = Sample.pbx
            _ = try await store.calls(matching: query)
            query.pbx = nil
            _ = try await store.calls(matching: query)
        }
        #expect(
            plans.map(\.steps) == [
                ["SEARCH call USING INDEX call_by_extension (extension=? AND start_at>?)"],
                ["SEARCH call USING INDEX call_by_pbx (pbx_id=? AND start_at>?)"],
                ["SEARCH call USING INDEX call_by_start (start_at>?)"],
            ])
    }

    @Test func lookingUpNeverScansALargeTable() async throws {
        let plans = try await Self.plans { store in
            _ = try await store.call(CallID(1))
            _ = try await store.rawRecord(RawRecordID(1))
            _ = try await store.calls(storedAfter: CallID(5), limit: 10)
            _ = try await store.highestCallID()
            _ = try await store.suspense(.open)
            _ = try await store.suspenseCounts()
            _ = try await store.checkpoints(of: Sample.pbx)
            var identified = Sample.call(at: 1000)
            identified.identity.callID = "4711"
            _ = try await store.ingest(Sample.batch(of: identified, sequence: 500))
            _ = try await store.calls(matching: CallQuery())
        }
        #expect(plans.contains { $0.sql.contains("JOIN call_quality") })
        for plan in plans where !plan.sql.contains("ORDER BY start_at DESC") {
            #expect(
                plan.steps.allSatisfy { !$0.hasPrefix("SCAN") || $0.contains("USING COVERING INDEX") },
                "\(plan.steps) for \(plan.sql)")
        }
    }
}

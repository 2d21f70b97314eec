import ECASModel
import ECASStorage
import Testing

/// Quality that other records report, joined to its call when the call is read.
@Suite struct ReportedQualityTests {
    private static func supplement(leg: String?, mos: Int32) -> IngestSupplement {
        var quality = Sample.quality(mos: mos)
        quality.leg = nil
        return IngestSupplement(callID: "4711", leg: leg, rowID: "row", quality: quality, recordIndex: 0)
    }

    private static func supplements(_ supplements: [IngestSupplement], sequence: Int64) -> IngestBatch {
        var batch = Sample.batch(sequence...sequence)
        batch.calls = []
        batch.supplements = supplements
        return batch
    }

    private static func call(_ id: String, leg: String?, at seconds: Int64 = 0) -> CallRecord {
        var call = Sample.call(at: seconds)
        call.identity.callID = id
        call.identity.leg = leg
        return call
    }

    private static func scores(_ call: StoredCall) -> [Int32?] {
        call.record.quality.map(\.meanOpinionScoreThousandths)
    }

    @Test(arguments: Engine.allCases)
    func itMayComeBeforeOrAfterTheCall(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            _ = try await store.ingest(Self.supplements([Self.supplement(leg: nil, mos: 1_001)], sequence: 1))
            var call = Self.call("4711", leg: nil)
            call.quality = [Sample.quality(mos: 1_000)]
            let stored = try await store.ingest(Sample.batch(of: call, sequence: 2))
            _ = try await store.ingest(Self.supplements([Self.supplement(leg: nil, mos: 1_002)], sequence: 3))
            let found = try #require(try await store.call(stored.highestCallID)?.call)
            #expect(Self.scores(found) == [1_000, 1_001, 1_002])
            #expect(try await store.calls(matching: CallQuery()).calls == [found])
        }
    }

    @Test(arguments: Engine.allCases)
    func allOfItComesBack(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            var batch = Sample.batch(of: Self.call("4711", leg: nil))
            let quality = Sample.quality(mos: 4_000)
            batch.supplements = [
                IngestSupplement(callID: "4711", leg: nil, rowID: nil, quality: quality, recordIndex: 0),
                IngestSupplement(callID: "4711", leg: "x", rowID: nil, quality: CallQuality(), recordIndex: 0),
            ]
            let stored = try await store.ingest(batch)
            var empty = CallQuality()
            empty.leg = "x"
            #expect(try await store.call(stored.highestCallID)?.call.record.quality == [quality, empty])
        }
    }

    @Test(arguments: Engine.allCases)
    func itGoesToItsLegAndItsCallOnly(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            let calls = [
                Self.call("4711", leg: "a"), Self.call("4711", leg: "b"), Self.call("4712", leg: "a"),
                // The same identifier a month later is another call.
                Self.call("4711", leg: "a", at: 30 * 86_400),
            ]
            _ = try await store.ingest(Sample.batch(1...4) { calls[Int($0) - 1] })
            _ = try await store.ingest(
                Self.supplements(
                    [Self.supplement(leg: "a", mos: 1_001), Self.supplement(leg: nil, mos: 1_002)], sequence: 5))
            let found = try await store.calls(matching: CallQuery()).calls.reversed()
            #expect(Set(found.map(\.id)).count == 4)
            let byKey = Dictionary(uniqueKeysWithValues: found.map { ($0.id, Self.scores($0)) })
            #expect(
                byKey == [CallID(1): [1_001, 1_002], CallID(2): [1_002], CallID(3): [], CallID(4): []])
        }
    }

    @Test(arguments: Engine.allCases)
    func pagesAndFiltersKeepIt(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            _ = try await store.ingest(Sample.batch(1...10) { Self.call("4711", leg: "\($0)", at: $0 / 4) })
            _ = try await store.ingest(
                Self.supplements((1...10).map { Self.supplement(leg: "\($0)", mos: 1_000 + $0) }, sequence: 11))
            var query = CallQuery()
            query.limit = 3
            query.chargedExtension = "204"
            var scores: [[Int32?]] = []
            repeat {
                let page = try await store.calls(matching: query)
                scores += page.calls.map(Self.scores)
                query.after = page.next
            } while query.after != nil
            #expect(scores == (1_001...1_010).reversed().map { [$0] })
        }
    }
}

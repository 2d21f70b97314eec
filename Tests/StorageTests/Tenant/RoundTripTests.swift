import ECASModel
import ECASStorage
import Testing

@Suite struct RoundTripTests {
    /// Stores a call and reads it again by its key and from the list.
    private func check(
        _ call: CallRecord, _ price: CallPrice, on engine: Engine, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await engine.withTenant { store in
            let result = try await store.ingest(Sample.batch(of: call, price: price))
            let found = try #require(try await store.call(result.highestCallID), sourceLocation: sourceLocation)
            #expect(found.call.record == call, sourceLocation: sourceLocation)
            #expect(found.call.price == price, sourceLocation: sourceLocation)
            #expect(found.call.pbx == Sample.pbx, sourceLocation: sourceLocation)
            #expect(found.call.site == Sample.site, sourceLocation: sourceLocation)
            #expect(found.rawRecord?.bytes == Array("record 1".utf8), sourceLocation: sourceLocation)
            #expect(found.rawRecord?.id == found.call.rawRecord, sourceLocation: sourceLocation)
            let page = try await store.calls(matching: CallQuery())
            #expect(page.calls == [found.call], sourceLocation: sourceLocation)
            #expect(page.next == nil, sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: Engine.allCases)
    func everyFieldComesBack(_ engine: Engine) async throws {
        try await check(try Sample.fullCall(), try Sample.fullPrice(), on: engine)
    }

    @Test(arguments: Engine.allCases)
    func absentFieldsStayAbsent(_ engine: Engine) async throws {
        try await check(CallRecord(), .unrated, on: engine)
    }

    @Test(arguments: Engine.allCases)
    func ratedWithoutAPriceComesBack(_ engine: Engine) async throws {
        try await check(Sample.call(at: 0), CallPrice(state: .rated), on: engine)
    }

    @Test(arguments: Engine.allCases)
    func wallClocksWithoutAZoneComeBack(_ engine: Engine) async throws {
        var call = CallRecord()
        let reading = WallClock(milliseconds: 1_773_230_400_123)
        call.times.start = LocalTime(wallClock: reading, offset: nil)
        call.times.end = LocalTime(wallClock: reading.advanced(bySeconds: 60), offset: nil)
        try await check(call, .unrated, on: engine)
    }

    @Test(arguments: Engine.allCases)
    func everyChoiceComesBack(_ engine: Engine) async throws {
        var calls: [CallRecord] = []
        for direction in Direction.allCases {
            for callClass in CallClass.allCases {
                for disposition in Disposition.allCases {
                    var call = Sample.call(at: Int64(calls.count))
                    call.kind.direction = direction
                    call.kind.callClass = callClass
                    call.kind.disposition = disposition
                    calls.append(call)
                }
            }
        }
        let expected = calls
        try await engine.withTenant { store in
            _ = try await store.ingest(
                Sample.batch(0...Int64(expected.count - 1)) { expected[Int($0)] })
            var query = CallQuery()
            query.limit = 1000
            let page = try await store.calls(matching: query)
            #expect(page.calls.map(\.record) == expected.reversed())
        }
    }

    @Test(arguments: Engine.allCases)
    func callsWithoutAStartAreListedByTheirArrival(_ engine: Engine) async throws {
        var call = CallRecord()
        call.provenance.receivedAt = Instant.noon.advanced(bySeconds: 5)
        let late = call
        try await engine.withTenant { store in
            let first = try await store.ingest(Sample.batch(of: late, sequence: 1))
            #expect(
                try await store.call(first.highestCallID)?.call.listedAt == Instant.noon.advanced(bySeconds: 5))
            let second = try await store.ingest(Sample.batch(of: CallRecord(), sequence: 2))
            #expect(
                try await store.call(second.highestCallID)?.call.listedAt == Instant.noon.advanced(bySeconds: 2))
        }
    }
}

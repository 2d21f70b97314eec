import ECASModel
import ECASStorage
import Testing

@Suite struct CallQueryTests {
    /// All calls of a query, page by page.
    private static func pages(of query: CallQuery, in store: TenantStore) async throws -> [[StoredCall]] {
        var query = query
        var pages: [[StoredCall]] = []
        repeat {
            let page = try await store.calls(matching: query)
            pages.append(page.calls)
            // Through its text, as a client hands it back.
            query.after = try page.next.map { try CallCursor($0.description) }
        } while query.after != nil
        return pages
    }

    @Test(arguments: Engine.allCases)
    func pagingMeetsEachCallOnceEvenAtEqualTimes(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            // 5,000 calls at 3 moments, and a few around them.
            for batch in Int64(0)..<5 {
                _ = try await store.ingest(
                    Sample.batch(batch * 1000...batch * 1000 + 999) { Sample.call(at: $0 % 3) })
            }
            _ = try await store.ingest(Sample.batch(5000...5004) { Sample.call(at: $0 - 5002) })
            var query = CallQuery()
            query.limit = 97
            let pages = try await Self.pages(of: query, in: store)
            #expect(pages.dropLast().allSatisfy { $0.count == 97 })
            let calls = pages.flatMap { $0 }
            #expect(calls.count == 5005)
            let places = calls.map { ($0.listedAt, $0.id) }
            #expect(zip(places, places.dropFirst()).allSatisfy { $0 > $1 })
        }
    }

    @Test(arguments: Engine.allCases)
    func callsStoredMeanwhileNeitherRepeatNorPushOut(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            _ = try await store.ingest(Sample.batch(0...9))
            var query = CallQuery()
            query.limit = 5
            let first = try await store.calls(matching: query)
            _ = try await store.ingest(Sample.batch(10...19))
            query.after = first.next
            let second = try await store.calls(matching: query)
            #expect((first.calls + second.calls).map(\.record) == (0...9).reversed().map { Sample.call(at: $0) })
        }
    }

    @Test(arguments: Engine.allCases)
    func aPageThatIsJustFullIsTheLast(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            _ = try await store.ingest(Sample.batch(1...3))
            var query = CallQuery()
            query.limit = 3
            #expect(try await store.calls(matching: query).next == nil)
            query.limit = 2
            #expect(try await store.calls(matching: query).next != nil)
        }
    }

    /// Every filter and every pair of filters must give what the same condition in Swift gives.
    @Test(arguments: Engine.allCases)
    func filtersSelectWhatTheySay(_ engine: Engine) async throws {
        typealias Filter = (set: (inout CallQuery) -> Void, passes: (StoredCall) -> Bool)
        let from = Instant.noon.advanced(bySeconds: 20)
        let to = Instant.noon.advanced(bySeconds: 60)
        let filters: [Filter] = [
            ({ $0.from = from }, { $0.listedAt >= from }),
            ({ $0.to = to }, { $0.listedAt < to }),
            ({ $0.chargedExtension = "201" }, { $0.record.parties.chargedExtension == "201" }),
            ({ $0.direction = .inbound }, { $0.record.kind.direction == .inbound }),
            ({ $0.pbx = PBXID(8) }, { $0.pbx == PBXID(8) }),
            ({ $0.callingPrefix = "0%_1" }, { $0.record.parties.calling?.text.hasPrefix("0%_1") == true }),
            ({ $0.calledPrefix = "+49é" }, { $0.record.parties.called?.text.hasPrefix("+49é") == true }),
        ]
        try await engine.withTenant { store in
            for pbx in [PBXID(7), PBXID(8)] {
                _ = try await store.ingest(
                    Sample.batch(0...99, pbx: pbx) { number in
                        var call = Sample.call(at: number, from: "\(200 + number % 3)")
                        call.kind.direction = number % 4 == 0 ? nil : .allCases[Int(number % 4)]
                        call.kind.direction = number % 5 == 0 ? .inbound : call.kind.direction
                        call.parties.calling = PhoneNumber(["0%_1", "0%_12", "0xx1", ""][Int(number % 4)])
                        call.parties.called = PhoneNumber(["+49é1", "+49É1", "+49"][Int(number % 3)])
                        return call
                    })
            }
            var everything = CallQuery()
            everything.limit = 1000
            let all = try await store.calls(matching: everything).calls
            #expect(all.count == 200)
            for (number, one) in filters.enumerated() {
                for (otherNumber, other) in filters.enumerated() {
                    var query = CallQuery()
                    query.limit = 7
                    one.set(&query)
                    other.set(&query)
                    let found = try await Self.pages(of: query, in: store).flatMap { $0 }
                    let expected = all.filter { one.passes($0) && other.passes($0) }
                    #expect(found == expected, "filters \(number) and \(otherNumber)")
                    #expect(number != otherNumber || !(expected.isEmpty || expected.count == all.count))
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func impossibleRequestsAreRefused(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            for limit in [0, -1, 1001] {
                var query = CallQuery()
                query.limit = limit
                let refused = query
                #expect(throws: Never.self) { try CallCursor("0.0") }
                let error = await #expect(throws: StorageError.self) { try await store.calls(matching: refused) }
                #expect(error?.code == .invalidRequest)
            }
        }
    }

    @Test(arguments: ["", ".", "1", "1.", "1.2.3", "x y.1", "1.zzzzzzzzzzzzzzzzzzzzzz"])
    func textThatIsNoCursorIsRefused(_ text: String) {
        let error = #expect(throws: StorageError.self) { try CallCursor(text) }
        #expect(error?.code == .invalidRequest)
    }

    @Test(arguments: Engine.allCases)
    func aLiveListGetsEachCallOnceInOrder(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            var seen = try await store.highestCallID()
            var received: [CallRecord] = []
            for batch in Int64(0)..<4 {
                _ = try await store.ingest(Sample.batch(batch * 10...batch * 10 + 9))
                let new = try await store.calls(storedAfter: seen, limit: 1000)
                received += new.map(\.record)
                seen = new.last?.id ?? seen
                #expect(try await store.highestCallID() == seen)
            }
            #expect(received == (0..<40).map { Sample.call(at: $0) })
        }
    }
}

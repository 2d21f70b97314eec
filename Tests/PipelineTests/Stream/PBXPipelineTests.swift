import ECASDriverTesting
import ECASKit
import ECASTestSupport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1)))
struct PBXPipelineTests {
    private let holding = HoldingDriver(settings: DriverSettings())

    /// A CUCM file whose columns of caller and called party have changed places: without its header line it is misread.
    private func unusualFile(_ count: Int) throws -> [[UInt8]] {
        let text = String(decoding: try demoFile("cisco-cucm", 1...count), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).map { line in
            var cells = line.split(separator: ",", omittingEmptySubsequences: false)
            cells.swapAt(8, 30)
            return Array((cells.joined(separator: ",") + "\n").utf8)
        }
    }

    private func callers(_ bytes: [UInt8], _ driver: any Driver) -> [String?] {
        var stream = RecordStream(driver: driver)
        var calls: [CallRecord] = []
        var supplements: [CallSupplement] = []
        stream.receive(bytes.span, receivedAt: nil, into: &calls, supplements: &supplements)
        stream.finish(receivedAt: nil, into: &calls, supplements: &supplements)
        return calls.map { $0.parties.calling?.text }
    }

    @Test("A restart in the middle of a file goes on with the header line read before it", arguments: [0, 1, 3])
    func remembersHeaders(failures: Int) async throws {
        let driver = try CiscoCUCM(settings: DriverSettings(zone: ZoneRules(name: "Europe/Berlin")))
        let lines = try unusualFile(10)
        let expected = callers(Array(lines.joined()), driver)
        #expect(expected != callers(Array(lines.dropFirst(lines.count - 10).joined()), driver))
        try await PipelineBench.with(driver) { bench in
            let intake = try await bench.openStream()
            _ = try await intake.receive(Array(lines[..<5].joined()), at: Instant(Date()))
            _ = try await bench.process()
            #expect(try await bench.spool.count(pbx: bench.pbx.id) == 0)
            _ = try await intake.receive(Array(lines[5...].joined()), at: Instant(Date()))
            try await intake.finish(at: Instant(Date()))
            // Also when the database is away for the first attempts after the restart.
            bench.database.failNext([Bool](repeating: true, count: failures))
            _ = try await bench.process(wakes: failures + 1)
            #expect(try await bench.calls().map { $0.parties.calling?.text } == expected)
            #expect(try await bench.store.suspenseCounts() == [:])
        }
    }

    @Test("What the assembler holds back outlives restarts and comes once, when the stream ends")
    func remembersHeldCalls() async throws {
        try await PipelineBench.with(holding) { bench in
            let intake = try await bench.openStream()
            for text in ["one\n", "two\n", "three\n"] {
                _ = try await intake.receive(Array(text.utf8), at: Instant(Date()))
                #expect(try await bench.process().stored == 1)
                #expect(try await bench.calls().isEmpty)
            }
            try await intake.finish(at: Instant(Date()))
            _ = try await bench.process()
            _ = try await bench.process()
            #expect(try await bench.calls().map(\.identity.callID) == ["one", "two", "three"])
        }
    }

    @Test("While the database is away records stay in the spool and the trouble is told; then each is stored once")
    func waitsForTheDatabase() async throws {
        try await PipelineBench.with(holding) { bench in
            let intake = try await bench.openStream()
            _ = try await intake.receive(Array("one\ntwo\n".utf8), at: Instant(Date()))
            try await intake.finish(at: Instant(Date()))
            bench.database.failNext([true, true])
            let away = try await bench.process(wakes: 2)
            #expect(away.trouble?.contains("away") == true)
            #expect(away.stored == 0)
            #expect(try await bench.spool.count(pbx: bench.pbx.id) == 3)
            let back = try await bench.process()
            #expect(back.trouble == nil)
            #expect(back.stored == 2)
            #expect(try await bench.spool.count(pbx: bench.pbx.id) == 0)
            #expect(try await bench.calls().map(\.identity.callID) == ["one", "two"])
        }
    }

    @Test("A stream that has ended is stored once, though another of its batch must be tried again")
    func storesEndedStreamsOnce() async throws {
        try await PipelineBench.with(holding) { bench in
            for text in ["one", "two", "three"] {
                let intake = try await bench.openStream()
                _ = try await intake.receive(Array("\(text) a\n\(text) b\n".utf8), at: Instant(Date()))
                try await intake.finish(at: Instant(Date()))
            }
            bench.database.failNext([false, true, false, false, true])
            let counts = try await bench.process(wakes: 3)
            #expect(counts.trouble == nil)
            #expect(counts.stored == 6)
            #expect(
                try await bench.calls().compactMap(\.identity.callID).sorted()
                    == ["one a", "one b", "three a", "three b", "two a", "two b"])
        }
    }

    @Test("More records than one batch holds are all stored at one waking")
    func takesManyBatches() async throws {
        try await PipelineBench.with(holding) { bench in
            let intake = try await bench.openStream()
            let text = (0..<5_000).map { "\($0)\n" }.joined()
            _ = try await intake.receive(Array(text.utf8), at: Instant(Date()))
            #expect(try await bench.process().stored == 5_000)
            #expect(try await bench.spool.count(pbx: bench.pbx.id) == 0)
        }
    }
}

import ECASCollection
import ECASDrivers
import ECASModel
import ECASStorage
import ECASTestSupport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1)))
struct TCPListenTests {
    private let anyPort = SourceSettings.Transport.listen(host: "127.0.0.1", port: 0)
    private let lines: any Driver

    init() throws {
        lines = try AvayaIPOffice(settings: DriverSettings())
    }

    @Test(
        "Records cut anywhere arrive whole and in order; the rest at the end of the connection is kept",
        arguments: 1...5)
    func takesRecordsCutAnywhere(seed: UInt64) async throws {
        var random = TestRandom(seed: seed)
        let texts = (0..<200).map {
            "record \($0) " + String(repeating: "x", count: Int.random(in: 0...60, using: &random))
        }
        let bytes = Array((texts.joined(separator: "\r\n") + "\r\nthe beginning of").utf8)
        try await withSpool { spool, _ in
            try await withSource(anyPort, driver: lines, spool: spool) { report in
                let client = try await TestClient(port: report.listeningPort())
                for piece in random.pieces(of: bytes, longest: 300) { try await client.send(piece) }
                try await client.close()
                try await eventually("the stream ends") { try await spool.ends() == 1 }
            }
            let records = try await spool.all().compactMap(\.record)
            #expect(try await spool.texts() == [texts + ["the beginning of"]], "seed \(seed)")
            #expect(records.map(\.endedByStream) == [Bool](repeating: false, count: 200) + [true])
            #expect(records.map(\.damage) == [RecordDamage?](repeating: nil, count: 200) + [.truncated])
            #expect(records.map(\.sequence) == Array(0...200))
        }
    }

    @Test("Connections at the same time are streams of their own, and the status tells how many stand")
    func servesSeveralConnections() async throws {
        try await withSpool { spool, _ in
            try await withSource(anyPort, driver: lines, spool: spool) { report in
                let port = try await report.listeningPort()
                let first = try await TestClient(port: port)
                try await first.send("first 0\nfir")
                try await eventually("the first record is there") { try await spool.count(pbx: .first) == 1 }
                let second = try await TestClient(port: port)
                try await second.send("second 0\nsecond 1\n")
                try await eventually("the second's records are there") { try await spool.count(pbx: .first) == 3 }
                #expect(report.state == .connected)
                try await first.send("st 1\n")
                try await eventually("the cut record is whole") { try await spool.count(pbx: .first) == 4 }
                try await eventually("it is counted") { report.received == 4 }
                #expect(report.lastRecordAt == .noon)
                try await first.close()
                try await second.close()
                #expect(try await report.listeningPort() == port)
            }
            #expect(try await spool.texts() == [["first 0", "first 1"], ["second 0", "second 1"]])
            #expect(try await spool.ends() == 2)
        }
    }

    @Test("PBXs that send and hang up at once lose nothing")
    func takesShortConnections() async throws {
        try await withSpool { spool, _ in
            try await withSource(anyPort, driver: lines, spool: spool) { report in
                let port = try await report.listeningPort()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<100 {
                        group.addTask {
                            let client = try await TestClient(port: port)
                            try await client.send("record \(number)\n")
                            try await client.close()
                        }
                    }
                    try await group.waitForAll()
                }
                try await eventually("all streams have ended") { try await spool.ends() == 100 }
            }
            #expect(Set(try await spool.texts().joined()) == Set((0..<100).map { "record \($0)" }))
            #expect(try await spool.count(pbx: .first) == 200)
        }
    }

    @Test("Ten megabytes without a line end become damaged pieces, and the next line is sound again")
    func boundsEndlessLines() async throws {
        try await withSpool { spool, _ in
            try await withSource(anyPort, driver: lines, spool: spool) { report in
                let client = try await TestClient(port: report.listeningPort())
                try await client.send([UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000))
                try await client.send("\nsound\n")
                try await client.close()
                try await eventually("the stream ends") { try await spool.ends() == 1 }
            }
            let records = try await spool.all().compactMap(\.record)
            #expect(records.reduce(0) { $0 + $1.bytes.count } == 10_000_005)
            #expect(records.allSatisfy { $0.bytes.count <= 16_384 })
            #expect(records.dropLast().allSatisfy { $0.damage == .overlong })
            #expect(records.last?.bytes == Array("sound".utf8))
            #expect(records.last?.damage == nil)
        }
    }

    @Test("Every byte of noise is in the spool or is a line end", arguments: 11...13)
    func keepsNoise(seed: UInt64) async throws {
        var random = TestRandom(seed: seed)
        var noise = (0..<50_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        noise += [UInt8](repeating: 0, count: 5_000) + Array("\nsound\n".utf8)
        try await withSpool { spool, _ in
            try await withSource(anyPort, driver: lines, spool: spool) { report in
                let client = try await TestClient(port: report.listeningPort())
                for piece in random.pieces(of: noise, longest: 5_000) { try await client.send(piece) }
                try await client.close()
                try await eventually("the stream ends") { try await spool.ends() == 1 }
            }
            let records = try await spool.all().compactMap(\.record)
            let expected = noise.split(separator: 0x0A, omittingEmptySubsequences: false)
                .map { $0.last == 0x0D ? $0.dropLast() : $0 }
                .filter { line in !line.allSatisfy { $0 == 0 } }
            #expect(records.map(\.bytes) == expected.map(Array.init), "seed \(seed)")
        }
    }

    @Test("What the link protocol wants said is said, and it may close the connection")
    func answers() async throws {
        let driver = AcknowledgingDriver(settings: DriverSettings())
        try await withSpool { spool, _ in
            try await withSource(anyPort, driver: driver, spool: spool) { report in
                let client = try await TestClient(port: report.listeningPort())
                try await eventually("the greeting") { client.received == "hello" }
                try await client.send("one\n")
                // A tick need not wait until the record is durable.
                let answers = ["helloack onetick", "hellotickack one"]
                try await eventually("the answers") { answers.contains(client.received) }
                try await client.send("two\nbye\n")
                try await eventually("the connection is closed") { client.isClosed }
                #expect(client.received.contains("ack two"))
            }
            #expect(try await spool.texts() == [["one", "two"]])
            #expect(try await spool.ends() == 1)
        }
    }

    @Test("A spool that fails while a PBX connects costs the connection, not the collector")
    func survivesSpoolTrouble() async throws {
        try await withSpool { spool, database in
            try await withSource(anyPort, driver: lines, spool: spool) { report in
                let port = try await report.listeningPort()
                database.failNext(1)
                let refused = try await TestClient(port: port)
                try await eventually("the connection is closed") { refused.isClosed }
                let accepted = try await TestClient(port: port)
                try await accepted.send("record\n")
                try await eventually("the record is there") { try await spool.count(pbx: .first) == 1 }
            }
        }
    }

    @Test("Stopping ends the streams of open connections and keeps their unfinished records")
    func stops() async throws {
        try await withSpool { spool, _ in
            var clients: [TestClient] = []
            try await withSource(anyPort, driver: lines, spool: spool) { report in
                let port = try await report.listeningPort()
                for number in 0..<3 {
                    let client = try await TestClient(port: port)
                    try await client.send("whole \(number)\nhalf \(number)")
                    clients.append(client)
                }
                try await eventually("the records are there") { try await spool.count(pbx: .first) == 3 }
            }
            let texts = try await spool.texts().sorted { $0[0] < $1[0] }
            #expect(texts.map { $0[0] } == ["whole 0", "whole 1", "whole 2"])
            #expect(try await spool.ends() == 3)
            for client in clients { try await eventually("the connection is closed") { client.isClosed } }
        }
    }

    @Test("Stopping while PBXs connect is survived, at whatever moment", arguments: 0..<20)
    func stopsWhileConnecting(moment: Int) async throws {
        try await withSpool { spool, _ in
            try await withSource(anyPort, driver: lines, spool: spool) { report in
                let port = try await report.listeningPort()
                for _ in 0..<5 { _ = Task { try await TestClient(port: port).send("record\n") } }
                for _ in 0..<moment * 5 { await Task.yield() }
            }
        }
    }

    @Test("A port that is taken is reported, and listened on once it is free")
    func waitsForThePort() async throws {
        try await withSpool { spool, _ in
            let other = try await ScriptedServer([])
            let port = other.port
            try await withSource(.listen(host: "127.0.0.1", port: port), driver: lines, spool: spool) { report in
                try await eventually("the source fails") { report.state == .failed }
                #expect(report.message?.contains("\(port)") == true)
                try await other.close()
                #expect(try await report.listeningPort() == port)
            }
        }
    }
}

import ECASDriverTesting
import ECASDrivers
import ECASModel
import ECASTestSupport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SimulatedPBXTests {
    private let driverID = "avaya-ip-office"

    private func pbx(
        _ output: SimulatedPBX.Output, driverID: String? = nil, count: Int,
        _ behaviour: SimulatedPBX.Behaviour = SimulatedPBX.Behaviour()
    ) throws -> SimulatedPBX {
        let driverID = driverID ?? self.driverID
        let feed = try RecordFeed(driverID: driverID, cases: [demoCase(driverID)], zone: berlin(), numbers: 1...count)
        return SimulatedPBX(feed: feed, output: output, behaviour: behaviour) { Instant(seconds: 1_784_547_927) }
    }

    /// The numbers of the whole records in what came, in order.
    private func numbers(in bytes: [UInt8], driverID: String? = nil) throws -> [Int] {
        let driverID = driverID ?? self.driverID
        let driver = try DriverRegistry.standard.makeDriver(id: driverID, settings: demoCase(driverID).settings())
        var stream = RecordStream(driver: driver)
        var calls: [CallRecord] = []
        var supplements: [CallSupplement] = []
        stream.receive(bytes.span, receivedAt: Instant(seconds: 1_784_547_927), into: &calls, supplements: &supplements)
        if bytes.last == 0x0A { stream.finish(receivedAt: nil, into: &calls, supplements: &supplements) }
        return try calls.map { try simulatedNumber(of: $0) }
    }

    // MARK: Connections

    @Test("It connects, sends its records once and in order, and hangs up", arguments: [nil, 1, 7, 100])
    func pushes(longestPiece: Int?) async throws {
        let server = try await ReceivingServer()
        let pbx = try pbx(
            .push(host: "127.0.0.1", port: server.port), count: 50, .init(longestPiece: longestPiece))
        try await pbx.run()
        try await eventually("the connection is closed") { server.closed == 1 }
        #expect(server.connections.count == 1)
        #expect(try numbers(in: server.connections[0]) == Array(1...50))
        #expect(await pbx.sent == 50)
        try await server.close()
    }

    @Test("It waits for a connection and sends over it")
    func isPulled() async throws {
        let pbx = try pbx(.pull(host: "127.0.0.1", port: 0), count: 50)
        let running = Task { try await pbx.run() }
        try await eventually("it listens") { await pbx.listeningPort != nil }
        #expect(await pbx.sent == 0)
        let client = try await ReceivingClient(port: try #require(await pbx.listeningPort))
        try await running.value
        try await eventually("the connection is closed") { client.isClosed }
        #expect(try numbers(in: client.received) == Array(1...50))
    }

    @Test("After a cut connection it comes again with its last records and goes on; each arrives whole at least once")
    func resends() async throws {
        let server = try await ReceivingServer(cuts: [30_000, 500])
        // It stays: what it has handed to the network when it hangs up, it cannot know to be lost.
        let pbx = try pbx(
            .push(host: "127.0.0.1", port: server.port), count: 500,
            .init(resend: 500, longestPiece: 1_000, stays: true))
        let running = Task { try await pbx.run() }
        try await eventually("all came over the third connection") {
            server.connections.count == 3 && server.connections[2].count { $0 == 0x0A } == 500
        }
        running.cancel()
        _ = await running.result
        let arrived = try server.connections.map { try numbers(in: $0) }
        #expect(arrived[0].count > 100)
        #expect(arrived[0] == Array(1...arrived[0].count))
        #expect(arrived[2] == Array(1...500))
        #expect(await pbx.sent == 500)
        try await server.close()
    }

    @Test("It sends again no more than it is told to")
    func resendsOnlyTheLast() async throws {
        let pbx = try pbx(.pull(host: "127.0.0.1", port: 0), count: 20, .init(resend: 3, stays: true))
        let running = Task { try await pbx.run() }
        try await eventually("it listens") { await pbx.listeningPort != nil }
        let port = try #require(await pbx.listeningPort)
        let first = try await ReceivingClient(port: port)
        try await eventually("all came") { try numbers(in: first.received).count == 20 }
        #expect(!first.isClosed)
        try await first.close()
        let second = try await ReceivingClient(port: port)
        try await eventually("the last came again") { try numbers(in: second.received).count == 3 }
        #expect(try numbers(in: second.received) == [18, 19, 20])
        running.cancel()
        _ = await running.result
        try await eventually("the connection is closed") { second.isClosed }
    }

    @Test("A pushing PBX that stays ends when its task is cancelled")
    func stopsStaying() async throws {
        let server = try await ReceivingServer()
        let pbx = try pbx(.push(host: "127.0.0.1", port: server.port), count: 5, .init(stays: true))
        let running = Task { try await pbx.run() }
        try await eventually("all came") { try server.connections.first.map { try numbers(in: $0).count } == 5 }
        running.cancel()
        _ = await running.result
        try await eventually("the connection is closed") { server.closed == 1 }
        #expect(server.connections.count == 1)
        try await server.close()
    }

    // MARK: Files

    @Test("Files have the header lines and so many records each, the last the rest", arguments: simulatedDrivers)
    func writesFiles(driverID: String) async throws {
        try await withTemporaryFolder { folder in
            let inbox = folder.appendingPathComponent("made by the PBX")
            let pbx = try pbx(.files(folder: inbox, recordsPerFile: 20), driverID: driverID, count: 50)
            try await pbx.run()
            let names = try FileManager.default.contentsOfDirectory(atPath: inbox.path)
                .sorted { ($0.split(separator: "_").last ?? "") < ($1.split(separator: "_").last ?? "") }
            #expect(names.count == 3)
            #expect(names.allSatisfy { !$0.hasPrefix("_") })
            let feed = try RecordFeed(driverID: driverID, cases: [demoCase(driverID)], zone: berlin())
            var arrived: [[Int]] = []
            for name in names {
                let bytes = [UInt8](try Data(contentsOf: inbox.appendingPathComponent(name)))
                #expect(bytes.starts(with: feed.headerBytes))
                arrived.append(try numbers(in: bytes, driverID: driverID))
            }
            #expect(arrived == [Array(1...20), Array(21...40), Array(41...50)])
        }
    }
}

import ECASCollection
import ECASDrivers
import ECASModel
import ECASStorage
import ECASTestSupport
import Foundation
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct TCPConnectTests {
    private let lines: any Driver

    init() throws {
        lines = try AvayaIPOffice(settings: DriverSettings())
    }

    @Test("It connects again after each loss; each connection is a stream, and nothing of one runs into the next")
    func connectsAgain() async throws {
        let server = try await ScriptedServer(["one\ntwo\nhal", "", "three\n"])
        try await withSpool { spool, _ in
            try await withSource(.connect(host: "127.0.0.1", port: server.port), driver: lines, spool: spool) {
                report in
                try await eventually("the fourth connection stands") {
                    server.connections == 4 && report.state == .connected
                }
                #expect(try await spool.texts() == [["one", "two", "hal"], ["three"]])
                #expect(try await spool.ends() == 3)
            }
            #expect(try await spool.ends() == 4)
        }
        try await server.close()
    }

    @Test("Waits grow while nobody answers, and begin anew after a connection")
    func backsOff() async throws {
        let closed = try await ScriptedServer([])
        let port = closed.port
        try await closed.close()
        let waits = Mutex<[Int64]>([])
        let clock = CollectionClock(
            now: { .noon },
            sleep: { milliseconds in
                waits.withLock { $0.append(milliseconds) }
                try await briefPause()
            },
            random: { 0 })
        // The link session is asked every 250 ms whether it wants a tick: not a wait between attempts.
        let attempts = { waits.withLock { $0.filter { $0 != 250 } } }
        try await withSpool { spool, _ in
            try await withSource(.connect(host: "127.0.0.1", port: port), driver: lines, spool: spool, clock: clock) {
                report in
                try await eventually("several attempts failed") { attempts().count >= 5 }
                #expect(Array(attempts().prefix(5)) == [500, 1_000, 2_000, 4_000, 8_000])
                let server = try await ScriptedServer(["one\n"], port: port)
                try await eventually("the second connection stands") {
                    server.connections == 2 && report.state == .connected
                }
                #expect(try await spool.texts() == [["one"]])
                try await server.close()
            }
        }
    }

    @Test("A spool that fails while the connection is made costs that connection, not the collector")
    func survivesSpoolTrouble() async throws {
        let server = try await ScriptedServer([])
        try await withSpool { spool, database in
            database.failNext(1)
            try await withSource(.connect(host: "127.0.0.1", port: server.port), driver: lines, spool: spool) {
                report in
                try await eventually("the second connection stands") {
                    server.connections == 2 && report.state == .connected
                }
            }
        }
        try await server.close()
    }

    @Test("It stops when its task is cancelled, at whatever moment", arguments: 0..<20)
    func stops(moment: Int) async throws {
        let server = try await ScriptedServer([])
        try await withSpool { spool, _ in
            let report = SourceReporter(pbx: "test", logger: silence) {}
            let source = SourceSettings(
                pbx: .first, driver: lines, transport: .connect(host: "127.0.0.1", port: server.port)
            )
            .makeSource(spool: spool, report: report, clock: .quick)
            let task = Task { await source.run() }
            for _ in 0..<moment * 5 { await Task.yield() }
            task.cancel()
            await task.value
            #expect(report.state == .stopped)
        }
        try await server.close()
    }
}

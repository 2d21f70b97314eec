import ECASDriverTesting
import ECASKit
import ECASTestSupport
import Foundation
import Testing

/// A collector that is stopped and started again, and PBXs that send again what they still have.
@Suite(.timeLimit(.minutes(2)))
struct RestartTests {
    /// A random number of records to store before the next restart.
    private func thresholds(_ random: inout TestRandom, count: Int) -> [Int] {
        (0..<3).map { _ in Int.random(in: 1..<count, using: &random) }.sorted()
    }

    @Test(
        "With restarts at random and pieces cut anywhere, each pushed record is stored exactly once", arguments: 1...3)
    func pushes(seed: UInt64) async throws {
        var random = TestRandom(seed: seed)
        let count = 1_000
        try await Scene.with { scene in
            var pbx = try await scene.add(
                PBXConfiguration(
                    name: "push", driverID: "avaya-ip-office", transport: .tcpListen, host: "127.0.0.1", port: 0))
            // A port of its own, so that the PBX finds the collector again after a restart.
            try await scene.collecting {
                pbx.configuration.port = UInt16(try await scene.listeningPort(of: pbx))
            }
            try await scene.installation.master.update(pbx.configuration, of: pbx.id)
            let simulated = SimulatedPBX(
                feed: try demoFeed("avaya-ip-office", 1...count),
                output: .push(host: "127.0.0.1", port: Int(pbx.configuration.port ?? 0)),
                behaviour: .init(
                    resend: count, longestPiece: Int.random(in: 1...400, using: &random), stays: true))
            let sending = Task { try await simulated.run() }
            for threshold in thresholds(&random, count: count) {
                try await scene.collecting {
                    try await eventually("\(threshold) records are stored, seed \(seed)") {
                        try await scene.distinct(of: pbx) >= threshold
                    }
                }
            }
            try await scene.collecting {
                try await eventually("all records are stored, seed \(seed)") {
                    try await scene.distinct(of: pbx) == count
                }
            }
            sending.cancel()
            _ = await sending.result
            #expect(try await scene.numbers(of: pbx) == Array(1...count), "seed \(seed)")
        }
    }

    @Test("With restarts at random, each record of a pulled PBX is stored exactly once", arguments: 11...12)
    func pulls(seed: UInt64) async throws {
        var random = TestRandom(seed: seed)
        let count = 1_000
        try await Scene.with { scene in
            let simulated = SimulatedPBX(
                feed: try demoFeed("mitel-mivoice-business", 1...count), output: .pull(host: "127.0.0.1", port: 0),
                behaviour: .init(
                    resend: count, longestPiece: Int.random(in: 1...400, using: &random), stays: true))
            let sending = Task { try await simulated.run() }
            try await eventually("the PBX listens") { await simulated.listeningPort != nil }
            let port = try #require(await simulated.listeningPort)
            let pbx = try await scene.add(
                PBXConfiguration(
                    name: "pull", driverID: "mitel-mivoice-business", transport: .tcpConnect, host: "127.0.0.1",
                    port: UInt16(port)))
            for threshold in thresholds(&random, count: count) + [count] {
                try await scene.collecting {
                    try await eventually("\(threshold) records are stored, seed \(seed)") {
                        try await scene.distinct(of: pbx) >= threshold
                    }
                }
            }
            sending.cancel()
            _ = await sending.result
            #expect(try await scene.numbers(of: pbx) == Array(1...count), "seed \(seed)")
        }
    }

    @Test("With restarts at random, each record of files is stored exactly once", arguments: 21...22)
    func readsFiles(seed: UInt64) async throws {
        var random = TestRandom(seed: seed)
        let count = 1_000
        try await Scene.with { scene in
            let (pbx, inbox) = try await scene.addFolder("files", driver: "cisco-cucm")
            let recordsPerFile = Int.random(in: 1...300, using: &random)
            let simulated = SimulatedPBX(
                feed: try demoFeed("cisco-cucm", 1...count),
                output: .files(folder: inbox, recordsPerFile: recordsPerFile))
            try await simulated.run()
            for threshold in thresholds(&random, count: count) + [count] {
                try await scene.collecting {
                    try await eventually("\(threshold) records are stored, seed \(seed)") {
                        try await scene.distinct(of: pbx) >= threshold
                    }
                }
            }
            #expect(try await scene.numbers(of: pbx) == Array(1...count), "seed \(seed)")
            #expect(try await scene.store.suspenseCounts() == [:])
        }
    }

    @Test("A record sent again over another connection counts as a duplicate")
    func countsDuplicates() async throws {
        try await Scene.with { scene in
            let pbx = try await scene.add(
                PBXConfiguration(
                    name: "push", driverID: "avaya-ip-office", transport: .tcpListen, host: "127.0.0.1", port: 0))
            try await scene.collecting {
                let port = try await scene.listeningPort(of: pbx)
                for _ in 0..<2 {
                    try await SimulatedPBX(
                        feed: try demoFeed("avaya-ip-office", 1...50), output: .push(host: "127.0.0.1", port: port)
                    ) { Instant(seconds: 1_784_547_927) }.run()
                }
                try await eventually("all has been looked at") {
                    let status = try await scene.status(of: pbx)
                    return status?.stored == 50 && status?.duplicate == 50
                }
                #expect(try await scene.status(of: pbx)?.received == 100)
                #expect(try await scene.numbers(of: pbx) == Array(1...50))
            }
        }
    }
}

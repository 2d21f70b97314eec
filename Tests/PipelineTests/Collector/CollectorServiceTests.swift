import ECASDriverTesting
import ECASKit
import ECASTestSupport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(2)))
struct CollectorServiceTests {
    @Test("Records of three PBXs, each in its own way, are stored exactly once, classified and priced")
    func storesEverything() async throws {
        try await Scene.with { scene in
            let pulled = SimulatedPBX(
                feed: try demoFeed("mitel-mivoice-business", 1...160), output: .pull(host: "127.0.0.1", port: 0),
                behaviour: .init(longestPiece: 50))
            let pulling = Task { try await pulled.run() }
            try await eventually("the pulled PBX listens") { await pulled.listeningPort != nil }
            let port = try #require(await pulled.listeningPort)

            let push = try await scene.add(
                PBXConfiguration(
                    name: "push", driverID: "avaya-ip-office", transport: .tcpListen, host: "127.0.0.1", port: 0))
            let pull = try await scene.add(
                PBXConfiguration(
                    name: "pull", driverID: "mitel-mivoice-business", transport: .tcpConnect, host: "127.0.0.1",
                    port: UInt16(port)))
            let (files, inbox) = try await scene.addFolder("files", driver: "cisco-cucm")
            try await scene.collecting {
                let pushing = SimulatedPBX(
                    feed: try demoFeed("avaya-ip-office", 1...180),
                    output: .push(host: "127.0.0.1", port: try await scene.listeningPort(of: push)),
                    behaviour: .init(longestPiece: 33))
                try await pushing.run()
                try await SimulatedPBX(
                    feed: try demoFeed("cisco-cucm", 1...140), output: .files(folder: inbox, recordsPerFile: 30)
                ).run()
                try await pulling.value
                for (pbx, count) in [(push, 180), (pull, 160), (files, 140)] {
                    try await eventually("all of \(pbx.configuration.name) is stored") {
                        try await scene.distinct(of: pbx) == count
                    }
                    #expect(try await scene.numbers(of: pbx) == Array(1...count))
                }
            }
            let calls = try await scene.calls()
            for pbx in [push, pull, files] {
                let own = calls.filter { $0.pbx == pbx.id }
                for call in own {
                    #expect(call.record.kind.direction != nil)
                    #expect(call.record.kind.callClass != nil)
                    if case .failed(let reason) = call.price.state { Issue.record("not priced: \(reason)") }
                }
                let charges = own.filter { $0.price.state == .rated }.compactMap(\.price.charge)
                #expect(charges.contains { $0.nanounits > 0 })
                let status = try #require(try await scene.status(of: pbx))
                #expect(status.state == .stopped)
                #expect(status.stored == Int64(own.count))
                #expect(status.suspended == 0)
                #expect(status.received == status.stored + status.duplicate + status.skipped)
                #expect(status.lastRecordAt != nil)
            }
            #expect(try await scene.store.suspenseCounts() == [:])
        }
    }

    @Test("A PBX added while it runs is taken up, one switched off is stopped, one switched on goes on")
    func followsTheConfiguration() async throws {
        try await Scene.with { scene in
            try await scene.collecting {
                var (pbx, inbox) = try await scene.addFolder("late", driver: "avaya-ip-office")
                try Data(demoFile("avaya-ip-office", 1...10)).write(to: inbox.appendingPathComponent("one"))
                try await eventually("the first file is stored") { try await scene.distinct(of: pbx) == 10 }

                pbx.configuration.isEnabled = false
                try await scene.installation.master.update(pbx.configuration, of: pbx.id)
                try await eventually("it is stopped") { try await scene.status(of: pbx)?.state == .stopped }
                let file = inbox.appendingPathComponent("two")
                try Data(demoFile("avaya-ip-office", 11...20)).write(to: file)
                // Something else goes through the collector meanwhile, which the stopped PBX could have done too.
                let (other, otherInbox) = try await scene.addFolder("other", driver: "avaya-ip-office")
                try Data(demoFile("avaya-ip-office", 1...10)).write(to: otherInbox.appendingPathComponent("one"))
                try await eventually("the other's file is stored") { try await scene.distinct(of: other) == 10 }
                #expect(FileManager.default.fileExists(atPath: file.path))

                pbx.configuration.isEnabled = true
                try await scene.installation.master.update(pbx.configuration, of: pbx.id)
                try await eventually("the second file is stored") { try await scene.distinct(of: pbx) == 20 }
                try await eventually("the status counts both runs") { try await scene.status(of: pbx)?.stored == 20 }
                #expect(try await scene.status(of: pbx)?.received == 20)
            }
        }
    }

    @Test("A PBX that cannot be started is reported and does not keep the others from it")
    func reportsWhatCannotStart() async throws {
        try await Scene.with { scene in
            let broken = try await scene.add(
                PBXConfiguration(name: "broken", driverID: "avaya-ip-office", transport: .tcpConnect))
            let (sound, inbox) = try await scene.addFolder("sound", driver: "avaya-ip-office")
            try Data(demoFile("avaya-ip-office", 1...10)).write(to: inbox.appendingPathComponent("one"))
            try await scene.collecting {
                try await eventually("the sound one's file is stored") { try await scene.distinct(of: sound) == 10 }
                try await eventually("the broken one is reported") {
                    try await scene.status(of: broken)?.state == .failed
                }
                #expect(try await scene.status(of: broken)?.message?.contains("broken") == true)
            }
        }
    }

    @Test("What is no record ends in suspense with its bytes, its place and the reason")
    func keepsBadRecords() async throws {
        try await Scene.with { scene in
            let (pbx, inbox) = try await scene.addFolder("files", driver: "avaya-ip-office")
            let endless = [UInt8](repeating: UInt8(ascii: "x"), count: 20_000)
            var bytes = try demoFile("avaya-ip-office", 1...3)
            let offset = bytes.count
            bytes += Array("this is no record\n".utf8) + endless + [0x0A]
            bytes += try demoFile("avaya-ip-office", 4...6)
            try Data(bytes).write(to: inbox.appendingPathComponent("one"))
            try await scene.collecting {
                try await eventually("the good records are stored") { try await scene.distinct(of: pbx) == 6 }
                try await eventually("the status tells of the bad ones") {
                    try await scene.status(of: pbx)?.suspended == 3
                }
            }
            let suspended = try await scene.store.suspense(.open)
            try #require(suspended.count == 3)
            #expect(suspended[0].rawRecord?.bytes == Array("this is no record".utf8))
            #expect(suspended[0].rawRecord?.offset == Int64(offset))
            #expect(!suspended[0].reason.isEmpty)
            #expect(!suspended[0].reason.contains("this is no record"))
            #expect(suspended.dropFirst().map(\.reasonCode) == ["overlong", "overlong"])
            #expect(suspended.dropFirst().flatMap { $0.rawRecord?.bytes ?? [] } == endless)
        }
    }

    @Test("The collector says that it runs, and when it has stopped")
    func givesSignsOfLife() async throws {
        try await Scene.with { scene in
            let (pbx, _) = try await scene.addFolder("files", driver: "avaya-ip-office")
            try await scene.collecting {
                try await eventually("it polls") { try await scene.status(of: pbx)?.state == .polling }
                let status = try await InstallationStatus(scene.installation, now: Instant(Date()))
                #expect(status.collectors.map(\.name) == ["collector"])
                #expect(status.collectors.map(\.state) == [.running])
                #expect(status.pbxs.map(\.state) == [.polling])
                let later = try await InstallationStatus(
                    scene.installation, now: Instant(Date()).advanced(bySeconds: 60))
                #expect(later.collectors.map { later.liveness(of: $0) } == [.silent])
                #expect(later.pbxs.map(\.state) == [.unknown])
            }
            let status = try await InstallationStatus(scene.installation, now: Instant(Date()))
            #expect(status.collectors.map(\.state) == [.stopped])
            #expect(status.pbxs.map(\.state) == [.stopped])
        }
    }
}

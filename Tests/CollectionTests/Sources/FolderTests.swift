import ECASCollection
import ECASDrivers
import ECASModel
import ECASStorage
import ECASTestSupport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FolderTests {
    private let lines: any Driver

    init() throws {
        lines = try AvayaIPOffice(settings: DriverSettings())
    }

    /// A folder with a source at work on it, which looks when the test says so.
    private struct Scene {
        let spool: Spool
        let database: DatabaseDouble
        let report: SourceReporter
        let clock: SteppedClock
        let folder: URL
        let processed: URL

        func write(_ text: String, to name: String) throws {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }

        func append(_ text: String, to name: String) throws {
            let handle = try FileHandle(forWritingTo: folder.appendingPathComponent(name))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(text.utf8))
            try handle.close()
        }

        func look(times: Int = 1) async { for _ in 0..<times { await clock.step() } }

        var left: [String] { get throws { try names(in: folder) } }

        var done: [String] { get throws { try names(in: processed) } }

        private func names(in folder: URL) throws -> [String] {
            guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        }
    }

    private func withScene(_ body: (Scene) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let inbox = folder.appendingPathComponent("in")
            let processed = folder.appendingPathComponent("processed")
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
            try await withSpool { spool, database in
                let clock = SteppedClock()
                let transport = SourceSettings.Transport.folder(inbox, processed: processed)
                try await withSource(transport, driver: lines, spool: spool, clock: clock.clock) { report in
                    await clock.untilAsleep()
                    try await body(
                        Scene(
                            spool: spool, database: database, report: report, clock: clock, folder: inbox,
                            processed: processed))
                }
            }
        }
    }

    @Test("A file is read when it has stood still between two looks, and moved")
    func readsWhatStandsStill() async throws {
        try await withScene { scene in
            #expect(scene.report.state == .polling)
            try scene.write("one\n", to: "a.csv")
            await scene.look()
            try scene.append("two\n", to: "a.csv")
            await scene.look()
            #expect(try await scene.spool.count(pbx: .first) == 0)
            #expect(try scene.left == ["a.csv"])
            await scene.look()
            #expect(try await scene.spool.texts() == [["one", "two"]])
            #expect(try await scene.spool.ends() == 1)
            #expect(try scene.left == [])
            #expect(try scene.done == ["a.csv"])
            #expect(scene.report.received == 2)
        }
    }

    @Test("A file's records were received when it was last changed")
    func takesTheFilesTime() async throws {
        try await withScene { scene in
            try scene.write("one\n", to: "a.csv")
            try FileManager.default.setAttributes(
                [.modificationDate: Instant.noon.advanced(bySeconds: -3_600).date],
                ofItemAtPath: scene.folder.appendingPathComponent("a.csv").path)
            await scene.look(times: 2)
            let record = try #require(try await scene.spool.all().first?.record)
            #expect(record.receivedAt == .noon.advanced(bySeconds: -3_600))
        }
    }

    @Test("The same content under another name is moved unread; other content under the same name is read")
    func knowsFilesByContent() async throws {
        try await withScene { scene in
            try scene.write("one\n", to: "a.csv")
            await scene.look(times: 2)
            try scene.write("one\n", to: "copy.csv")
            await scene.look(times: 2)
            #expect(try await scene.spool.texts() == [["one"]])
            try scene.write("two\n", to: "a.csv")
            await scene.look(times: 2)
            #expect(try await scene.spool.texts() == [["one"], ["two"]])
            #expect(try scene.left == [])
            #expect(try scene.done == ["a.csv", "a.csv.2", "copy.csv"])
        }
    }

    @Test(
        "Files that are being written, and folders, are left",
        arguments: ["_a", ".a", "a.part", "a.tmp", "a.filepart", "a.swp"])
    func leavesUnfinishedFiles(name: String) async throws {
        try await withScene { scene in
            try scene.write("one\n", to: name)
            try FileManager.default.createDirectory(
                at: scene.folder.appendingPathComponent("folder"), withIntermediateDirectories: false)
            await scene.look(times: 3)
            #expect(try scene.left.contains(name))
            #expect(try await scene.spool.count(pbx: .first) == 0)
            #expect(scene.report.state == .polling)
            // Once it has its name, it is read.
            try FileManager.default.moveItem(
                at: scene.folder.appendingPathComponent(name), to: scene.folder.appendingPathComponent("whole"))
            await scene.look(times: 2)
            #expect(try await scene.spool.texts() == [["one"]])
        }
    }

    @Test("A file that vanishes before it is read does not stop the source; when it is back, it is read")
    func survivesVanishedFiles() async throws {
        try await withScene { scene in
            try scene.write("one\n", to: "a.csv")
            try scene.write("two\n", to: "b.csv")
            await scene.look()
            // The time is asked for between the look at a file's content and its reading.
            let file = scene.folder.appendingPathComponent("a.csv")
            scene.clock.onTime { try? FileManager.default.removeItem(at: file) }
            await scene.look()
            #expect(try await scene.spool.texts() == [["two"]])
            #expect(scene.report.state == .polling)
            try scene.write("one\n", to: "a.csv")
            await scene.look(times: 2)
            #expect(try await scene.spool.texts() == [["two"], ["one"]])
        }
    }

    @Test("A file that cannot be moved is reported and does not hold up the others")
    func goesOnAfterATroubledFile() async throws {
        // One letter more than a file's name may have cannot be added to tell it from its namesake.
        let longest = String(repeating: "a", count: 255)
        try await withScene { scene in
            for text in ["one\n", "two\n"] {
                try scene.write(text, to: longest)
                await scene.look(times: 2)
            }
            #expect(scene.report.state == .failed)
            #expect(scene.report.message?.contains(scene.folder.path) == true)
            try scene.write("three\n", to: "b.csv")
            await scene.look(times: 3)
            #expect(try await scene.spool.texts() == [["one"], ["two"], ["three"]])
            #expect(try scene.left == [longest])
            try FileManager.default.removeItem(at: scene.processed.appendingPathComponent(longest))
            await scene.look(times: 2)
            #expect(try scene.left == [])
            #expect(scene.report.state == .polling)
        }
    }

    @Test("A folder that is not there is reported, and read once it is there")
    func waitsForTheFolder() async throws {
        try await withScene { scene in
            try FileManager.default.removeItem(at: scene.folder)
            await scene.look()
            #expect(scene.report.state == .failed)
            try FileManager.default.createDirectory(at: scene.folder, withIntermediateDirectories: false)
            try scene.write("one\n", to: "a.csv")
            await scene.look(times: 2)
            #expect(scene.report.state == .polling)
            #expect(try await scene.spool.texts() == [["one"]])
        }
    }

    @Test("A spool that fails for a while keeps the file where it is")
    func keepsTheFileInTrouble() async throws {
        try await withScene { scene in
            try scene.write("one\n", to: "a.csv")
            await scene.look()
            scene.database.failNext(1)
            await scene.look()
            #expect(scene.report.state == .failed)
            #expect(try scene.left == ["a.csv"])
            await scene.look(times: 2)
            #expect(try await scene.spool.texts() == [["one"]])
            #expect(try scene.done == ["a.csv"])
        }
    }
}

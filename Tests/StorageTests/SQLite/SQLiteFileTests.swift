import ECASModel
import ECASStorage
import ECASStorageSQLite
import Foundation
import Testing

@Suite struct SQLiteFileTests {
    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func filesAndNewFoldersAreForTheirOwnerAlone() async throws {
        try await Engine.sqlite.withPlace { place in
            let database = try await place.open()
            _ = try await MasterStore.open(database, now: .noon)
            #expect(try Self.mode(place.folder.path) == 0o700)
            for suffix in ["", "-wal", "-shm"] {
                #expect(try Self.mode(place.path("test") + suffix) == 0o600)
            }
            try await database.close()
        }
    }

    @Test func aFileThatIsNoDatabaseIsCorrupt() async throws {
        try await Engine.sqlite.withPlace { place in
            try FileManager.default.createDirectory(at: place.folder, withIntermediateDirectories: true)
            try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: place.path("test")))
            let error = await #expect(throws: StorageError.self) { try await place.open() }
            #expect(error?.code == .corrupt)
            #expect(error?.engineCode == "26")
        }
    }

    @Test func aFolderInTheWayIsUnavailable() async throws {
        try await Engine.sqlite.withPlace { place in
            try FileManager.default.createDirectory(
                atPath: place.path("test"), withIntermediateDirectories: true)
            let error = await #expect(throws: StorageError.self) { try await place.open() }
            #expect(error?.code == .unavailable)
        }
    }

    @Test func aWriterThatHoldsTooLongIsBusy() async throws {
        try await Engine.sqlite.withPlace { place in
            let holder = try await place.open()
            let other = try await place.open(busyTimeoutSeconds: 0)
            let (started, start) = AsyncStream<Void>.makeStream()
            let release = DispatchSemaphore(value: 0)
            async let held: Void = holder.write { _ in
                start.finish()
                release.wait()
            }
            for await _ in started {}
            let error = await #expect(throws: StorageError.self) { try await other.write { _ in } }
            #expect(error?.code == .busy)
            release.signal()
            try await held
            try await other.write { _ in }
            try await holder.close()
            try await other.close()
        }
    }

    /// Writing and reading follow one list of columns; the schema's own must be the same.
    @Test func tablesHaveTheColumnsThatAreWritten() async throws {
        try await Engine.sqlite.withDatabase { database in
            let recorder = Recorder()
            let spy = SpyDatabase(base: database) { sql, _ in recorder.note(sql) }
            let store = try await TenantStore.open(spy, tenant: TenantID(1), now: .noon)
            _ = try await store.ingest(Sample.batch(1...1))
            for (table, ownColumns) in [("call", []), ("call_quality", ["id"])] {
                let sql = try #require(recorder.texts.last { $0.hasPrefix("INSERT INTO \(table) (") })
                let list = sql.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
                let columns = try await database.read { connection in
                    try connection.all("SELECT name FROM pragma_table_info('\(table)')") { $0.text(0) }
                }
                #expect(columns == ownColumns + list.split(separator: ", ").map(String.init))
            }
        }
    }

    @Test func addressesNameFilesOfTheFolder() async throws {
        try await Engine.sqlite.withPlace { place in
            let engine = SQLiteEngine(folder: place.folder.path)
            let relative = try await engine.open("sqlite:deep/test.sqlite")
            #expect(
                FileManager.default.fileExists(atPath: place.folder.appendingPathComponent("deep/test.sqlite").path))
            let absolute = try await engine.open("sqlite:\(place.path("other"))")
            #expect(FileManager.default.fileExists(atPath: place.path("other")))
            for address in ["", "sqlite:", "postgresql://localhost/x"] {
                let error = await #expect(throws: StorageError.self) { try await engine.open(address) }
                #expect(error?.code == .invalidRequest)
            }
            try await relative.close()
            try await absolute.close()
        }
    }
}

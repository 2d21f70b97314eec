import ECASModel
import ECASStorage
import Testing

@Suite struct MigrationTests {
    private static let first = Migration(
        "first", ["CREATE TABLE item (id {identity}, data {bytes})", "INSERT INTO item (data) VALUES (NULL)"])
    private static let second = Migration("second", ["INSERT INTO item (data) VALUES (NULL)"])
    private static let schema = Schema(name: "test", migrations: [first, second])

    private static func items(_ database: any SQLDatabase) async throws -> Int64? {
        try await database.read { try $0.one("SELECT count(*) FROM item") { $0.integer(0) } }
    }

    @Test(arguments: Engine.allCases)
    func stepsAreTakenOnceInOrder(_ engine: Engine) async throws {
        try await engine.withDatabase { database in
            let older = Schema(name: "test", migrations: [Self.first])
            var taken: [Int] = []
            for schema in [older, older, Self.schema, Self.schema] {
                taken.append(try await schema.migrate(database, now: .noon))
            }
            #expect(taken == [1, 0, 1, 0])
            #expect(try await Self.items(database) == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func manyStartingAtOnceTakeEachStepOnce(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let taken = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let database = try await place.open()
                        let taken = try await Self.schema.migrate(database, now: .noon)
                        try await database.close()
                        return taken
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(taken == 2)
            let database = try await place.open()
            #expect(try await Self.items(database) == 2)
            try await database.close()
        }
    }

    @Test(arguments: Engine.allCases)
    func aNewerDatabaseIsRefusedAndLeftAlone(_ engine: Engine) async throws {
        try await engine.withDatabase { database in
            try await Self.schema.migrate(database, now: .noon)
            let error = await #expect(throws: StorageError.self) {
                try await Schema(name: "test", migrations: [Self.first]).migrate(database, now: .noon)
            }
            #expect(error?.code == .newerSchema)
            #expect(error?.message.contains("schema version 2") == true)
            #expect(try await Self.items(database) == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func aStepThatFailsLeavesNothing(_ engine: Engine) async throws {
        try await engine.withDatabase { database in
            let broken = Schema(
                name: "test", migrations: [Self.first, Migration("broken", ["CREATE TABLE item (x BIGINT)"])])
            await #expect(throws: StorageError.self) { try await broken.migrate(database, now: .noon) }
            let taken = try await Self.schema.migrate(database, now: .noon)
            #expect(taken == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func databasesAreNotTakenForOthers(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let master = try await place.open("master")
            _ = try await MasterStore.open(master, now: .noon)
            let asTenant = await #expect(throws: StorageError.self) {
                try await TenantStore.open(master, tenant: TenantID(1), now: .noon)
            }
            #expect(asTenant?.code == .wrongDatabase)
            let first = try await place.open("first")
            _ = try await TenantStore.open(first, tenant: TenantID(1), now: .noon)
            _ = try await TenantStore.open(first, tenant: TenantID(1), now: .noon)
            let asOther = await #expect(throws: StorageError.self) {
                try await TenantStore.open(first, tenant: TenantID(2), now: .noon)
            }
            #expect(asOther?.code == .wrongDatabase)
            try await master.close()
            try await first.close()
        }
    }
}

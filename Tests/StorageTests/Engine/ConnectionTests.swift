import ECASStorage
import Testing

/// What the stores expect of a connection, whatever the engine.
@Suite struct ConnectionTests {
    private static func withTable(
        _ engine: Engine, _ body: (any SQLDatabase) async throws -> Void
    ) async throws {
        try await engine.withDatabase { database in
            let dialect = database.dialect
            try await database.write { connection in
                _ = try connection.execute(
                    "CREATE TABLE item (id \(dialect.identity), number BIGINT, name TEXT UNIQUE, data \(dialect.bytes))"
                )
            }
            try await body(database)
        }
    }

    @Test(arguments: Engine.allCases)
    func parametersGoByTheirNumber(_ engine: Engine) async throws {
        try await Self.withTable(engine) { database in
            try await database.write { connection in
                try connection.execute(
                    "INSERT INTO item (name, number, data) VALUES ($2, $1, $3)", [5, "five", .bytes([0, 255])])
                let found = try connection.all(
                    "SELECT name FROM item WHERE data = $3 AND number = $1 AND name = $2 AND number = $1",
                    [5, "five", .bytes([0, 255])]
                ) { $0.text(0) }
                #expect(found == ["five"])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func nullEmptyAndZeroStayApart(_ engine: Engine) async throws {
        try await Self.withTable(engine) { database in
            try await database.write { connection in
                let rows: [[SQLValue]] = [
                    [nil, nil, nil], [0, "", .bytes([])], [.integer(.min), "a\0b", .bytes([0])],
                ]
                for row in rows {
                    try connection.execute("INSERT INTO item (number, name, data) VALUES ($1, $2, $3)", row)
                }
                let found = try connection.all("SELECT number, name, data FROM item ORDER BY id") { row -> [SQLValue] in
                    [
                        SQLValue(row.integerIfPresent(0)), SQLValue(row.textIfPresent(1)),
                        row.isNull(2) ? nil : .bytes(row.bytes(2)),
                    ]
                }
                #expect(found == rows)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func conflictsAreToldRowByRow(_ engine: Engine) async throws {
        try await Self.withTable(engine) { database in
            try await database.write { connection in
                var rows = SQLRows(width: 1)
                for name in ["a", "b", "a", "c", "b"] { rows.append(.text(name)) }
                let isNew = try connection.executeEach(
                    "INSERT INTO item (name) VALUES ($1) ON CONFLICT (name) DO NOTHING", rows)
                #expect(isNew == [true, true, false, true, false])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func appendingWhatIsThereIsADuplicateWithoutItsValue(_ engine: Engine) async throws {
        try await Self.withTable(engine) { database in
            var rows = SQLRows(width: 1)
            rows.append("0301234567")
            rows.append("0301234567")
            let doubled = rows
            let error = await #expect(throws: StorageError.self) {
                try await database.write {
                    try $0.append(doubled, to: SQLInsertTarget(table: "item", columns: ["name"]))
                }
            }
            #expect(error?.code == .duplicate)
            #expect(error?.engineCode != nil)
            #expect(error?.description.contains("0301234567") == false)
            let count = try await database.read { try $0.one("SELECT count(*) FROM item") { $0.integer(0) } }
            #expect(count == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func statementsMayRunWithinTheirOwnRows(_ engine: Engine) async throws {
        try await Self.withTable(engine) { database in
            try await database.write { connection in
                for number in 1...3 {
                    try connection.execute("INSERT INTO item (number) VALUES ($1)", [SQLValue(number)])
                }
                let sql = "SELECT number FROM item WHERE number >= $1 ORDER BY number"
                var pairs: [[Int64]] = []
                try connection.query(sql, [1]) { outer in
                    let number = outer.integer(0)
                    try connection.query(sql, [.integer(number)]) { pairs.append([number, $0.integer(0)]) }
                }
                #expect(pairs == [[1, 1], [1, 2], [1, 3], [2, 2], [2, 3], [3, 3]])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func keysOfDeletedRowsAreNotGivenOutAgain(_ engine: Engine) async throws {
        try await Self.withTable(engine) { database in
            try await database.write { connection in
                let insert = "INSERT INTO item (number) VALUES (1) RETURNING id"
                let first = try #require(try connection.one(insert) { $0.integer(0) })
                try connection.execute("DELETE FROM item")
                let second = try #require(try connection.one(insert) { $0.integer(0) })
                #expect(second > first)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func valuesMustMatchParameters(_ engine: Engine) async throws {
        try await Self.withTable(engine) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { try $0.execute("DELETE FROM item WHERE number = $1", []) }
            }
            #expect(error?.code == .invalidRequest)
        }
    }

    @Test(arguments: Engine.allCases)
    func nothingOfAFailedTransactionStays(_ engine: Engine) async throws {
        struct Stop: Error {}
        try await Self.withTable(engine) { database in
            await #expect(throws: Stop.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO item (number) VALUES (1)")
                    throw Stop()
                }
            }
            let count = try await database.read { try $0.one("SELECT count(*) FROM item") { $0.integer(0) } }
            #expect(count == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func aClosedDatabaseIsUnavailable(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            let database = try await place.open()
            try await database.close()
            for attempt in ["read", "write"] {
                let error = await #expect(throws: StorageError.self, "\(attempt)") {
                    if attempt == "read" {
                        try await database.read { try $0.query("SELECT 1", []) { _ in } }
                    } else {
                        _ = try await database.write { try $0.execute("SELECT 1") }
                    }
                }
                #expect(error?.code == .unavailable)
            }
        }
    }
}

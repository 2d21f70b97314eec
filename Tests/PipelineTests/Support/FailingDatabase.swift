import ECASKit
import Synchronization

/// A database whose writing fails when a test says so; what a failed write has done is rolled back.
final class FailingDatabase: SQLDatabase {
    private let base: any SQLDatabase
    private let plan = Mutex<[Bool]>([])

    init(_ base: any SQLDatabase) {
        self.base = base
    }

    var dialect: SQLDialect { base.dialect }

    /// Says of the next writes whether each fails; the ones behind succeed.
    func failNext(_ fails: [Bool]) { plan.withLock { $0 = fails } }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await base.read(body)
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await base.write { [self] connection in
            let result = try body(connection)
            let fails = plan.withLock { $0.isEmpty ? false : $0.removeFirst() }
            if fails { throw StorageError(.unavailable, "The database is away.") }
            return result
        }
    }

    func close() async throws { try await base.close() }
}

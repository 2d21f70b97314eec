import ECASStorage
import Synchronization

/// A database whose writing a test can hold up, count and let fail.
final class DatabaseDouble: SQLDatabase {
    private struct State {
        var failures = 0
        var isHeld = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var writes = 0
    }

    private let base: any SQLDatabase
    private let state = Mutex(State())

    init(_ base: any SQLDatabase) {
        self.base = base
    }

    var dialect: SQLDialect { base.dialect }

    /// How many writes have begun since the last call of ``startCounting()``.
    var writes: Int { state.withLock { $0.writes } }

    func startCounting() { state.withLock { $0.writes = 0 } }

    /// How many writes wait to be let through.
    var held: Int { state.withLock { $0.waiting.count } }

    /// Lets the next writes fail after they have done their work, so that it must be rolled back.
    func failNext(_ count: Int) { state.withLock { $0.failures = count } }

    /// Lets writes wait.
    func hold() { state.withLock { $0.isHeld = true } }

    /// Lets through what waits and what comes.
    func release() {
        let waiting = state.withLock { state in
            state.isHeld = false
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await base.read(body)
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        await withCheckedContinuation { continuation in
            let passes = state.withLock { state in
                state.writes += 1
                if state.isHeld { state.waiting.append(continuation) }
                return !state.isHeld
            }
            if passes { continuation.resume() }
        }
        return try await base.write { [self] connection in
            let result = try body(connection)
            let fails = state.withLock { state in
                defer { state.failures = max(0, state.failures - 1) }
                return state.failures > 0
            }
            if fails { throw StorageError(.full, "There is no room left.") }
            return result
        }
    }

    func close() async throws { try await base.close() }
}

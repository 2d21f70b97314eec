import ECASCollection
import ECASModel
import Synchronization

/// A clock that lets its one sleeper sleep until the test wakes it: between two looks the test has the world to itself.
final class SteppedClock: Sendable {
    private struct State {
        var sleeper: CheckedContinuation<Void, any Error>?
        var watcher: CheckedContinuation<Void, Never>?
        var isOver = false
        var onTime: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// The clock to hand in; it always tells noon.
    var clock: CollectionClock {
        CollectionClock(
            now: { [self] in
                let hook = state.withLock { state in
                    defer { state.onTime = nil }
                    return state.onTime
                }
                hook?()
                return .noon
            },
            sleep: { [self] _ in try await sleep() },
            random: { 0.5 })
    }

    /// Does something the next time somebody asks for the time.
    func onTime(_ action: @escaping @Sendable () -> Void) { state.withLock { $0.onTime = action } }

    /// Wakes the sleeper and waits until it sleeps again.
    func step() async {
        await untilAsleep()
        state.withLock { state in
            defer { state.sleeper = nil }
            return state.sleeper
        }?.resume()
        await untilAsleep()
    }

    /// Waits until somebody sleeps.
    func untilAsleep() async {
        await withCheckedContinuation { continuation in
            let isAsleep = state.withLock { state in
                if state.sleeper == nil { state.watcher = continuation }
                return state.sleeper != nil
            }
            if isAsleep { continuation.resume() }
        }
    }

    private func sleep() async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let (watcher, isOver) = state.withLock { state in
                    defer { state.watcher = nil }
                    if !state.isOver { state.sleeper = continuation }
                    return (state.watcher, state.isOver)
                }
                if isOver { continuation.resume(throwing: CancellationError()) }
                watcher?.resume()
            }
        } onCancel: {
            state.withLock { state in
                state.isOver = true
                defer { state.sleeper = nil }
                return state.sleeper
            }?.resume(throwing: CancellationError())
        }
    }
}

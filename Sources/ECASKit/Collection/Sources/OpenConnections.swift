import Synchronization

/// How many connections of a source stand.
final class OpenConnections: Sendable {
    private let count = Mutex(0)

    /// One more; gives the new number.
    func opened() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }

    /// One less; gives the new number.
    func closed() -> Int {
        count.withLock { count in
            count -= 1
            return count
        }
    }
}

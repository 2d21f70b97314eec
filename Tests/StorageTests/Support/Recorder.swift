import ECASStorage
import Synchronization

/// Notes the statements that a ``SpyDatabase`` shows.
final class Recorder: Sendable {
    private let statements = Mutex<[(sql: String, values: [SQLValue])]>([])

    func note(_ sql: String, _ values: [SQLValue] = []) {
        statements.withLock { $0.append((sql, values)) }
    }

    func clear() {
        statements.withLock { $0 = [] }
    }

    var all: [(sql: String, values: [SQLValue])] { statements.withLock { $0 } }

    var texts: [String] { all.map(\.sql) }
}

/// The rows of the table `counter`: numbers that only rise, within the transaction that raises them.
///
/// Keys taken from a counter come in the order of commits, which keys from an engine's sequence do not: a reader that
/// has seen a key has seen every smaller one.
enum Counter: String {
    case rawRecord = "raw_record"
    case call = "call"
    case configuration = "configuration"

    /// The table, for a schema's first step.
    static let table = "CREATE TABLE counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL)"

    /// Adds the counter at 0, for a schema's first step.
    var creation: String { "INSERT INTO counter (name, value) VALUES ('\(rawValue)', 0)" }

    /// Raises the counter and gives its new value.
    @discardableResult
    func raise(by distance: Int = 1, on connection: any SQLConnection) throws -> Int64 {
        let value = try connection.one(
            "UPDATE counter SET value = value + $1 WHERE name = $2 RETURNING value",
            [SQLValue(distance), .text(rawValue)]
        ) { $0.integer(0) }
        return try value.orCorrupt("The counter '\(rawValue)' is missing.")
    }

    /// The value last committed.
    func value(on connection: any SQLConnection) throws -> Int64 {
        let value = try connection.one("SELECT value FROM counter WHERE name = $1", [.text(rawValue)]) { $0.integer(0) }
        return try value.orCorrupt("The counter '\(rawValue)' is missing.")
    }
}

extension Optional {
    /// The value, which a sound database has.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/corrupt`` if there is none.
    func orCorrupt(_ message: @autoclosure () -> String) throws -> Wrapped {
        guard let value = self else {
            throw StorageError(.corrupt, "\(message()) Restore the database from a backup.")
        }
        return value
    }
}

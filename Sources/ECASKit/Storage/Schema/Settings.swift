/// The table `setting`, which master and tenant databases have alike.
enum Settings {
    static func value(of key: String, on connection: any SQLConnection) throws -> String? {
        try connection.one("SELECT value FROM setting WHERE key = $1", [.text(key)]) { $0.text(0) }
    }

    static func set(_ key: String, to value: String?, on connection: any SQLConnection) throws {
        guard let value else {
            try connection.execute("DELETE FROM setting WHERE key = $1", [.text(key)])
            return
        }
        try connection.execute(
            """
            INSERT INTO setting (key, value) VALUES ($1, $2)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """, [.text(key), .text(value)])
    }
}

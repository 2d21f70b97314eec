import GRDB

/// How an SQLite file is used.
public struct SQLiteOptions: Hashable, Sendable {
    /// What a commit survives.
    public var durability: Durability
    /// How long to wait for a writer in this or another process, in seconds, before giving up as busy.
    public var busyTimeoutSeconds: Int
    /// How many connections may read at the same time, at least 1.
    public var readers: Int

    /// Chooses options; the defaults are those of master and tenant databases.
    public init(durability: Durability = .process, busyTimeoutSeconds: Int = 10, readers: Int = 4) {
        self.durability = durability
        self.busyTimeoutSeconds = busyTimeoutSeconds
        self.readers = readers
    }

    /// What a commit survives.
    public enum Durability: Hashable, Sendable {
        /// The end of the process; when the power fails, the last commits may be undone, in order, without damage
        /// (`synchronous=NORMAL`).
        case process
        /// A power failure as well, at the price of waiting for the disk at each commit (`synchronous=FULL`).
        case full
    }

    var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(busyTimeoutSeconds))
        configuration.maximumReaderCount = readers
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            for pragma in Self.pragmas {
                try database.execute(sql: pragma)
            }
        }
        return configuration
    }

    private static let pragmas = [
        // The right-hand edges of table and indexes stay in memory while a batch is written; KiB if negative.
        "PRAGMA cache_size = -16384",
        // Pages rewritten by many batches go from the log into the file once, not each 4 MB of log; in pages.
        "PRAGMA wal_autocheckpoint = 4000",
        // A log that grew while a long reader held it is cut back; in bytes.
        "PRAGMA journal_size_limit = 67108864",
        "PRAGMA temp_store = MEMORY",
    ]
}

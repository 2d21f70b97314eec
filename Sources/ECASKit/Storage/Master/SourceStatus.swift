public import ECASModel

/// How the source of a PBX is, and what became of its records: `received = stored + suspended + duplicate + skipped`.
public struct SourceStatus: Hashable, Sendable {
    /// The PBX.
    public let pbx: PBXID
    /// Who reports.
    public var collector: CollectorID
    /// What the source is doing.
    public var state: SourceState
    /// Why, in a sentence for people; absent if there is nothing to say.
    public var message: String?
    /// Raw records received.
    public var received: Int64 = 0
    /// Raw records stored with what they say.
    public var stored: Int64 = 0
    /// Raw records that were not understood.
    public var suspended: Int64 = 0
    /// Raw records that were there already.
    public var duplicate: Int64 = 0
    /// Raw records that a rule leaves out.
    public var skipped: Int64 = 0
    /// When the last record arrived.
    public var lastRecordAt: Instant?
    /// How long records wait between arrival and commit, in milliseconds.
    public var lagMilliseconds: Int64?
    /// When this was reported.
    public var updatedAt: Instant

    /// Describes a source that has not received anything yet.
    public init(pbx: PBXID, collector: CollectorID, state: SourceState, message: String? = nil, updatedAt: Instant) {
        self.pbx = pbx
        self.collector = collector
        self.state = state
        self.message = message
        self.updatedAt = updatedAt
    }
}

/// What a source is doing.
public struct SourceState: RawRepresentable, Hashable, Sendable {
    /// The word in the database and in the API.
    public let rawValue: String

    /// Wraps a word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Waiting for the PBX to connect.
    public static let listening = SourceState(rawValue: "listening")
    /// A connection stands.
    public static let connected = SourceState(rawValue: "connected")
    /// Trying to connect.
    public static let connecting = SourceState(rawValue: "connecting")
    /// Waiting before the next attempt.
    public static let waiting = SourceState(rawValue: "waiting")
    /// Looking for files.
    public static let polling = SourceState(rawValue: "polling")
    /// Cannot go on without somebody's help.
    public static let failed = SourceState(rawValue: "failed")
    /// Switched off, or the collector has ended.
    public static let stopped = SourceState(rawValue: "stopped")
}

extension SourceStatus {
    private static let columns = """
        pbx_id, collector_id, state, message, received, stored, suspended, duplicate, skipped, last_record_at, lag_ms, \
        updated_at
        """

    static func store(_ statuses: [SourceStatus], on connection: any SQLConnection) throws {
        var rows = SQLRows(width: 12, capacity: statuses.count)
        for status in statuses {
            rows.append(row: [
                SQLValue(status.pbx), SQLValue(status.collector), .text(status.state.rawValue),
                SQLValue(status.message), .integer(status.received), .integer(status.stored),
                .integer(status.suspended), .integer(status.duplicate), .integer(status.skipped),
                SQLValue(status.lastRecordAt), SQLValue(status.lagMilliseconds), SQLValue(status.updatedAt),
            ])
        }
        _ = try connection.executeEach(
            """
            INSERT INTO source_status (\(columns))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            ON CONFLICT (pbx_id) DO UPDATE SET collector_id = excluded.collector_id, state = excluded.state,
                message = excluded.message, received = excluded.received, stored = excluded.stored,
                suspended = excluded.suspended, duplicate = excluded.duplicate, skipped = excluded.skipped,
                last_record_at = excluded.last_record_at, lag_ms = excluded.lag_ms,
                updated_at = excluded.updated_at
            """, rows)
    }

    static func all(on connection: any SQLConnection) throws -> [SourceStatus] {
        try connection.all(
            "SELECT \(columns) FROM source_status WHERE pbx_id IN (SELECT id FROM pbx) ORDER BY pbx_id"
        ) { row in
            var status = SourceStatus(
                pbx: row.identifier(0), collector: row.identifier(1), state: SourceState(rawValue: row.text(2)),
                message: row.textIfPresent(3), updatedAt: row.instant(11))
            status.received = row.integer(4)
            status.stored = row.integer(5)
            status.suspended = row.integer(6)
            status.duplicate = row.integer(7)
            status.skipped = row.integer(8)
            status.lastRecordAt = row.instantIfPresent(9)
            status.lagMilliseconds = row.integerIfPresent(10)
            return status
        }
    }
}

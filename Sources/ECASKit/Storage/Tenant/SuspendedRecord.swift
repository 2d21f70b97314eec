public import ECASModel

/// A raw record that was not understood, with the reason.
public struct SuspendedRecord: Hashable, Sendable, Identifiable {
    /// The key.
    public let id: SuspenseID
    /// The PBX.
    public let pbx: PBXID
    /// The kind of fault, from a bounded set of the driver.
    public let reasonCode: String
    /// What is wrong where, without the record's own text.
    public let reason: String
    /// What became of it.
    public let state: SuspenseState
    /// When it was put into suspense.
    public let createdAt: Instant
    /// The record itself; absent if it is no longer kept.
    public let rawRecord: StoredRawRecord?

    static let insertTarget = SQLInsertTarget(
        table: "suspense", columns: ["raw_record_id", "pbx_id", "reason_code", "reason", "state", "created_at"])
}

/// The key of a record in suspense in its tenant's database.
public typealias SuspenseID = Identifier<SuspendedRecord>

/// What became of a record in suspense.
public struct SuspenseState: RawRepresentable, Hashable, Sendable {
    /// The word in the database and in the API.
    public let rawValue: String

    /// Wraps a word.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Waits for somebody to look at it.
    public static let open = SuspenseState(rawValue: "open")
    /// Was read again with success.
    public static let recycled = SuspenseState(rawValue: "recycled")
    /// Somebody decided that it is not wanted.
    public static let discarded = SuspenseState(rawValue: "discarded")
}

extension TenantStore {
    /// How many records are in suspense, by state; states without a record are not listed.
    ///
    /// - Throws: ``StorageError``.
    public func suspenseCounts() async throws -> [SuspenseState: Int] {
        try await database.read { connection in
            let counts = try connection.all("SELECT state, count(*) FROM suspense GROUP BY state") { row in
                (SuspenseState(rawValue: row.text(0)), Int(row.integer(1)))
            }
            return Dictionary(uniqueKeysWithValues: counts)
        }
    }

    /// Records in suspense with their bytes, the oldest first.
    ///
    /// - Parameters:
    ///   - state: what became of them.
    ///   - after: the last one of the page before; absent for the first page.
    ///   - limit: how many at most, 1 to 1000.
    /// - Returns: the records of the page, fewer than `limit` if it is the last.
    /// - Throws: ``StorageError``, with ``StorageError/Code/invalidRequest`` if the limit is not 1 to 1000.
    public func suspense(
        _ state: SuspenseState, after: SuspenseID? = nil, limit: Int = 100
    ) async throws -> [SuspendedRecord] {
        guard (1...1000).contains(limit) else {
            throw StorageError(.invalidRequest, "A page of \(limit) records is not possible; ask for 1 to 1000.")
        }
        return try await database.read { connection in
            try connection.all(
                SuspendedRecord.selection, [.text(state.rawValue), SQLValue(after ?? SuspenseID(0)), SQLValue(limit)]
            ) { row in
                SuspendedRecord(
                    id: row.identifier(0), pbx: row.identifier(1), reasonCode: row.text(2), reason: row.text(3),
                    state: SuspenseState(rawValue: row.text(4)), createdAt: row.instant(5),
                    rawRecord: row.isNull(6) ? nil : StoredRawRecord(row, from: 6))
            }
        }
    }

    /// Notes what became of a record in suspense.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound``.
    public func setSuspense(_ id: SuspenseID, to state: SuspenseState) async throws {
        try await database.write { connection in
            try connection.change(
                "The record \(id) in suspense", "UPDATE suspense SET state = $1 WHERE id = $2",
                [.text(state.rawValue), SQLValue(id)])
        }
    }
}

extension SuspendedRecord {
    fileprivate static let selection = """
        SELECT suspense.id, suspense.pbx_id, reason_code, reason, state, created_at,
            \(StoredRawRecord.columns.map { "raw_record.\($0)" }.joined(separator: ", "))
        FROM suspense LEFT JOIN raw_record ON raw_record.id = suspense.raw_record_id
        WHERE state = $1 AND suspense.id > $2 ORDER BY suspense.id LIMIT $3
        """
}

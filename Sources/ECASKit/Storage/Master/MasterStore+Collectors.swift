public import ECASModel

extension MasterStore {
    /// All collectors that ever reported, by name.
    ///
    /// - Throws: ``StorageError``.
    public func collectors() async throws -> [Collector] {
        try await database.read { connection in
            try connection.all(
                "SELECT id, name, started_at, heartbeat_at, version, state FROM collector ORDER BY name", []
            ) { row in
                Collector(
                    id: row.identifier(0), name: row.text(1), startedAt: row.instant(2), heartbeatAt: row.instant(3),
                    version: row.text(4), state: CollectorState(rawValue: row.text(5)))
            }
        }
    }

    /// Notes that a collector has started; one that is known by its name keeps its key.
    ///
    /// - Throws: ``StorageError``.
    public func registerCollector(name: String, version: String, now: Instant) async throws -> Collector {
        try await database.write { connection in
            let id = try connection.insert(
                """
                INSERT INTO collector (name, started_at, heartbeat_at, version, state) VALUES ($1, $2, $2, $3, $4)
                ON CONFLICT (name) DO UPDATE SET started_at = excluded.started_at,
                    heartbeat_at = excluded.heartbeat_at, version = excluded.version, state = excluded.state
                RETURNING id
                """, [.text(name), SQLValue(now), .text(version), .text(CollectorState.running.rawValue)],
                as: CollectorID.self)
            return Collector(
                id: id, name: name, startedAt: now, heartbeatAt: now, version: version, state: .running)
        }
    }

    /// Notes a sign of life of a collector, and how its sources are, in one transaction.
    ///
    /// - Parameters:
    ///   - collector: who reports.
    ///   - state: how it is.
    ///   - sources: the status of sources; those not named keep what was reported last.
    ///   - now: the time of the heartbeat.
    /// - Throws: ``StorageError`` with ``StorageError/Code/notFound`` if the collector was never registered.
    public func heartbeat(
        of collector: CollectorID, state: CollectorState, sources: [SourceStatus] = [], now: Instant
    ) async throws {
        try await database.write { connection in
            try connection.change(
                "The collector \(collector)", "UPDATE collector SET heartbeat_at = $1, state = $2 WHERE id = $3",
                [SQLValue(now), .text(state.rawValue), SQLValue(collector)])
            try SourceStatus.store(sources, on: connection)
        }
    }

    /// The status of every PBX's source that was ever reported, by PBX.
    ///
    /// - Throws: ``StorageError``.
    public func sourceStatuses() async throws -> [SourceStatus] {
        try await database.read { try SourceStatus.all(on: $0) }
    }
}

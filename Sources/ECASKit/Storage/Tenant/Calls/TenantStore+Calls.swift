public import ECASModel

extension TenantStore {
    /// Calls that pass the filters, the newest first, one page at a time.
    ///
    /// The cost depends on how many calls have to be passed over, not on how many are stored: PBX, extension and time are
    /// looked up in an index, direction and prefixes are tested on the calls so found.
    ///
    /// - Throws: ``StorageError``, with ``StorageError/Code/invalidRequest`` if the limit is not 1 to 1000.
    public func calls(matching query: CallQuery) async throws -> CallPage {
        guard (1...1000).contains(query.limit) else {
            throw StorageError(.invalidRequest, "A page of \(query.limit) calls is not possible; ask for 1 to 1000.")
        }
        return try await database.read { connection in
            let selection = CallSelection(query)
            let limit = "$\(selection.values.count + 1)"
            // One more than asked for shows whether there is a next page.
            var rows = try connection.all(
                "\(CallRow.selection)\(selection.clause) ORDER BY start_at DESC, id DESC LIMIT \(limit)",
                selection.values + [SQLValue(query.limit + 1)], CallRow.init)
            let isLast = rows.count <= query.limit
            if !isLast { rows.removeLast() }
            var calls = rows.map(\.call)
            try connection.addReportedQuality(to: &calls, matching: query)
            return CallPage(calls: calls, next: isLast ? nil : calls.last?.cursor)
        }
    }

    /// Calls stored after a call, the oldest first: what a live list has not seen yet.
    ///
    /// Quality that other records report is left out: it comes later than the call.
    ///
    /// - Parameters:
    ///   - id: the last call seen; ``highestCallID()`` where to begin.
    ///   - limit: how many at most, 1 to 1000.
    /// - Returns: the calls, fewer than `limit` if there are no more yet.
    /// - Throws: ``StorageError``, with ``StorageError/Code/invalidRequest`` if the limit is not 1 to 1000.
    public func calls(storedAfter id: CallID, limit: Int) async throws -> [StoredCall] {
        guard (1...1000).contains(limit) else {
            throw StorageError(.invalidRequest, "A page of \(limit) calls is not possible; ask for 1 to 1000.")
        }
        return try await database.read { connection in
            try connection.all(
                "\(CallRow.selection) WHERE id > $1 ORDER BY id LIMIT $2", [SQLValue(id), SQLValue(limit)]
            ) { try CallRow($0).call }
        }
    }

    /// The greatest key of a stored call, 0 if there is none: cheap enough to ask for each second.
    ///
    /// Keys come in the order of commits, so that whoever has seen a key has seen every smaller one.
    ///
    /// - Throws: ``StorageError``.
    public func highestCallID() async throws -> CallID {
        try await database.read { CallID(try Counter.call.value(on: $0)) }
    }

    /// A call with the raw record that completed it; absent if there is none with that key.
    ///
    /// - Throws: ``StorageError``.
    public func call(_ id: CallID) async throws -> (call: StoredCall, rawRecord: StoredRawRecord?)? {
        try await database.read { connection in
            let row = try connection.one("\(CallRow.selection) WHERE id = $1", [SQLValue(id)], CallRow.init)
            guard let row else { return nil }
            var calls = [row.call]
            try connection.addReportedQuality(to: &calls, matching: CallQuery())
            let rawRecord = try row.rawRecord.flatMap { try connection.rawRecord(RawRecordID($0)) }
            return (calls[0], rawRecord)
        }
    }

    /// A raw record; absent if there is none with that key, or it is no longer kept.
    ///
    /// - Throws: ``StorageError``.
    public func rawRecord(_ id: RawRecordID) async throws -> StoredRawRecord? {
        try await database.read { try $0.rawRecord(id) }
    }
}

extension StoredCall {
    fileprivate var cursor: CallCursor { CallCursor(listedAt: listedAt.milliseconds, id: id.rawValue) }
}

extension SQLConnection {
    fileprivate func rawRecord(_ id: RawRecordID) throws -> StoredRawRecord? {
        let columns = StoredRawRecord.columns.joined(separator: ", ")
        return try one("SELECT \(columns) FROM raw_record WHERE id = $1", [SQLValue(id)]) { StoredRawRecord($0) }
    }

    /// Adds what other records reported of the calls of a page, whether they came before or after them.
    ///
    /// The calls are the newest first and all that the query selects between the first and the last.
    fileprivate func addReportedQuality(to calls: inout [StoredCall], matching query: CallQuery) throws {
        guard let first = calls.first, let last = calls.last,
            calls.contains(where: { $0.record.identity.callID != nil })
        else { return }
        var selection = CallSelection(query)
        selection.addBound("<=", first.cursor)
        selection.addBound(">=", last.cursor)
        var reported: [CallID: [CallQuality]] = [:]
        try self.query(QualityRow.selection(ofCalls: selection), selection.values) { row in
            reported[row.identifier(0), default: []].append(try QualityRow(row, from: 1).quality)
        }
        guard !reported.isEmpty else { return }
        for index in calls.indices {
            calls[index].record.quality += reported[calls[index].id] ?? []
        }
    }
}

extension QualityRow {
    /// Selects the keys of calls and the quality reported of them.
    ///
    /// A PBX's identifier of a call is unique for a stretch of time only: what was measured more than a week from the
    /// start belongs to another call.
    fileprivate static func selection(ofCalls calls: CallSelection) -> String {
        """
        SELECT listed.id, \(columns.map { "quality.\($0)" }.joined(separator: ", "))
        FROM (SELECT id, pbx_id, call_ref, leg, related_leg, start_at FROM call\(calls.clause)) AS listed
        JOIN call_quality AS quality ON quality.pbx_id = listed.pbx_id AND quality.call_key = listed.call_ref
        WHERE (quality.call_leg IS NULL OR listed.leg IS NULL OR quality.call_leg = listed.leg
                OR quality.call_leg = listed.related_leg)
            AND (quality.measured_at IS NULL
                OR quality.measured_at BETWEEN listed.start_at - 604800000 AND listed.start_at + 604800000)
        ORDER BY quality.id
        """
    }
}

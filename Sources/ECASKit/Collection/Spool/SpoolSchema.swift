import ECASDrivers
import ECASModel
import ECASStorage

/// The spool's tables and every statement on them.
enum SpoolSchema {
    static let schema = Schema(
        name: "spool",
        migrations: [
            Migration(
                "entries, files and stream numbers",
                [
                    """
                    CREATE TABLE spool_entry (
                        position {identity}, pbx_id BIGINT NOT NULL, stream BIGINT NOT NULL, sequence BIGINT NOT NULL,
                        received_at BIGINT NOT NULL, stream_offset BIGINT NOT NULL, line BIGINT NOT NULL,
                        damage BIGINT, ended_by_stream BIGINT NOT NULL, bytes {bytes})
                    """,
                    "CREATE INDEX spool_entry_by_pbx ON spool_entry (pbx_id, position)",
                    """
                    CREATE TABLE spool_file (
                        stream {key}, pbx_id BIGINT NOT NULL, fingerprint {bytes} NOT NULL, name TEXT NOT NULL,
                        finished BIGINT NOT NULL, taken BIGINT NOT NULL, UNIQUE (pbx_id, fingerprint))
                    """,
                    "CREATE TABLE spool_stream (id BIGINT PRIMARY KEY, last_stream BIGINT NOT NULL)",
                    "INSERT INTO spool_stream (id, last_stream) VALUES (1, 0)",
                ])
        ])

    /// An entry without bytes marks the end of its stream.
    private static let insert = """
        INSERT INTO spool_entry
            (pbx_id, stream, sequence, received_at, stream_offset, line, damage, ended_by_stream, bytes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """

    static func apply(_ change: SpoolChange, _ connection: any SQLConnection) throws {
        switch change {
        case .append(let record):
            try connection.execute(
                insert,
                [
                    .integer(record.pbx.rawValue), .integer(record.stream.rawValue), .integer(record.sequence),
                    .integer(record.receivedAt.milliseconds), SQLValue(record.offset), SQLValue(record.line),
                    SQLValue(record.damage?.rawValue), .integer(record.endedByStream ? 1 : 0), .bytes(record.bytes),
                ])
        case .end(let pbx, let stream, let sequence):
            try connection.execute(
                insert,
                [
                    .integer(pbx.rawValue), .integer(stream.rawValue), .integer(sequence), .integer(0), .integer(0),
                    .integer(0), .null, .integer(0), .null,
                ])
        case .remove(let pbx, let position):
            // What a file has given is remembered before it goes, so that an unfinished file is not read again from
            // its beginning.
            try connection.execute(
                """
                UPDATE spool_file SET taken = (
                    SELECT MAX(sequence) + 1 FROM spool_entry WHERE spool_entry.stream = spool_file.stream)
                WHERE finished = 0 AND stream IN (
                    SELECT stream FROM spool_entry WHERE pbx_id = $1 AND position <= $2)
                """,
                [.integer(pbx.rawValue), .integer(position)])
            try connection.execute(
                "DELETE FROM spool_entry WHERE pbx_id = $1 AND position <= $2",
                [.integer(pbx.rawValue), .integer(position)])
        }
    }

    /// Stream numbers are microseconds since 1970, pushed up where two would be the same: so they rise even after a
    /// spool was lost.
    static func nextStream(_ now: Instant, _ connection: any SQLConnection) throws -> StreamID {
        let stream = try connection.one(
            """
            UPDATE spool_stream SET last_stream =
                CASE WHEN last_stream >= $1 THEN last_stream + 1 ELSE $1 END
            WHERE id = 1 RETURNING last_stream
            """,
            [.integer(now.milliseconds * 1000)]
        ) { $0.integer(0) }
        guard let stream else {
            throw StorageError(
                .corrupt, "The spool has lost its stream counter; move the spool file aside and restart.")
        }
        return StreamID(stream)
    }

    static func openFile(
        pbx: PBXID, fingerprint: [UInt8], name: String, now: Instant, _ connection: any SQLConnection
    ) throws -> SpooledFile {
        let known = try connection.one(
            """
            SELECT stream, finished, taken,
                (SELECT MAX(sequence) + 1 FROM spool_entry WHERE spool_entry.stream = spool_file.stream)
            FROM spool_file WHERE pbx_id = $1 AND fingerprint = $2
            """,
            [.integer(pbx.rawValue), .bytes(fingerprint)]
        ) { row in
            SpooledFile(
                stream: StreamID(row.integer(0)), recordsTaken: max(row.integer(2), row.integer(3)),
                isFinished: row.integer(1) == 1)
        }
        if let known { return known }
        let stream = try nextStream(now, connection)
        try connection.execute(
            """
            INSERT INTO spool_file (stream, pbx_id, fingerprint, name, finished, taken) VALUES ($1, $2, $3, $4, 0, 0)
            """,
            [.integer(stream.rawValue), .integer(pbx.rawValue), .bytes(fingerprint), .text(name)])
        return SpooledFile(stream: stream, recordsTaken: 0, isFinished: false)
    }

    static func entries(
        pbx: PBXID, after position: Int64, limit: Int, _ connection: any SQLConnection
    ) throws -> [SpoolEntry] {
        try connection.all(
            """
            SELECT position, stream, sequence, received_at, stream_offset, line, damage, ended_by_stream, bytes
            FROM spool_entry WHERE pbx_id = $1 AND position > $2 ORDER BY position LIMIT $3
            """,
            [.integer(pbx.rawValue), .integer(position), SQLValue(limit)]
        ) { row in
            let stream = StreamID(row.integer(1))
            guard !row.isNull(8) else {
                return SpoolEntry(
                    position: row.integer(0), content: .endOfStream(stream, sequence: row.integer(2)))
            }
            let record = SpooledRecord(
                pbx: pbx, stream: stream, sequence: row.integer(2), receivedAt: Instant(milliseconds: row.integer(3)),
                offset: UInt64(truncatingIfNeeded: row.integer(4)), line: UInt64(truncatingIfNeeded: row.integer(5)),
                damage: row.integerIfPresent(6).flatMap { RecordDamage(rawValue: UInt8(truncatingIfNeeded: $0)) },
                endedByStream: row.integer(7) == 1, bytes: row.bytes(8))
            return SpoolEntry(position: row.integer(0), content: .record(record))
        }
    }
}

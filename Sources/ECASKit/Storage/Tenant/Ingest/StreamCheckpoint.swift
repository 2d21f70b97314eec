public import ECASModel

/// How far a stream is read, and what reading on needs.
public struct StreamCheckpoint: Hashable, Sendable {
    /// The epoch of the source: a connection or a file.
    public var stream: Int64
    /// The number of the last raw record that was read; everything up to it is committed.
    public var lastSequence: Int64
    /// What the parser remembers.
    public var parserMemory: [UInt8]
    /// What the assembler remembers.
    public var assemblerMemory: [UInt8]
    /// What the rest of the pipeline remembers.
    public var pipelineMemory: [UInt8]
    /// Whether nothing more will come of the stream.
    public var hasEnded: Bool
    /// When it was written.
    public var updatedAt: Instant

    /// Describes how far a stream is read.
    public init(
        stream: Int64, lastSequence: Int64, parserMemory: [UInt8] = [], assemblerMemory: [UInt8] = [],
        pipelineMemory: [UInt8] = [], hasEnded: Bool = false, updatedAt: Instant
    ) {
        self.stream = stream
        self.lastSequence = lastSequence
        self.parserMemory = parserMemory
        self.assemblerMemory = assemblerMemory
        self.pipelineMemory = pipelineMemory
        self.hasEnded = hasEnded
        self.updatedAt = updatedAt
    }
}

extension StreamCheckpoint {
    /// Writes the checkpoint unless a later one is there: a repeated batch must not turn a stream back.
    func store(for pbx: PBXID, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO checkpoint (pbx_id, stream, last_sequence, parser_memory, assembler_memory, pipeline_memory,
                ended, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (pbx_id, stream) DO UPDATE SET last_sequence = excluded.last_sequence,
                parser_memory = excluded.parser_memory, assembler_memory = excluded.assembler_memory,
                pipeline_memory = excluded.pipeline_memory, ended = excluded.ended, updated_at = excluded.updated_at
            WHERE excluded.last_sequence >= checkpoint.last_sequence
            """,
            [
                SQLValue(pbx), .integer(stream), .integer(lastSequence), .bytes(parserMemory), .bytes(assemblerMemory),
                .bytes(pipelineMemory), SQLValue(hasEnded), SQLValue(updatedAt),
            ])
    }
}

extension TenantStore {
    /// How far the streams of a PBX are read, by stream.
    ///
    /// - Throws: ``StorageError``.
    public func checkpoints(of pbx: PBXID) async throws -> [StreamCheckpoint] {
        try await database.read { connection in
            try connection.all(
                """
                SELECT stream, last_sequence, parser_memory, assembler_memory, pipeline_memory, ended, updated_at
                FROM checkpoint WHERE pbx_id = $1 ORDER BY stream
                """, [SQLValue(pbx)]
            ) { row in
                StreamCheckpoint(
                    stream: row.integer(0), lastSequence: row.integer(1), parserMemory: row.bytes(2),
                    assemblerMemory: row.bytes(3), pipelineMemory: row.bytes(4), hasEnded: row.truth(5),
                    updatedAt: row.instant(6))
            }
        }
    }

    /// Forgets streams that have ended before a moment; whoever still has their records must not send them again.
    ///
    /// - Returns: how many were forgotten.
    /// - Throws: ``StorageError``.
    @discardableResult
    public func removeCheckpoints(of pbx: PBXID, endedBefore moment: Instant) async throws -> Int {
        try await database.write { connection in
            try connection.execute(
                "DELETE FROM checkpoint WHERE pbx_id = $1 AND ended = 1 AND updated_at < $2",
                [SQLValue(pbx), SQLValue(moment)])
        }
    }
}

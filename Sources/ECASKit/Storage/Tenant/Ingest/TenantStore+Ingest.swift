extension TenantStore {
    /// Stores a batch in one transaction: raw records, calls, suspense, supplements and the checkpoint; all of it or
    /// nothing.
    ///
    /// A raw record that is there already by PBX, content time and content hash is a duplicate: neither it nor what came of
    /// it is stored; ``IngestRecord/repeatsAreDuplicates`` says what holds within one stream. Nothing is stored either of a
    /// record whose number the stream's checkpoint has passed, which makes repeating a batch harmless. Batches of about a
    /// thousand records are the fastest.
    ///
    /// - Throws: ``StorageError``, with ``StorageError/Code/invalidRequest`` if a call or supplement points to no record of
    ///   the batch; nothing is stored then.
    public func ingest(_ batch: IngestBatch) async throws -> IngestResult {
        try batch.check()
        return try await database.write { connection in
            var ingestion = Ingestion(batch)
            try ingestion.run(on: connection)
            return ingestion.result
        }
    }
}

extension IngestBatch {
    fileprivate func check() throws {
        let indices = calls.lazy.compactMap(\.recordIndex)
        guard indices.allSatisfy(records.indices.contains),
            supplements.lazy.map(\.recordIndex).allSatisfy(records.indices.contains)
        else {
            throw StorageError(
                .invalidRequest, "A call or supplement points to no record of its batch of \(records.count) records.")
        }
    }
}

import ECASDrivers
public import ECASModel
public import ECASStorage
import Synchronization

/// Raw records on their way from the sources to the tenants' databases, durable before anything else happens to them.
///
/// A small database of its own for each collector, with synchronous writing. Records of all sources that come while one
/// commit is under way share the next: under load a commit carries many records, and alone a record waits for its own.
public final class Spool: Sendable {
    private let database: any SQLDatabase
    private let queue = Mutex(SpoolQueue())
    private let pause: @Sendable () async throws -> Void
    private let onTrouble: @Sendable ((any Error)?) -> Void

    /// Takes a database into use as a spool.
    ///
    /// - Parameters:
    ///   - database: opened with full durability; it holds the spool's tables or nothing.
    ///   - clock: tells the time and waits between attempts when the spool cannot be written.
    ///   - onTrouble: told once why commits fail, and once with nothing when they succeed again. Until then sources wait,
    ///     so that what is not durable stays with the PBX.
    /// - Throws: `StorageError` if the database cannot be used.
    public init(
        database: any SQLDatabase, clock: CollectionClock, onTrouble: @escaping @Sendable ((any Error)?) -> Void
    ) async throws {
        self.database = database
        self.onTrouble = onTrouble
        pause = { try await clock.sleep(1_000) }
        try await SpoolSchema.schema.migrate(database, now: clock.now())
    }

    // MARK: Writing

    /// Hands in records, and the end of their stream where it has come; they become durable in the order handed in.
    ///
    /// - Returns: a ticket to wait with until they are durable.
    package func enqueue(_ records: [SpooledRecord], endOf stream: (PBXID, StreamID, Int64)?) -> SpoolTicket {
        var changes = records.map(SpoolChange.append)
        if let (pbx, stream, sequence) = stream {
            changes.append(.end(pbx, stream, sequence))
        }
        return enqueue(changes)
    }

    /// Removes what has been stored in a tenant's database: everything of a PBX up to a place.
    public func remove(pbx: PBXID, through position: Int64) async throws {
        try await enqueue([.remove(pbx, position)]).wait()
    }

    private func enqueue(_ changes: [SpoolChange]) -> SpoolTicket {
        let ticket = SpoolTicket()
        let mustStart = queue.withLock { $0.add(changes, ticket) }
        if mustStart {
            Task { await drain() }
        }
        return ticket
    }

    /// Commits what has gathered until nothing is left; what cannot be committed is tried again until the spool closes.
    private func drain() async {
        while let (changes, tickets) = queue.withLock({ $0.take() }) {
            var outcome = await commit(changes)
            if case .failure(let error) = outcome {
                onTrouble(error)
                outcome = await commitWhenPossible(changes, after: error)
                if case .success = outcome { onTrouble(nil) }
            }
            for ticket in tickets { ticket.resolve(outcome) }
        }
    }

    /// Tries again until a commit succeeds; gives up when the spool closes.
    private func commitWhenPossible(_ changes: [SpoolChange], after error: any Error) async -> Result<Void, any Error> {
        var outcome = Result<Void, any Error>.failure(error)
        while case .failure = outcome, !queue.withLock({ $0.isClosing }) {
            do { try await pause() } catch { break }
            outcome = await commit(changes)
        }
        return outcome
    }

    private func commit(_ changes: [SpoolChange]) async -> Result<Void, any Error> {
        guard !changes.isEmpty else { return .success(()) }
        do {
            try await database.write { connection in
                for change in changes { try SpoolSchema.apply(change, connection) }
            }
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    // MARK: Streams and files

    /// Gives out the number of a new stream: higher than any before, in this spool and, as clocks go, in any other.
    package func openStream(pbx: PBXID, at now: Instant) async throws -> StreamID {
        try await database.write { connection in
            try SpoolSchema.nextStream(now, connection)
        }
    }

    /// Looks a file up by its content, and takes it on under a new stream if it was never seen.
    package func openFile(pbx: PBXID, fingerprint: [UInt8], name: String, at now: Instant) async throws -> SpooledFile {
        try await database.write { connection in
            try SpoolSchema.openFile(pbx: pbx, fingerprint: fingerprint, name: name, now: now, connection)
        }
    }

    /// Notes that all records of a file are durable.
    package func finishFile(_ file: SpooledFile) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                "UPDATE spool_file SET finished = 1 WHERE stream = $1", [.integer(file.stream.rawValue)])
        }
    }

    // MARK: Reading

    /// What stands behind a place for a PBX, in order.
    ///
    /// - Parameters:
    ///   - pbx: whose records.
    ///   - position: the last place that is known already; 0 for none.
    ///   - limit: how many entries at most.
    /// - Returns: the entries, fewer than `limit` if there are no more.
    /// - Throws: `StorageError` if the spool cannot be read.
    public func entries(pbx: PBXID, after position: Int64, limit: Int) async throws -> [SpoolEntry] {
        try await database.read { connection in
            try SpoolSchema.entries(pbx: pbx, after: position, limit: limit, connection)
        }
    }

    /// How many entries wait for a PBX.
    public func count(pbx: PBXID) async throws -> Int64 {
        try await database.read { connection in
            try connection.one("SELECT COUNT(*) FROM spool_entry WHERE pbx_id = $1", [.integer(pbx.rawValue)]) {
                $0.integer(0)
            } ?? 0
        }
    }

    /// Waits for what is under way and closes the database; what cannot be committed is given up.
    ///
    /// - Throws: `StorageError` if the database does not close.
    public func close() async throws {
        queue.withLock { $0.isClosing = true }
        do {
            try await enqueue([SpoolChange]()).wait()
        } catch {
            // A commit that failed; those whose changes were in it hear of it from their own tickets.
        }
        try await database.close()
    }
}

/// A file as the spool knows it.
package struct SpooledFile: Hashable, Sendable {
    /// The stream its records are numbered in.
    package let stream: StreamID
    /// How many of its records are in the spool, or were.
    package let recordsTaken: Int64
    /// Whether all of them are.
    package let isFinished: Bool
}

import NIOCore
import Synchronization

/// A connection that a PBX has made, until somebody serves it.
///
/// Connections may come at the very moment in which a source is stopped, and NIO ends the process when a connection is
/// dropped unserved: one that is dropped here is closed.
final class AcceptedConnection: Sendable {
    private let connection: ConnectionLoop.Connection
    private let isServed = Atomic(false)

    init(_ connection: ConnectionLoop.Connection) {
        self.connection = connection
    }

    deinit {
        guard !isServed.load(ordering: .relaxed) else { return }
        Task { [connection] in
            do {
                try await connection.executeThenClose { _, _ in }
            } catch {
                // The other side was faster; nobody waits for this connection.
            }
        }
    }

    /// The address of the other side.
    var peer: String { connection.channel.remoteAddress?.ipAddress ?? "an unknown address" }

    /// Serves the connection until it ends.
    ///
    /// - Throws: what ``ConnectionLoop/run(_:)`` throws.
    func serve(with loop: ConnectionLoop) async throws {
        isServed.store(true, ordering: .relaxed)
        try await loop.run(connection)
    }
}

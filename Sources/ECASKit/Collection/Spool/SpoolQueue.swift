import ECASModel
import Synchronization

/// A change that waits for the next commit of the spool.
enum SpoolChange: Sendable {
    case append(SpooledRecord)
    case end(PBXID, StreamID, Int64)
    case remove(PBXID, Int64)
}

/// What waits for the next commit, and who waits for it.
struct SpoolQueue: Sendable {
    private var changes: [SpoolChange] = []
    private var tickets: [SpoolTicket] = []
    private var isDraining = false
    /// Whether the spool is being closed: what cannot be committed now will not be tried again.
    var isClosing = false

    /// Adds changes; tells whether somebody must begin to commit.
    mutating func add(_ new: [SpoolChange], _ ticket: SpoolTicket) -> Bool {
        changes += new
        tickets.append(ticket)
        defer { isDraining = true }
        return !isDraining
    }

    /// Takes everything that has gathered; nothing if there is nothing, and then nobody is committing any more.
    mutating func take() -> ([SpoolChange], [SpoolTicket])? {
        guard !tickets.isEmpty else {
            isDraining = false
            return nil
        }
        defer {
            changes = []
            tickets = []
        }
        return (changes, tickets)
    }
}

/// A place to wait until a commit has happened.
package final class SpoolTicket: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Void, any Error>)
        case resolved(Result<Void, any Error>)
    }

    private let state = Mutex(State.open)

    /// Waits until the changes are durable.
    ///
    /// - Throws: why they could not be made durable.
    package func wait() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let outcome: Result<Void, any Error>? = state.withLock { state in
                if case .resolved(let outcome) = state { return outcome }
                state = .awaited(continuation)
                return nil
            }
            if let outcome { continuation.resume(with: outcome) }
        }
    }

    /// The commit has happened, or failed.
    func resolve(_ outcome: Result<Void, any Error>) {
        let waiting: CheckedContinuation<Void, any Error>? = state.withLock { state in
            defer { state = .resolved(outcome) }
            if case .awaited(let continuation) = state { return continuation }
            return nil
        }
        waiting?.resume(with: outcome)
    }
}

public import ECASModel
public import Foundation
import NIOCore
import NIOPosix

/// A telephone system that does not exist: makes records at a pace and puts them out as a real one would.
///
/// While nobody takes its records it makes none, so that a test can count what it sent; what a real PBX would send
/// again after a broken connection is sent again.
public actor SimulatedPBX {
    /// How the records leave the PBX.
    public enum Output: Hashable, Sendable {
        /// It connects to the collector and sends.
        case push(host: String, port: Int)
        /// The collector connects to it.
        case pull(host: String, port: Int)
        /// It puts files into a folder: written under a name beginning with `_`, then renamed.
        case files(folder: URL, recordsPerFile: Int)
    }

    /// How the PBX behaves.
    public struct Behaviour: Hashable, Sendable {
        /// Records a second; absent: as fast as they are taken.
        public var pace: Double?
        /// How many of the last records are sent again after a connection was lost, as PBXs do that keep a buffer.
        public var resend: Int
        /// The longest piece of the stream sent at once, in bytes; absent: whole records.
        public var longestPiece: Int?
        /// Whether it stays connected when all records are out, as real PBXs do, until its task is cancelled.
        public var stays: Bool

        /// Makes a behaviour.
        public init(pace: Double? = nil, resend: Int = 0, longestPiece: Int? = nil, stays: Bool = false) {
            self.pace = pace
            self.resend = resend
            self.longestPiece = longestPiece
            self.stays = stays
        }
    }

    private var feed: RecordFeed
    private let output: Output
    private let behaviour: Behaviour
    private let now: @Sendable () -> Instant
    private var recent: [[UInt8]] = []
    private var filesWritten = 0

    /// How many records have been handed to the network or written, each counted once.
    public var sent: Int { feed.nextNumber - 1 }

    /// The port listened on, once a pulled PBX listens.
    public private(set) var listeningPort: Int?

    /// Makes a PBX; ``run()`` lets it work.
    public init(
        feed: RecordFeed, output: Output, behaviour: Behaviour = Behaviour(),
        now: @escaping @Sendable () -> Instant = { Instant(Date()) }
    ) {
        self.feed = feed
        self.output = output
        self.behaviour = behaviour
        self.now = now
    }

    /// Works until all records of the feed are out or the task is cancelled.
    ///
    /// - Throws: when the folder cannot be written or the port cannot be listened on; a collector that cannot be reached
    ///   is tried again.
    public func run() async throws {
        switch output {
        case .push(let host, let port): try await push(host: host, port: port)
        case .pull(let host, let port): try await pull(host: host, port: port)
        case .files(let folder, let count): try await writeFiles(folder: folder, recordsPerFile: count)
        }
    }

    // MARK: Records

    /// The next record at the set pace; nothing when all have been made.
    private func nextRecord() async throws -> [UInt8]? {
        if let pace = behaviour.pace {
            try await Task.sleep(for: .seconds(1 / pace))
        }
        guard let record = feed.next(at: now()) else { return nil }
        if behaviour.resend > 0 {
            recent.append(record)
            if recent.count > 2 * behaviour.resend { recent.removeFirst(recent.count - behaviour.resend) }
        }
        return record
    }

    // MARK: TCP

    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private func push(host: String, port: Int) async throws {
        while !Task.isCancelled {
            do {
                let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                    .connect(host: host, port: port) { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try Connection(wrappingChannelSynchronously: channel)
                        }
                    }
                if try await serve(connection) { return }
            } catch is CancellationError {
                return
            } catch {
                // Nobody listens, or the connection broke: a PBX tries again.
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    private func pull(host: String, port: Int) async throws {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try Connection(wrappingChannelSynchronously: channel)
                }
            }
        listeningPort = server.channel.localAddress?.port
        try await server.executeThenClose { connections in
            for try await connection in connections {
                do {
                    if try await serve(connection) { return }
                } catch is CancellationError {
                    return
                } catch {
                    // The collector went away; it will come again.
                }
            }
        }
    }

    /// Sends over one connection until all is out or the other side goes away; tells whether all is out.
    private func serve(_ connection: Connection) async throws -> Bool {
        try await connection.executeThenClose { inbound, outbound in
            // A cut connection is seen by reading: nothing else ever comes from a collector of plain records.
            let watch = Task {
                for try await _ in inbound {}
                try await connection.channel.close()
            }
            defer { watch.cancel() }
            for record in recent.suffix(behaviour.resend) {
                try await write(record, to: outbound)
            }
            while let record = try await nextRecord() {
                try await write(record, to: outbound)
            }
            if behaviour.stays {
                try await withTaskCancellationHandler {
                    try await watch.value
                } onCancel: {
                    watch.cancel()
                }
                return false
            }
            outbound.finish()
            return true
        }
    }

    private func write(_ record: [UInt8], to outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws {
        guard let longest = behaviour.longestPiece else {
            try await outbound.write(ByteBuffer(bytes: record))
            return
        }
        var start = 0
        while start < record.count {
            let end = min(record.count, start + longest)
            try await outbound.write(ByteBuffer(bytes: record[start..<end]))
            start = end
        }
    }

    // MARK: Files

    private func writeFiles(folder: URL, recordsPerFile: Int) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var isFinished = false
        while !isFinished, !Task.isCancelled {
            var content = feed.headerBytes
            var records = 0
            while records < recordsPerFile {
                guard let record = try await nextRecord() else {
                    isFinished = true
                    break
                }
                content += record
                records += 1
            }
            guard records > 0 else { return }
            filesWritten += 1
            let time = now().seconds
            let name = "cdr_Simulated_01_\(time)_\(filesWritten)"
            let unfinished = folder.appendingPathComponent("_\(name)")
            try Data(content).write(to: unfinished)
            try FileManager.default.moveItem(at: unfinished, to: folder.appendingPathComponent(name))
        }
    }
}

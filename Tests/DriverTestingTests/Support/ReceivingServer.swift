import NIOCore
import NIOPosix
import Synchronization

/// A collector's end of a simulated PBX's connections: keeps what came over each, and cuts as the test says.
final class ReceivingServer: Sendable {
    private let channel: any Channel
    private let log: ConnectionLog
    let port: Int

    /// Listens.
    ///
    /// - Parameter cuts: after how many bytes each connection is cut; the ones behind the list stay.
    /// - Throws: when it cannot listen.
    init(cuts: [Int] = []) async throws {
        let log = ConnectionLog(cuts: cuts)
        self.log = log
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(LoggingHandler(log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    /// What came over each connection.
    var connections: [[UInt8]] { log.connections }

    /// How many connections were closed by the PBX.
    var closed: Int { log.closed }

    func close() async throws { try await channel.close() }
}

/// Connects to a simulated PBX and keeps what comes.
struct ReceivingClient {
    private let channel: any Channel
    private let log: ConnectionLog

    init(port: Int) async throws {
        let log = ConnectionLog(cuts: [])
        self.log = log
        channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(LoggingHandler(log))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
    }

    /// What came.
    var received: [UInt8] { log.connections.first ?? [] }

    /// Whether the PBX closed the connection.
    var isClosed: Bool { !channel.isActive }

    func close() async throws { try await channel.close() }
}

private final class ConnectionLog: Sendable {
    private let cuts: [Int]
    private let state = Mutex<(connections: [[UInt8]], closed: Int)>(([], 0))

    init(cuts: [Int]) { self.cuts = cuts }

    var connections: [[UInt8]] { state.withLock { $0.connections } }

    var closed: Int { state.withLock { $0.closed } }

    func open() -> Int {
        state.withLock { state in
            state.connections.append([])
            return state.connections.count - 1
        }
    }

    /// Keeps bytes; tells whether the connection is to be cut.
    func take(_ bytes: [UInt8], on connection: Int) -> Bool {
        state.withLock { state in
            state.connections[connection] += bytes
            return connection < cuts.count && state.connections[connection].count >= cuts[connection]
        }
    }

    func close() { state.withLock { $0.closed += 1 } }
}

private final class LoggingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let log: ConnectionLog
    private var connection = 0

    init(_ log: ConnectionLog) { self.log = log }

    func channelActive(context: ChannelHandlerContext) { connection = log.open() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if log.take(Array(unwrapInboundIn(data).readableBytesView), on: connection) { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) { log.close() }
}

import ECASCollection
import ECASDrivers
import ECASModel
import ECASStorage
import ECASTestSupport
import NIOCore
import NIOPosix
import Synchronization

/// A source at work over a spool; cancelled and waited for when the body returns.
func withSource(
    _ transport: SourceSettings.Transport, driver: any Driver, spool: Spool, clock: CollectionClock = .quick,
    _ body: (SourceReporter) async throws -> Void
) async throws {
    let report = SourceReporter(pbx: "test", logger: silence) {}
    let source = SourceSettings(pbx: .first, driver: driver, transport: transport)
        .makeSource(spool: spool, report: report, clock: clock)
    let task = Task { await source.run() }
    do {
        try await body(report)
    } catch {
        task.cancel()
        await task.value
        throw error
    }
    task.cancel()
    await task.value
}

extension SourceReporter {
    /// The port that a source listens on, as its message tells it.
    func listeningPort() async throws -> Int {
        try await eventually("the source listens") { state == .listening }
        return message?.split(separator: ":").last.flatMap { Int($0) } ?? 0
    }
}

/// A PBX's end of a connection.
struct TestClient {
    private let channel: any Channel
    private let receiver: Receiver

    /// Connects.
    init(port: Int) async throws {
        let receiver = Receiver()
        self.receiver = receiver
        channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ReceivingHandler(receiver))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
    }

    /// What came from the other side.
    var received: String { receiver.text }

    /// Whether the connection is closed.
    var isClosed: Bool { !channel.isActive }

    func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func close() async throws { try await channel.close() }
}

private final class Receiver: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func take(_ new: [UInt8]) { bytes.withLock { $0 += new } }
}

private final class ReceivingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let receiver: Receiver

    init(_ receiver: Receiver) { self.receiver = receiver }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        receiver.take(Array(unwrapInboundIn(data).readableBytesView))
    }
}

/// A PBX that is connected to: each connection gets what the script says for it and is then closed; when the script is at
/// its end, connections get nothing and stay.
final class ScriptedServer: Sendable {
    private let channel: any Channel
    private let script: Script
    let port: Int

    init(_ deliveries: [String], port: Int = 0) async throws {
        let script = Script(deliveries.map { Array($0.utf8) })
        self.script = script
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(DeliveringHandler(script))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        self.port = channel.localAddress?.port ?? 0
    }

    /// How many connections there have been.
    var connections: Int { script.connections }

    func close() async throws { try await channel.close() }
}

private final class Script: Sendable {
    private let state: Mutex<(next: Int, deliveries: [[UInt8]])>

    init(_ deliveries: [[UInt8]]) { state = Mutex((0, deliveries)) }

    var connections: Int { state.withLock { $0.next } }

    func next() -> [UInt8]? {
        state.withLock { state in
            defer { state.next += 1 }
            return state.next < state.deliveries.count ? state.deliveries[state.next] : nil
        }
    }
}

private final class DeliveringHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let script: Script

    init(_ script: Script) { self.script = script }

    func channelActive(context: ChannelHandlerContext) {
        guard let delivery = script.next() else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: delivery)), promise: nil)
        context.close(promise: nil)
    }
}

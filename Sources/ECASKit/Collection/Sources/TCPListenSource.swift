import ECASDrivers
import ECASModel
import ECASStorage
import Logging
import NIOCore
import NIOPosix

/// The PBX connects to us; several connections at a time are served.
struct TCPListenSource: Source {
    let settings: SourceSettings
    let host: String
    let port: Int
    let spool: Spool
    let report: SourceReporter
    let clock: CollectionClock

    func run() async {
        while !Task.isCancelled {
            do {
                try await listen()
            } catch is CancellationError {
                break
            } catch {
                report.changed(
                    to: .failed,
                    "Cannot listen on \(host):\(port) (\(error)); is another program using the port? Tried again in 5 s."
                )
            }
            do { try await clock.sleep(5_000) } catch { break }
        }
        report.changed(to: .stopped)
    }

    private func listen() async throws {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .bind(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture { AcceptedConnection(try ConnectionLoop.wrap(channel)) }
            }
        let address = "\(host):\(server.channel.localAddress?.port ?? port)"
        report.changed(to: .listening, address)
        let loop = ConnectionLoop(settings: settings, spool: spool, report: report, clock: clock)
        let open = OpenConnections()
        try await server.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in connections {
                    group.addTask {
                        let peer = connection.peer
                        report.changed(to: .connected, "\(open.opened()) connection(s), the last one from \(peer)")
                        do {
                            try await connection.serve(with: loop)
                            report.note(.info, "connection ended", ["peer": "\(peer)"])
                        } catch {
                            report.note(
                                .warning, "connection broke",
                                ["peer": "\(peer)", "detail": "\(ConnectionFault.words(for: error))"])
                        }
                        if open.closed() == 0 { report.changed(to: .listening, address) }
                    }
                }
            }
        }
    }
}

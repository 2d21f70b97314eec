import ECASDrivers
import ECASModel
import ECASStorage
import Logging
import NIOCore
import NIOPosix

/// We connect to the PBX, and again after each loss with growing waits.
struct TCPConnectSource: Source {
    let settings: SourceSettings
    let host: String
    let port: Int
    let spool: Spool
    let report: SourceReporter
    let clock: CollectionClock

    func run() async {
        var backOff = BackOff()
        let loop = ConnectionLoop(settings: settings, spool: spool, report: report, clock: clock)
        while !Task.isCancelled {
            report.changed(to: .connecting, "\(host):\(port)")
            var reason = "the PBX closed the connection"
            do {
                let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                    .channelOption(.socketOption(.so_keepalive), value: 1)
                    .connectTimeout(.seconds(10))
                    .connect(host: host, port: port) { channel in
                        channel.eventLoop.makeCompletedFuture { try ConnectionLoop.wrap(channel) }
                    }
                report.changed(to: .connected, "\(host):\(port)")
                backOff.succeeded()
                try await loop.run(connection)
            } catch is CancellationError {
                break
            } catch {
                reason = ConnectionFault.words(for: error)
            }
            let wait = backOff.nextWait(random: clock.random())
            report.changed(to: .waiting, "\(reason); tried again after \(wait / 1000 + 1) s")
            do { try await clock.sleep(wait) } catch { break }
        }
        report.changed(to: .stopped)
    }
}

/// Waiting times between attempts: half a second, doubled each time up to a minute, and spread by up to half so that
/// many sources do not try at the same moment.
package struct BackOff: Sendable {
    private var milliseconds: Int64 = 500

    package init() {}

    /// The next wait in milliseconds; `random` is from 0 up to 1.
    package mutating func nextWait(random: Double) -> Int64 {
        let wait = milliseconds / 2 + Int64(Double(milliseconds / 2) * random)
        milliseconds = min(milliseconds * 2, 60_000)
        return wait
    }

    /// A connection stood: the next loss is tried again at once.
    package mutating func succeeded() {
        milliseconds = 500
    }
}

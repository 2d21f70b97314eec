import ECASDrivers
import ECASModel
import ECASStorage
import Logging
import NIOCore

/// A TCP connection of either kind, from its first byte to its end.
struct ConnectionLoop: Sendable {
    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    let settings: SourceSettings
    let spool: Spool
    let report: SourceReporter
    let clock: CollectionClock

    /// Wraps a channel so that the next bytes are read only when the last ones are durable: what is not, stays with the
    /// kernel and, by TCP's window, with the PBX.
    static func wrap(_ channel: any Channel) throws -> Connection {
        try Connection(
            wrappingChannelSynchronously: channel,
            configuration: .init(
                backPressureStrategy: .init(lowWatermark: 1, highWatermark: 1), isOutboundHalfClosureEnabled: false))
    }

    /// Serves a connection until it ends.
    ///
    /// - Throws: when the connection breaks or the spool cannot take records; what was received before is durable or
    ///   reported.
    func run(_ connection: Connection) async throws {
        // Nothing that can throw stands before this: NIO ends the process when a connection is dropped unclosed.
        try await connection.executeThenClose { inbound, outbound in
            let stream = try await spool.openStream(pbx: settings.pbx, at: clock.now())
            let intake = StreamIntake(
                pbx: settings.pbx, stream: stream, session: settings.driver.makeLinkSession(), spool: spool,
                report: report, isConnection: true)
            do {
                try await serve(intake, inbound, outbound)
            } catch {
                try await intake.finish(at: clock.now())
                throw error
            }
            try await intake.finish(at: clock.now())
        }
    }

    private func serve(
        _ intake: StreamIntake, _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await tickWhenWanted(intake, outbound) }
            try await respond(intake.connected(at: clock.now()), outbound)
            for try await buffer in inbound {
                let response = try await intake.receive(Array(buffer.readableBytesView), at: clock.now())
                try await respond(response, outbound)
                if response.closeReason != nil { break }
            }
            group.cancelAll()
        }
    }

    private func respond(
        _ response: StreamIntake.Response, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        for reply in response.replies {
            try await outbound.write(ByteBuffer(bytes: reply))
        }
        if let reason = response.closeReason {
            report.note(.info, "connection closed by the link protocol", ["reason": "\(reason)"])
        }
    }

    /// Lets the link session know when its time has come, looking four times a second.
    private func tickWhenWanted(
        _ intake: StreamIntake, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        while !Task.isCancelled {
            do {
                try await clock.sleep(250)
            } catch is CancellationError {
                return
            }
            let now = clock.now()
            if let wanted = await intake.nextTick, wanted <= now {
                try await respond(intake.tick(at: now), outbound)
            }
        }
    }
}

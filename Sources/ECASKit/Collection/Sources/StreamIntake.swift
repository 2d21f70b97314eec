package import ECASDrivers
package import ECASModel
import ECASStorage
import Logging
import NIOCore

/// One connection or file on its way into the spool: runs the driver's link session and makes what it finds durable.
///
/// Records enter the spool in the order found, whoever calls: what is found is handed to the spool before the first
/// suspension.
package actor StreamIntake {
    /// What the source must do for the link, in order.
    package struct Response: Sendable {
        package var replies: [[UInt8]] = []
        package var closeReason: String?
    }

    private let pbx: PBXID
    private let stream: StreamID
    private let spool: Spool
    private let report: SourceReporter
    private var session: any LinkSession
    private var output = LinkOutput()
    private var nextSequence: Int64 = 0
    // Records below this number are in the spool already: a file is read again from its beginning after a restart.
    private let firstNewSequence: Int64
    private let isConnection: Bool
    private var bytesReceived: UInt64 = 0
    private var lastByte: UInt8?

    /// Begins a stream.
    ///
    /// - Parameters:
    ///   - pbx: whose records.
    ///   - stream: the number of the connection or file.
    ///   - session: finds the records.
    ///   - spool: takes them.
    ///   - report: is told how many there were.
    ///   - firstNewSequence: the first record that is not in the spool yet.
    ///   - isConnection: whether the end may come within a record. A record that only the end of a connection ended is
    ///     damaged: the PBX sends it again, and read as it is it would be a second call. The last line of a file may well
    ///     be whole without a line end.
    package init(
        pbx: PBXID, stream: StreamID, session: any LinkSession, spool: Spool, report: SourceReporter,
        firstNewSequence: Int64 = 0, isConnection: Bool
    ) {
        self.pbx = pbx
        self.stream = stream
        self.session = session
        self.spool = spool
        self.report = report
        self.firstNewSequence = firstNewSequence
        self.isConnection = isConnection
    }

    /// When ``tick(at:)`` is wanted.
    package var nextTick: Instant? { session.nextTick }

    /// The connection stands, or the file is open.
    package func connected(at now: Instant) async throws -> Response {
        session.connected(at: now, into: &output)
        return try await makeDurable(at: now, ended: false)
    }

    /// Bytes came; returns when the records in them are durable.
    package func receive(_ bytes: [UInt8], at now: Instant) async throws -> Response {
        bytesReceived += UInt64(bytes.count)
        lastByte = bytes.last ?? lastByte
        session.receive(bytes.span, at: now, into: &output)
        return try await makeDurable(at: now, ended: false)
    }

    /// The time asked for has come.
    package func tick(at now: Instant) async throws -> Response {
        session.tick(at: now, into: &output)
        return try await makeDurable(at: now, ended: false)
    }

    /// No more bytes will come; returns when everything is durable and the stream is marked as ended.
    package func finish(at now: Instant) async throws {
        session.endOfStream(at: now, into: &output)
        _ = try await makeDurable(at: now, ended: true)
    }

    private func makeDurable(at now: Instant, ended: Bool) async throws -> Response {
        var response = Response()
        var records: [SpooledRecord] = []
        for event in output.events {
            switch event {
            case .record(let record):
                if nextSequence >= firstNewSequence {
                    let damage = record.damage ?? (ended && isCut(record) ? .truncated : nil)
                    records.append(
                        SpooledRecord(
                            pbx: pbx, stream: stream, sequence: nextSequence, receivedAt: now, offset: record.offset,
                            line: record.line, damage: damage, endedByStream: ended,
                            bytes: Array(output.bytes(of: record))))
                    if let damage { report.damaged(damage, offset: record.offset, line: record.line) }
                }
                nextSequence += 1
            case .skipped: break
            case .reply(let bytes), .replyOnceDurable(let bytes): response.replies.append(bytes)
            case .close(let reason): response.closeReason = reason
            }
        }
        output.removeAll()
        if ended || !records.isEmpty {
            let ticket = spool.enqueue(records, endOf: ended ? (pbx, stream, nextSequence) : nil)
            try await ticket.wait()
            report.received(records.count, at: now)
        }
        return response
    }

    /// Whether a record found at the end of a connection reaches to the last byte that came and ends with it: then no
    /// terminator came.
    private func isCut(_ record: LinkRecord) -> Bool {
        isConnection && record.offset + UInt64(record.wireLength) == bytesReceived
            && output.bytes(of: record).last == lastByte
    }
}

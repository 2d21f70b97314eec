import ECASDrivers
import ECASModel

/// A driver of lines whose PBX wants each record acknowledged, and may be told to go.
struct AcknowledgingDriver: Driver {
    static let descriptor = DriverDescriptor(
        id: "test-acknowledging", vendor: "Test", product: "Test", releases: "", transports: [.tcpListen],
        layoutKind: .messages)

    init(settings: DriverSettings) {}

    func makeLinkSession() -> any LinkSession { AcknowledgingSession() }

    func makeRecordParser() -> any RecordParser { SkippingParser() }
}

/// Greets, acknowledges each line, closes on `bye`, and asks for a tick after each line.
private struct AcknowledgingSession: LinkSession {
    private var lines = LineSession(terminator: .lineFeed, tailIsDamaged: true)
    private var found = LinkOutput()
    private(set) var nextTick: Instant?

    mutating func connected(at now: Instant, into output: inout LinkOutput) {
        output.append(.reply(Array("hello".utf8)))
    }

    mutating func receive(_ bytes: Span<UInt8>, at now: Instant, into output: inout LinkOutput) {
        lines.receive(bytes, at: now, into: &found)
        handOn(into: &output)
        nextTick = now
    }

    mutating func tick(at now: Instant, into output: inout LinkOutput) {
        output.append(.reply(Array("tick".utf8)))
        nextTick = nil
    }

    mutating func endOfStream(at now: Instant, into output: inout LinkOutput) {
        lines.endOfStream(at: now, into: &found)
        handOn(into: &output)
    }

    private mutating func handOn(into output: inout LinkOutput) {
        for event in found.events {
            guard case .record(let record) = event else { continue }
            let bytes = [UInt8](found.bytes(of: record))
            if bytes == Array("bye".utf8) {
                output.append(.close(reason: "the PBX said bye"))
            } else {
                output.appendRecord(
                    bytes, wireLength: record.wireLength, offset: record.offset, line: record.line,
                    damage: record.damage)
                output.append(.replyOnceDurable(Array("ack ".utf8) + bytes))
            }
        }
        found.removeAll()
    }
}

private struct SkippingParser: RecordParser {
    var memory = NoMemory()

    mutating func parse(_ record: Span<UInt8>, _ context: RecordContext, into output: inout ParsedRecords) {
        output.skip(.emptyLine)
    }
}

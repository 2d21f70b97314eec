import ECASKit

/// A driver of lines whose assembler holds every call back until the stream ends: each call depends on what was
/// remembered of its stream.
struct HoldingDriver: Driver {
    static let descriptor = DriverDescriptor(
        id: "test-holding", vendor: "Test", product: "Test", releases: "", transports: [.folder],
        layoutKind: .separated)

    init(settings: DriverSettings) {}

    func makeRecordParser() -> any RecordParser { LineParser() }

    func makeCallAssembler() -> any CallAssembler { HoldingAssembler() }
}

private struct LineParser: RecordParser {
    var memory = NoMemory()

    mutating func parse(_ record: Span<UInt8>, _ context: RecordContext, into output: inout ParsedRecords) {
        var leg = CallRecord()
        leg.identity.callID = record.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        output.append(leg)
    }
}

private struct HoldingAssembler: CallAssembler {
    var memory: [String] = []

    mutating func assemble(_ parsed: inout ParsedRecords, into calls: inout [CallRecord]) {
        memory += parsed.legs.compactMap(\.identity.callID)
        parsed.legs.removeAll(keepingCapacity: true)
    }

    mutating func finish(into calls: inout [CallRecord]) {
        for callID in memory {
            var call = CallRecord()
            call.identity.callID = callID
            calls.append(call)
        }
        memory = []
    }
}

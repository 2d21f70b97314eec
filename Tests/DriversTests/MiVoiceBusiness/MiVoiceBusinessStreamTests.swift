import ECASDriverTesting
import ECASDrivers
import ECASModel
import ECASTestSupport
import Foundation
import Testing

@Suite("MiVoice Business: streams")
struct MiVoiceBusinessStreamTests {
    static func fixtures() throws -> [[UInt8]] {
        let folder = Fixtures.drivers.appendingPathComponent("mitel-mivoice-business")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { !$0.hasSuffix(".md") }
            .map { try GoldenCase(folder: folder.appendingPathComponent($0)).input }
    }

    @Test("a parser restored in the middle of a stream goes on with the same result", arguments: [1, 3, 10])
    func restored(_ interval: Int) throws {
        let driver = try MitelMiVoiceBusiness(settings: DriverSettings(zone: .utc, firstYear: 2026))
        var whole = driver.makeRecordParser()
        var parts = driver.makeRecordParser()
        var expected = ParsedRecords()
        var output = ParsedRecords()
        let lines = try Self.fixtures().flatMap { $0.split { $0 == 0x0A || $0 == 0x0D } }
        try #require(lines.count > 100)
        for (index, line) in lines.enumerated() {
            if index % interval == 0 {
                let memory = try parts.encodedMemory()
                parts = driver.makeRecordParser()
                try parts.restore(encodedMemory: memory)
            }
            let bytes = [UInt8](line)
            whole.parse(bytes.span, RecordContext(index: Int64(index)), into: &expected)
            parts.parse(bytes.span, RecordContext(index: Int64(index)), into: &output)
        }
        #expect(output.legs == expected.legs)
        #expect(output.outcomes == expected.outcomes)
    }

    @Test("the memory is bounded")
    func bounded() throws {
        var parser = try MitelMiVoiceBusiness(settings: DriverSettings(firstYear: 2026)).makeRecordParser()
        var output = ParsedRecords()
        for index in 0..<10_000 {
            let number = String(format: "%04d", index)
            let tied = SMDRRecord.tandem()[.call, "A003\(number)"][.sequence, "A"][.associated, "B003\(number)"]
            parser.parse([UInt8](tied.text.utf8).span, RecordContext(index: Int64(index)), into: &output)
            let pair = SMDRRecord.tandem()[.calling, "T\(number.dropFirst())"]
            parser.parse([UInt8](pair.text.utf8).span, RecordContext(index: Int64(index)), into: &output)
        }
        #expect(output.legs.count == 20_000)
        #expect(try parser.encodedMemory().count < 60_000)
    }

    @Test("what is no memory of this driver is refused")
    func otherMemory() throws {
        var parser = try MitelMiVoiceBusiness(settings: DriverSettings()).makeRecordParser()
        for text in ["{}", "[]", #"{"shown":1}"#] {
            #expect(throws: DriverError.self) { try parser.restore(encodedMemory: Data(text.utf8)) }
        }
    }

    @Test("a record sent again is skipped; one with other content, or without an identifier, is not")
    func repeated() throws {
        let record = SMDRRecord.incoming()[.call, "A0030788"][.sequence, "A"]
        let other = record[.duration, "00:01:01"]
        let result = try SMDRResult(record, SMDRRecord(), record, other, SMDRRecord(), record[.sequence, "B"], other)
        #expect(result.calls.count == 5)
        #expect(result.skipped["repeated-record"] == 2)
    }

    @Test("records of one conversation share a thread")
    func threads() throws {
        func record(_ call: String, _ associated: String = "", _ sequence: String = "A") -> SMDRRecord {
            SMDRRecord.incoming()[.call, call][.sequence, sequence][.associated, associated]
        }
        let threads = try SMDRResult(
            record("A0030001"), record("A0030002", "A0030003"), record("A0030001", "", "B"), record("A0030003"),
            record("A0030004", "A0030002"), record("A0030005")
        ).calls.map(\.identity.thread)
        #expect(threads == ["A0030001", "A0030002", "A0030001", "A0030002", "A0030002", "A0030005"])
    }

    @Test("without identifiers two trunks and the time tie records, once")
    func trunkPairs() throws {
        let first = SMDRRecord.tandem()[.start, "09:00"][.duration, "00:10:00"]
        let second = SMDRRecord.tandem()[.calling, "T021"][.called, "T012"][.start, "09:02"][.duration, "00:08:20"]
        let third = second[.start, "09:03"][.duration, "00:07:00"]
        let elsewhere = second[.calling, "T022"]
        let threads = try SMDRResult(first, elsewhere, second, third).calls.map(\.identity.thread)
        #expect(threads[0] == threads[2])
        #expect(Set(threads).count == 3)
        #expect(!threads.contains(nil))
        let ipTrunks = try SMDRResult(first[.calling, "X999"][.called, "X9999"]).calls.first
        #expect(ipTrunks?.identity.thread == nil)
        #expect(try SMDRResult(SMDRRecord()).calls.first?.identity.thread == nil)
    }

    @Test(
        "fillers, headers and comments are skipped, data calls too",
        arguments: [
            ("\u{0}\u{0}", SkipKind.emptyLine), ("    ", .emptyLine), ("\u{c}", .pageHeader),
            ("\u{c}Monday", .pageHeader), ("SMDR  PAGE 3", .pageHeader), ("-----", .pageHeader), ("# note", .comment),
            (" 09-01 09:02  00:01:00 2140", "data-call"),
        ])
    func skipped(_ line: String, _ kind: SkipKind) throws {
        let result = try SMDRResult([line, SMDRRecord().text])
        #expect(result.skipped[kind] == 1)
        #expect(result.malformed.isEmpty)
        #expect(result.calls.count == 1)
    }

    @Test(
        "lines that are none of the format are kept as not understood",
        arguments: [
            ("login:", "not-understood"), ("03/12/2026 09:01", "not-understood"),
            (" CLOCK MALFUNCTION", "unusable-time"),
            ("%CLOCK MALFUNCTION   00:01:00 2140", "unusable-time"), (" 03/12 09:", "truncated"),
        ])
    func malformed(_ line: String, _ code: String) throws {
        #expect(try SMDRResult([line, SMDRRecord().text]).malformed == [code])
    }

    @Test(
        "every kind of line end, and NULs around lines",
        arguments: ["\r\n", "\n", "\n\r", "\r", "\r\n\u{0}\u{0}", "\u{0}\r\n"])
    func lineEnds(_ lineEnd: String) throws {
        let folding = MiVoiceBusinessFoldingTests.self
        let result = try SMDRResult(
            [SMDRRecord().text, folding.head, folding.rest, folding.last, SMDRRecord().text], lineEnd: lineEnd)
        #expect(result.calls.count == 3)
        #expect(result.calls[1].identity.callID == "M0100376")
        #expect(result.malformed.isEmpty)
    }

    @Test(
        "settings that cannot be used are refused",
        arguments: [
            ["clock": "13-hour"], ["answered-after": "soon"], ["answered-after": "-1"], ["network-access-codes": "9a"],
            ["extended-reporting": "level-2"],
        ])
    func settings(_ values: [String: String]) throws {
        #expect(throws: DriverError.self) { try MitelMiVoiceBusiness(settings: DriverSettings(values: values)) }
    }

    @Test("changed input never stops the driver, and every byte is accounted for")
    func mutations() throws {
        let inputs = try Self.fixtures()
        try #require(!inputs.isEmpty)
        let driver = try MitelMiVoiceBusiness(settings: DriverSettings(zone: .utc, firstYear: 2026))
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        for round in 0..<20_000 {
            let lines = inputs[Int.random(in: 0..<inputs.count, using: &random)].split(
                separator: 0x0A, omittingEmptySubsequences: false)
            var input = Array(
                lines[Int.random(in: 0..<lines.count, using: &random)...].prefix(4).joined(separator: [0x0A]))
            for _ in 0..<Int.random(in: 1...6, using: &random) { Self.mutate(&input, &random) }
            var stream = RecordStream(driver: driver)
            var calls: [CallRecord] = []
            var supplements: [CallSupplement] = []
            stream.receive(input.span, receivedAt: nil, into: &calls, supplements: &supplements)
            stream.finish(receivedAt: nil, into: &calls, supplements: &supplements)
            let isSound =
                stream.accounting.isBalanced && stream.accounting.bytes == UInt64(input.count)
                && stream.accounting.malformed == stream.takeMalformed().count
            if !isSound { Issue.record("seed \(seed), round \(round): \(stream.accounting)") }
            if round % 100 == 0 {
                let cut = GoldenResult(driver: driver, input: input, cuts: .everyByte, receivedAt: nil)
                #expect(cut.calls == calls.map(CallDocument.init), "seed \(seed), round \(round)")
                #expect(cut.accounting == stream.accounting, "seed \(seed), round \(round)")
            }
        }
    }

    private static func mutate(_ input: inout [UInt8], _ random: inout SeededRandom) {
        let bytes: [UInt8] = [
            0, 0x0A, 0x0C, 0x0D, 0x20, 0x23, 0x2A, 0x2D, 0x2F, 0x30, 0x39, 0x3A, 0x40, 0x41, 0x54, 0xE9,
        ]
        let place = Int.random(in: 0...input.count, using: &random)
        let byte = bytes[Int.random(in: 0..<bytes.count, using: &random)]
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where place < input.count: input[place] = byte
        case 1: input.insert(byte, at: place)
        case 2 where place < input.count: input.remove(at: place)
        case 3: input.removeSubrange(place...)
        default:
            input.insert(contentsOf: repeatElement(byte, count: Int.random(in: 1...200, using: &random)), at: place)
        }
    }
}

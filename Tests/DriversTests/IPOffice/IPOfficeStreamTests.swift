import ECASDriverTesting
import ECASDrivers
import ECASModel
import ECASTestSupport
import Foundation
import Testing

@Suite("IP Office: streams")
struct IPOfficeStreamTests {
    @Test("a parser restored in the middle of a stream goes on with the same result", arguments: [7, 13, 50, 399])
    func restored(_ interval: Int) throws {
        var random = SeededRandom(seed: 11)
        let lines = Self.traffic(400, &random)
        let driver = try AvayaIPOffice(settings: DriverSettings(zone: .utc))
        var whole = driver.makeRecordParser()
        var parts = driver.makeRecordParser()
        var expected = ParsedRecords()
        var output = ParsedRecords()
        for (index, line) in lines.enumerated() {
            if index % interval == 0 {
                let memory = try parts.encodedMemory()
                parts = driver.makeRecordParser()
                try parts.restore(encodedMemory: memory)
            }
            let bytes = [UInt8](line.utf8)
            whole.parse(bytes.span, RecordContext(index: Int64(index)), into: &expected)
            parts.parse(bytes.span, RecordContext(index: Int64(index)), into: &output)
        }
        #expect(output.legs == expected.legs)
        #expect(output.outcomes == expected.outcomes)
        #expect(Set(expected.legs.map(\.kind.segment)) == [.whole, .part, .ring])
    }

    @Test("the memory is bounded however many calls stay open")
    func bounded() throws {
        var parser = try AvayaIPOffice(settings: DriverSettings(zone: .utc)).makeRecordParser()
        var output = ParsedRecords()
        for index in 0..<20_000 {
            let line = [UInt8](IPOfficeLine(callID: "\(1_000_000 + index)", continuation: "1").text.utf8)
            parser.parse(line.span, RecordContext(), into: &output)
        }
        #expect(try parser.encodedMemory().count < 100_000)
        #expect(output.legs.count == 20_000)
    }

    @Test("an open call is remembered while thousands of others come and go")
    func longCall() throws {
        var lines = [IPOfficeLine(connected: "00:00:10", ring: "5", continuation: "1")]
        for index in 1...5_000 { lines.append(IPOfficeLine(callID: "\(1_000_001 + index)")) }
        lines.append(IPOfficeLine(connected: "02:00:00", ring: "0"))
        let call = try #require(try IPOfficeResult(lines).calls.last)
        #expect(call.times.answer?.wallClock.description == "2026-03-11T10:00:15")
    }

    @Test("what is no memory of this driver is refused")
    func otherMemory() throws {
        var parser = try AvayaIPOffice(settings: DriverSettings()).makeRecordParser()
        for text in ["{}", "[]", #"{"lastOrder":1,"parts":[1,2,3]}"#, #"{"lastOrder":1,"parts":[99999,0,0,0,0,0,0]}"#] {
            #expect(throws: DriverError.self) { try parser.restore(encodedMemory: Data(text.utf8)) }
        }
    }

    @Test("changed input never stops the driver, and every byte is accounted for")
    func mutations() throws {
        let folder = Fixtures.drivers.appendingPathComponent("avaya-ip-office")
        let inputs = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { !$0.hasSuffix(".md") }
            .map { try GoldenCase(folder: folder.appendingPathComponent($0)).input }
        try #require(!inputs.isEmpty)
        let driver = try AvayaIPOffice(settings: DriverSettings(zone: ZoneRules(name: "Europe/London")))
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        for round in 0..<20_000 {
            var input = inputs[Int.random(in: 0..<inputs.count, using: &random)]
            let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
            input = Array(lines[Int.random(in: 0..<lines.count, using: &random)...].prefix(3).joined(separator: [0x0A]))
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
            if round % 200 == 0 {
                let cut = GoldenResult(driver: driver, input: input, cuts: .everyByte, receivedAt: nil)
                #expect(cut.calls == calls.map(CallDocument.init), "seed \(seed), round \(round)")
            }
        }
    }

    @Test("settings that are none are refused, with what is allowed")
    func settings() {
        for values in [["record-time": "gmt"], ["code-page": "koi8"]] {
            #expect(throws: DriverError.self) { try AvayaIPOffice(settings: DriverSettings(values: values)) }
        }
    }

    private static func mutate(_ input: inout [UInt8], _ random: inout SeededRandom) {
        let place = Int.random(in: 0...input.count, using: &random)
        let end = min(input.count, place + Int.random(in: 0...12, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: if place < input.count { input[place] = UInt8.random(in: 0...255, using: &random) }
        case 1: input.removeSubrange(place..<end)
        case 2: input.insert(contentsOf: input[place..<end], at: place)
        case 3: input.insert([0x2C, 0x22, 0x00, 0x0A, 0x0D, 0x2F, 0x39].randomElement(using: &random) ?? 0, at: place)
        default: input.insert(contentsOf: Array("2026/03/11 10:00:00,".utf8), at: place)
        }
    }

    /// Lines of calls with one to four parts, in the order in which the parts end.
    private static func traffic(_ count: Int, _ random: inout SeededRandom) -> [String] {
        var open: [IPOfficeLine] = []
        var lines: [String] = []
        for index in 0..<count {
            var line: IPOfficeLine
            if !open.isEmpty, Bool.random(using: &random) {
                line = open.remove(at: Int.random(in: 0..<open.count, using: &random))
            } else {
                line = IPOfficeLine(start: "2026/03/11 1\(index / 60 % 10):\(10 + index % 50):00")
                line.callID = "\(1_000_000 + index)"
            }
            line.connected = "00:00:\(10 + Int.random(in: 0..<50, using: &random))"
            if Bool.random(using: &random) { line.connected = "00:00:00" }
            line.continuation = Bool.random(using: &random) ? "1" : "0"
            if line.continuation == "1" { open.append(line) }
            lines.append(line.text)
        }
        return lines
    }
}

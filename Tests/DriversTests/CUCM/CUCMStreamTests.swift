import ECASDriverTesting
import ECASDrivers
import ECASModel
import Foundation
import Testing

@Suite("CUCM: streams")
struct CUCMStreamTests {
    /// Lines of both kinds and several layouts, with repetitions, headers and noise in between.
    static func traffic(_ count: Int, seed: UInt64) -> [String] {
        var random = SeededRandom(seed: seed)
        let devices = ["SEP00000C002001", "SIP-A", "CFB_1", "UM-VI2", "", "S0/SU1/DS1-0@VG-1"]
        var lines: [String] = []
        for index in 0..<count {
            let pick = Int.random(in: 0..<20, using: &random)
            let width = [98, 129, 133].randomElement(using: &random) ?? 133
            var row = CUCMRow.call(
                [
                    "globalCallID_callId": "\(index)", "pkid": "row-\(index / 2)",
                    "origDeviceName": devices.randomElement(using: &random) ?? "",
                    "destDeviceName": devices.randomElement(using: &random) ?? "",
                    "joinOnBehalfOf": "\(Int.random(in: 0..<36, using: &random))",
                    "authCodeDescription": "a, \"\"b\"\"",
                ], width: width)
            if pick == 0 { row.columns.swapAt(8, 29) }
            if pick <= 1 { lines += [row.names, row.types] }
            lines.append(pick == 2 ? CUCMRow.quality(["pkid": "row-\(index)"], width: 44).text : row.text)
            if pick == 3 { lines.append("noise") }
        }
        return lines
    }

    @Test("a parser restored in the middle of a stream goes on with the same result", arguments: [1, 13, 50])
    func restored(_ interval: Int) throws {
        let driver = try CiscoCUCM(settings: DriverSettings(zone: .utc))
        var whole = driver.makeRecordParser()
        var parts = driver.makeRecordParser()
        var expected = ParsedRecords()
        var output = ParsedRecords()
        for (index, line) in Self.traffic(300, seed: 5).enumerated() {
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
        #expect(output.supplements == expected.supplements)
        #expect(output.outcomes == expected.outcomes)
        #expect(expected.outcomes.contains(.skipped("repeated-row")))
        #expect(expected.legs.count > 100)
    }

    @Test("the memory is bounded however many rows come, and what is no memory is refused")
    func memory() throws {
        var parser = try CiscoCUCM(settings: DriverSettings()).makeRecordParser()
        var output = ParsedRecords()
        for index in 0..<10_000 {
            let line = [UInt8](CUCMRow.call(["pkid": "row-\(index)"], width: 78).text.utf8)
            parser.parse(line.span, RecordContext(), into: &output)
        }
        #expect(output.legs.count == 10_000)
        #expect(try parser.encodedMemory().count < 120_000)
        for text in ["{}", "[]", "7", #"{"callLayout":{"kind":1,"cells":[1],"isHeaderSeen":false}}"#] {
            #expect(throws: DriverError.self) { try parser.restore(encodedMemory: Data(text.utf8)) }
        }
    }

    @Test("a repeated row is dropped, the first one counts; rows without a key are all kept")
    func repetitions() throws {
        let first = CUCMRow.call(["pkid": "11111111-2222-4333-8444-555555555555", "duration": "1"])
        var second = first
        second.values["duration"] = "2"
        var other = first
        other.values["pkid"] = "11111111-2222-4333-8444-555555555556"
        let result = try CUCMResult([first, second, other, first])
        #expect(result.calls.map(\.times.durationSeconds) == [1, 1])
        #expect(result.skipped["repeated-row"] == 2)
        #expect(try CUCMResult([.call(), .call()]).calls.count == 2)
        // A damaged row does not count as the first.
        var damaged = first
        damaged.values["duration"] = "x"
        #expect(try CUCMResult([damaged, first]).calls.count == 1)
    }

    @Test("the result does not depend on where the stream is cut", arguments: [1, 2, 3] as [UInt64])
    func cuts(seed: UInt64) throws {
        let input = [UInt8](Self.traffic(60, seed: seed).joined(separator: "\r\n").utf8)
        let driver = try CiscoCUCM(settings: DriverSettings(zone: .utc))
        let whole = GoldenResult(driver: driver, input: input, cuts: .whole, receivedAt: nil)
        for cuts in [Cuts.everyByte, .random(seed: seed)] {
            #expect(GoldenResult(driver: driver, input: input, cuts: cuts, receivedAt: nil) == whole, "\(cuts)")
        }
    }

    @Test("mutated input never crashes, and every byte is accounted for")
    func mutations() throws {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        let driver = try CiscoCUCM(settings: DriverSettings(zone: .utc, values: ["phones": "S*-*A"]))
        let interesting: [UInt8] = [
            0, 9, 10, 13, 32, 34, 40, 44, 45, 46, 48, 57, 59, 61, 69, 98, 127, 128, 0xC3, 0xEF, 255,
        ]
        let inputs = (1...20).map { [UInt8](Self.traffic(5, seed: $0).joined(separator: "\n").utf8) }
        for round in 0..<5_000 {
            var input = inputs[round % inputs.count]
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<input.count, using: &random)
                let byte = interesting.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<4, using: &random) {
                case 0: input[place] = byte
                case 1: input.insert(byte, at: place)
                case 2: input.removeSubrange(place..<min(input.count, place + Int.random(in: 1...40, using: &random)))
                default: input[place] = UInt8.random(in: 0...255, using: &random)
                }
                if input.isEmpty { input = [byte] }
            }
            var stream = RecordStream(driver: driver)
            var calls: [CallRecord] = []
            var supplements: [CallSupplement] = []
            stream.receive(input.span, receivedAt: nil, into: &calls, supplements: &supplements)
            stream.finish(receivedAt: nil, into: &calls, supplements: &supplements)
            guard stream.accounting.isBalanced, stream.accounting.bytes == UInt64(input.count) else {
                Issue.record("seed \(seed), round \(round): \(stream.accounting)")
                return
            }
        }
    }
}

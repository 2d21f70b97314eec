import ECASDriverTesting
import ECASDrivers
import ECASModel
import Testing

@Suite("Lines")
struct LineSessionTests {
    struct Found: Equatable {
        var lines: [String] = []
        var damaged: [String] = []
        var skipped = 0
        var offsets: [UInt64] = []
        var numbers: [UInt64] = []
        var bytes = 0
    }

    func read(_ text: [UInt8], cuts: Cuts, terminator: LineSession.Terminator = .any, longest: Int = 65_536) -> Found {
        var session = LineSession(terminator: terminator, longestRecord: longest)
        var found = Found()
        var output = LinkOutput()
        var start = 0
        func drain() {
            for event in output.events {
                switch event {
                case .record(let record):
                    let line = String(decoding: output.bytes(of: record), as: UTF8.self)
                    if record.damage == nil { found.lines.append(line) } else { found.damaged.append(line) }
                    found.offsets.append(record.offset)
                    found.numbers.append(record.line)
                    found.bytes += record.wireLength
                case .skipped(_, let length, _):
                    found.skipped += 1
                    found.bytes += length
                default: Issue.record("unexpected \(event)")
                }
            }
            output.removeAll()
        }
        for length in cuts.lengths(of: text.count) {
            text.withUnsafeBufferPointer {
                session.receive(
                    UnsafeBufferPointer(rebasing: $0[start..<start + length]).span, at: Instant(milliseconds: 0),
                    into: &output)
            }
            start += length
            drain()
        }
        session.endOfStream(at: Instant(milliseconds: 0), into: &output)
        drain()
        return found
    }

    @Test(
        "every line end seen in the field ends a line once",
        arguments: ["a\nb\nc\n", "a\r\nb\r\nc\r\n", "a\n\rb\n\rc\n\r", "a\rb\rc\r", "a\r\nb\nc\r", "a\r\nb\r\nc"])
    func terminators(text: String) {
        for cuts in [Cuts.whole, .everyByte, .random(seed: 7)] {
            let found = read([UInt8](text.utf8), cuts: cuts)
            #expect(found.lines == ["a", "b", "c"], "\(text.debugDescription), \(cuts)")
            #expect(found.bytes == text.utf8.count, "every byte is accounted for")
        }
    }

    @Test("empty lines and lines of NULs are skipped and counted")
    func emptyLines() {
        let text: [UInt8] = Array("a\r\n\r\n".utf8) + [0, 0, 0x0D, 0x0A] + Array("b\r\n".utf8)
        for cuts in [Cuts.whole, .everyByte] {
            let found = read(text, cuts: cuts)
            #expect(found.lines == ["a", "b"])
            #expect(found.bytes == text.count)
            #expect(found.numbers == [1, 4])
        }
    }

    @Test("with LF as the only line end a CR within a line stays")
    func lineFeedOnly() {
        let found = read(Array("a\rb\r\nc\n".utf8), cuts: .everyByte, terminator: .lineFeed)
        #expect(found.lines == ["a\rb", "c"])
        #expect(found.bytes == 7)
    }

    @Test("a line without an end comes in pieces of bounded size, and the next line is sound")
    func overlong() {
        let text = Array((String(repeating: "x", count: 25) + "\nok\n").utf8)
        let whole = read(text, cuts: .whole, longest: 10)
        #expect(whole.damaged == ["xxxxxxxxxx", "xxxxxxxxxx", "xxxxx"])
        #expect(whole.lines == ["ok"])
        #expect(whole.bytes == text.count)
        for cuts in [Cuts.everyByte, .random(seed: 3), .random(seed: 4)] {
            #expect(read(text, cuts: cuts, longest: 10) == whole, "\(cuts)")
        }
    }

    @Test("any bytes, cut anywhere, give the same lines and account for every byte")
    func property() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        let alphabet: [UInt8] = [0x0A, 0x0D, 0x00, 0x61, 0x62, 0xFF]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            for terminator in [LineSession.Terminator.any, .lineFeed] {
                let whole = read(text, cuts: .whole, terminator: terminator, longest: 8)
                #expect(whole.bytes == text.count, "seed \(seed)")
                let cut = read(text, cuts: .random(seed: random.next()), terminator: terminator, longest: 8)
                #expect(cut == whole, "seed \(seed): \(text)")
                #expect(read(text, cuts: .everyByte, terminator: terminator, longest: 8) == whole, "seed \(seed)")
            }
        }
    }
}

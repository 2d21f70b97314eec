import ECASDriverTesting
import ECASDrivers
import ECASModel
import Testing

@Suite("Separated fields")
struct SeparatedFieldsTests {
    func split(_ text: [UInt8], quoted: Bool) -> [String] {
        var fields = SeparatedFields()
        return text.withUnsafeBufferPointer { buffer in
            let record = FieldBytes(buffer)
            fields.split(record, separator: UInt8(ascii: ","), quoted: quoted)
            return (0..<fields.count).map { String(decoding: fields.field($0, of: record).array, as: UTF8.self) }
        }
    }

    @Test(
        "fields lie between separators",
        arguments: [
            ("", [""]), ("a", ["a"]), ("a,b", ["a", "b"]), (",", ["", ""]), ("a,,b,", ["a", "", "b", ""]),
            (String(repeating: "x", count: 63) + ",y", [String(repeating: "x", count: 63), "y"]),
            (String(repeating: "x", count: 64) + ",y", [String(repeating: "x", count: 64), "y"]),
        ])
    func plain(text: String, expected: [String]) {
        #expect(split(Array(text.utf8), quoted: false) == expected)
    }

    @Test(
        "a separator between quotes is text",
        arguments: [
            (#""a,b",c"#, [#""a,b""#, "c"]), (#""a""b,c",d"#, [#""a""b,c""#, "d"]),
            (#"a,"","x""#, ["a", #""""#, #""x""#]),
            (
                "\"" + String(repeating: "x,", count: 80) + "\",z",
                ["\"" + String(repeating: "x,", count: 80) + "\"", "z"]
            ),
        ])
    func quotes(text: String, expected: [String]) {
        #expect(split(Array(text.utf8), quoted: true) == expected)
    }

    @Test("an open quote is told")
    func openQuote() {
        var fields = SeparatedFields()
        for count in 0...130 {
            let text = "a," + String(repeating: "\"", count: count)
            Array(text.utf8).withUnsafeBufferPointer {
                fields.split(FieldBytes($0), separator: 0x2C, quoted: true)
            }
            #expect(fields.hasOpenQuote == (count % 2 == 1), "\(count) quotes")
        }
    }

    @Test("random records are split as byte-by-byte reading splits them")
    func property() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        let alphabet = Array("a,\"b".utf8)
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            for quoted in [false, true] {
                var expected: [[UInt8]] = [[]]
                var inside = false
                for byte in text {
                    if quoted, byte == UInt8(ascii: "\"") { inside.toggle() }
                    if byte == UInt8(ascii: ","), !inside {
                        expected.append([])
                    } else {
                        expected[expected.count - 1].append(byte)
                    }
                }
                #expect(
                    split(text, quoted: quoted) == expected.map { String(decoding: $0, as: UTF8.self) }, "seed \(seed)")
            }
        }
    }

    @Test("the noughts behind a record are no separators, not even where nought is the separator", arguments: 0...130)
    func noughtAsSeparator(length: Int) {
        var fields = SeparatedFields()
        [UInt8](repeating: 0x61, count: length).withUnsafeBufferPointer {
            fields.split(FieldBytes($0), separator: 0, quoted: false)
        }
        #expect(fields.count == 1)
        let halves = [UInt8](repeating: 0x61, count: length) + [0] + [UInt8](repeating: 0x62, count: length)
        halves.withUnsafeBufferPointer {
            let record = FieldBytes($0)
            fields.split(record, separator: 0, quoted: false)
            #expect(fields.count == 2)
            #expect(fields.field(0, of: record).array == Array(halves[..<length]))
            #expect(fields.field(1, of: record).array == Array(halves[(length + 1)...]))
        }
    }

    @Test("a quote anywhere is told", arguments: 1...130)
    func quoteTold(length: Int) {
        var fields = SeparatedFields()
        let text = [UInt8](repeating: 0x61, count: length)
        text.withUnsafeBufferPointer { fields.split(FieldBytes($0), separator: 0x2C, quoted: false) }
        #expect(!fields.hasQuote)
        for index in text.indices {
            var quoted = text
            quoted[index] = 0x22
            quoted.withUnsafeBufferPointer { fields.split(FieldBytes($0), separator: 0x2C, quoted: false) }
            #expect(fields.hasQuote, "at \(index) of \(length)")
        }
    }
}

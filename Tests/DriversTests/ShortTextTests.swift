import ECASDriverTesting
import ECASDrivers
import Testing

@Suite("Short texts")
struct ShortTextTests {
    /// Runs a body with a field that lies within other bytes, so that a read behind its end shows.
    func withField<Result>(_ bytes: [UInt8], _ body: (FieldBytes) -> Result) -> Result {
        let around = [UInt8](repeating: 0xEE, count: 16)
        return (around + bytes + around).withUnsafeBufferPointer {
            body(FieldBytes(UnsafeBufferPointer(rebasing: $0[16..<16 + bytes.count])))
        }
    }

    @Test("hold the bytes of a field, whatever its length", arguments: 0...20)
    func bytes(count: Int) {
        let bytes = (0..<count).map { UInt8(0x41 + $0) }
        let kept = Array(bytes.prefix(ShortText.capacity))
        withField(bytes) { field in
            let text = ShortText(field)
            #expect(text.count == kept.count)
            #expect(text.string == String(decoding: kept, as: UTF8.self))
            #expect(text.isASCII)
            for byte in UInt8(0x41)...0x5F { #expect(text.contains(byte) == kept.contains(byte)) }
            #expect(field.text() == (bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)))
        }
    }

    @Test("differ where a byte or the length differs")
    func equality() {
        let texts = [
            "", "a", "b", "ab", "abcdefgh", "abcdefgi", "abcdefghi", "abcdefghijklmno", "abcdefghijklmnp", "\0",
        ]
        for left in texts {
            for right in texts {
                let (first, second) = ([UInt8](left.utf8), [UInt8](right.utf8))
                withField(first) { one in
                    withField(second) { other in
                        #expect((ShortText(one) == ShortText(other)) == (left == right))
                        #expect(one.hasSameBytes(as: other) == (left == right))
                    }
                }
            }
        }
    }

    @Test("take words behind their end, as far as there is room", arguments: 0...15)
    func append(count: Int) {
        let bytes = (0..<count).map { UInt8(0x61 + $0) }
        withField(bytes) { field in
            for added in 0...8 {
                var text = ShortText(field)
                text.append(0x3837_3635_3433_3231, count: added)
                let expected = bytes + Array("12345678".utf8.prefix(min(added, ShortText.capacity - count)))
                #expect(text.string == String(decoding: expected, as: UTF8.self))
                #expect(text.count == expected.count)
            }
        }
    }

    @Test("a byte outside ASCII is seen", arguments: 0..<15)
    func outsideASCII(index: Int) {
        var bytes = [UInt8](repeating: 0x61, count: 15)
        bytes[index] = 0xE4
        withField(bytes) { field in
            #expect(!ShortText(field).isASCII)
            // No UTF-8, so it is Windows-1252.
            #expect(
                field.text() == String(repeating: "a", count: index) + "ä" + String(repeating: "a", count: 14 - index))
        }
    }
}

@Suite("Clock times")
struct ClockSecondsTests {
    @Test(
        "HH:MM:SS is read wherever it stands",
        arguments: [
            ("00:00:00", 0), ("00:01:02", 62), ("23:59:59", 86_399), ("99:59:59", 359_999), ("00:60:00", nil),
            ("00:00:60", nil), ("0a:00:00", nil), ("00.00:00", nil), ("00:00;00", nil), ("00:00:0", nil),
            ("00:0/:00", nil), ("::::::::", nil), ("00:00:0:", nil), ("\u{10}0:00:00", nil),
        ] as [(String, Int?)])
    func read(text: String, seconds: Int?) {
        for lead in ["", "x", "2026/03/11 "] {
            Array((lead + text).utf8).withUnsafeBufferPointer {
                #expect(FieldBytes($0).clockSeconds(at: lead.utf8.count) == seconds)
            }
        }
    }

    @Test("every byte other than the right one is refused")
    func otherBytes() {
        for index in 0..<8 {
            for byte in UInt8.min...UInt8.max {
                var text = Array("12:34:56".utf8)
                text[index] = byte
                let isColon = index == 2 || index == 5
                // Minutes and seconds have tens below 6.
                let digits: ClosedRange<UInt8> = index == 3 || index == 6 ? 0x30...0x35 : 0x30...0x39
                let isTime = isColon ? byte == 0x3A : digits.contains(byte)
                text.withUnsafeBufferPointer {
                    #expect((FieldBytes($0).clockSeconds(at: 0) != nil) == isTime, "byte \(byte) at \(index)")
                }
            }
        }
    }
}

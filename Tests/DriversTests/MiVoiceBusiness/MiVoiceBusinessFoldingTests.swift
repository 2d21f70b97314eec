import ECASDrivers
import ECASModel
import Testing

@Suite("MiVoice Business: folded records")
struct MiVoiceBusinessFoldingTests {
    static let long = SMDRRecord.internal(.level2)[.account, "      110110"][.call, "M0100376"][.sequence, "A"]
    static let head = long.text(to: 80)
    static let rest = String(long.text.dropFirst(80).prefix(80))
    static let last = String(long.text.dropFirst(160))

    @Test("a record comes whole or on lines of 80 columns, with the same result")
    func folded() throws {
        let whole = try SMDRResult([Self.long.text])
        let folded = try SMDRResult([Self.head, Self.rest, Self.last])
        #expect(whole.calls.count == 1)
        #expect(folded.calls == whole.calls)
        #expect(folded.calls.first?.codes.account == "110110")
        #expect(folded.calls.first?.identity.callID == "M0100376")
        #expect(folded.malformed.isEmpty)
    }

    @Test(
        "what follows the head is the rest only if it holds what a record's end holds",
        arguments: [
            ("                    110111 000", true, "digits"),
            ("0  T 2009           110111 000", true, "the middle of a field"),
            ("                    110111R000", true, "a mark"),
            ("                    AB*#+r 000", true, "other characters of the fields"),
            ("                    ABCD   000", false, "a word of four letters"),
            ("                    abc    000", false, "small letters"),
            ("                    11-11  000", false, "a character of no field"),
            ("                    11\u{e9}11  000", false, "a character outside ASCII"),
        ])
    func continuation(_ line: String, _ isRest: Bool, _ what: String) throws {
        let result = try SMDRResult([Self.head, line])
        #expect(result.calls.count == 1)
        #expect((result.calls.first?.codes.account != nil) == isRest, "\(what)")
        #expect(result.malformed == (isRest ? [] : ["not-understood"]), "\(what)")
    }

    @Test("the rest lands in its columns when the first line lost its trailing blanks or its first column")
    func trimmed() throws {
        let trimmed = String(Self.head.reversed().drop { $0 == " " }.reversed())
        #expect(trimmed.utf8.count < 80)
        for first in [trimmed, String(Self.head.dropFirst()), "@20260312@ " + Self.head] {
            let result = try SMDRResult([first, Self.rest, Self.last])
            #expect(result.calls.first?.codes.account == "110110")
            #expect(result.calls.first?.identity.callID == "M0100376")
        }
    }

    @Test(
        "a blank line closes a record, foreign text and comments do not",
        arguments: [
            ("", false), ("   ", false), ("# read at noon", true), ("alarm cleared", true),
        ])
    func between(_ line: String, _ staysOpen: Bool) throws {
        let result = try SMDRResult([Self.head, line, Self.rest])
        #expect((result.calls.first?.codes.account == "110110") == staysOpen)
    }

    @Test("records stay in the order of their first lines, and keep their lines")
    func order() throws {
        var session = try MitelMiVoiceBusiness(settings: DriverSettings()).makeLinkSession()
        var output = LinkOutput()
        let text = [UInt8]("\(Self.head)\r\nalarm\r\n\(Self.rest)\r\n\(Self.head)\r\n".utf8)
        session.receive(text.span, at: Instant(seconds: 0), into: &output)
        session.endOfStream(at: Instant(seconds: 0), into: &output)
        let records = output.events.compactMap { event -> LinkRecord? in
            if case .record(let record) = event { record } else { nil }
        }
        #expect(
            records.map { String(decoding: output.bytes(of: $0), as: UTF8.self) }
                == [Self.head + "\n" + Self.rest, "alarm", Self.head])
        #expect(records.map(\.line) == [1, 2, 4])
        #expect(records.map(\.offset) == [0, 81, 170])
        let skipped = output.events.reduce(0) { sum, event in
            if case .skipped(_, let length, _) = event { sum + length } else { sum }
        }
        #expect(records.map(\.wireLength).reduce(0, +) + skipped == text.count)
    }

    @Test("on a connection an open record is closed after 750 milliseconds without bytes")
    func tick() throws {
        var session = try MitelMiVoiceBusiness(settings: DriverSettings()).makeLinkSession()
        var output = LinkOutput()
        let start = Instant(seconds: 1_000)
        #expect(session.nextTick == nil)
        session.receive([UInt8]("\(Self.head)\r\n".utf8).span, at: start, into: &output)
        #expect(output.events.isEmpty)
        #expect(session.nextTick == start.advanced(byMilliseconds: 750))
        session.tick(at: start.advanced(byMilliseconds: 749), into: &output)
        #expect(output.events.isEmpty)
        session.tick(at: start.advanced(byMilliseconds: 750), into: &output)
        #expect(output.events.count == 1)
        #expect(session.nextTick == nil)
    }

    @Test("a record of more than 80 columns is not waited with")
    func whole() throws {
        var session = try MitelMiVoiceBusiness(settings: DriverSettings()).makeLinkSession()
        var output = LinkOutput()
        session.receive(
            [UInt8]("\(SMDRRecord().text)\r\n".utf8).span, at: Instant(seconds: 0), into: &output)
        #expect(output.events.count == 1)
        #expect(session.nextTick == nil)
    }

    @Test("a record that ends in column 80 has lost what runs over it")
    func column80() throws {
        let standard = SMDRRecord()[.account, "123456789012"]
        #expect(try SMDRResult([standard.text(to: 80)]).calls.first?.codes.account == nil)
        #expect(try SMDRResult([standard.text(to: 79)]).calls.first?.codes.account == "1234567")
        #expect(try SMDRResult([standard.text]).calls.first?.codes.account == "123456789012")
        let extended = SMDRRecord.incoming(.extended)[.transfer, "T"][.thirdParty, "2110047"]
        let cut = try #require(try SMDRResult([extended.text(to: 80)]).calls.first)
        #expect(cut.parties.called?.text == "2140")
        #expect(cut.kind.flags.contains([.transferred, .legsIncomplete]))
        #expect(try SMDRResult([extended.text]).calls.first?.parties.called?.text == "2110047")
    }

    @Test("a head cut off at the end of the stream is no rest of the record before")
    func cutHead() throws {
        let result = try SMDRResult([SMDRRecord().text(to: 80), " 03"], lineEnd: "\n")
        #expect(result.malformed.isEmpty)
        var stream = RecordStream(driver: try MitelMiVoiceBusiness(settings: DriverSettings(firstYear: 2026)))
        var calls: [CallRecord] = []
        var supplements: [CallSupplement] = []
        let bytes = [UInt8]("\(SMDRRecord().text(to: 80))\n 03".utf8)
        stream.receive(bytes.span, receivedAt: nil, into: &calls, supplements: &supplements)
        stream.finish(receivedAt: nil, into: &calls, supplements: &supplements)
        #expect(stream.takeMalformed().map(\.reason.code) == ["truncated"])
        #expect(calls.count == 1)
    }

    @Test("a line without an end is handed on in damaged pieces")
    func overlong() throws {
        let result = try SMDRResult([Self.head, String(repeating: "5", count: 10_000), SMDRRecord().text])
        #expect(result.calls.count == 2)
        #expect(result.malformed == ["overlong", "overlong", "overlong"])
    }
}

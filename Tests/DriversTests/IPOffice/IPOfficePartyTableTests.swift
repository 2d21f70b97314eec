import ECASDrivers
import ECASModel
import Testing

@Suite("IP Office: parties seen before")
struct IPOfficePartyTableTests {
    @Test("more parties than are remembered, and parties of other kinds under the same number, keep their texts")
    func manyParties() throws {
        var lines: [IPOfficeLine] = []
        for index in 0..<3000 {
            var line = IPOfficeLine()
            let number = 200 + index * 7 % 1500
            line.device1 = "E\(number)"
            line.name1 = index % 5 == 0 ? "A name of more than thirty bytes \(number)" : "Name \(number) \(index % 3)"
            line.device2 = index % 4 == 0 ? "V9501" : "T9\(number)"
            line.name2 = index % 4 == 0 ? "VM Channel \(index % 90)" : "Line \(index % 12).\(index % 30)"
            line.direction = "O"
            lines.append(line)
        }
        let result = try IPOfficeResult(lines)
        try #require(result.calls.count == lines.count)
        for (line, call) in zip(lines, result.calls) {
            #expect(call.parties.chargedExtension.map { "E\($0)" } == line.device1)
            #expect(call.parties.callingName == line.name1)
            let isVoiceMail = line.device2 == "V9501"
            #expect(call.parties.calledName == (isVoiceMail ? line.name2 : nil))
            #expect(call.kind.flags.contains(.voiceMail) == isVoiceMail)
            #expect(call.parties.others.calledDevice == (isVoiceMail ? line.device2 : nil))
            #expect(call.trunks.outgoing == (isVoiceMail ? nil : line.device2))
            let channel = line.name2.split(separator: ".").last.map(String.init)
            #expect(call.trunks.outgoingMember == (isVoiceMail ? nil : channel))
        }
    }

    @Test("one number in both parties of a record keeps two names")
    func sameNumberTwice() throws {
        var line = IPOfficeLine()
        line.isInternal = "1"
        line.direction = "O"
        (line.device1, line.name1) = ("E301", "Anna Lind")
        (line.device2, line.name2) = ("E301", "Anna's other set")
        let call = try IPOfficeResult([line, line]).calls.last
        #expect(call?.parties.callingName == "Anna Lind")
        #expect(call?.parties.calledName == "Anna's other set")
    }
}

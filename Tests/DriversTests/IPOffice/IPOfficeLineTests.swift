import ECASDrivers
import ECASModel
import Testing

@Suite("IP Office: lines that are not plain")
struct IPOfficeLineTests {
    static let line = IPOfficeLine().text

    @Test(
        "commas in names are put back",
        arguments: [
            ("Lind, Anna", "Ben Ode"), ("Anna Lind", "Ode, Ben"), ("Lind, Anna", "Ode, Ben, Dr."), ("Lind,", "Ode"),
            (",", ","), ("Lind, 12", "Ode, 7 b"), ("Lind,,Anna", ""),
        ])
    func commas(_ name1: String, _ name2: String) throws {
        let call = try IPOfficeResult([
            IPOfficeLine(
                direction: "O", isInternal: "1", name1: name1, device2: "E302", name2: name2, hold: "4", park: "6",
                later: [27: "U Xfd"])
        ]).call
        #expect(call.parties.callingName == name1)
        #expect(call.parties.calledName == (name2.isEmpty ? nil : name2))
        #expect(call.times.holdSeconds == 4)
        #expect(call.times.parkSeconds == 6)
        #expect(call.kind.flags == .transferred)
    }

    @Test("a comma in the only name of a record without a second party")
    func commaWithoutParty2() throws {
        let call = try IPOfficeResult([
            IPOfficeLine(connected: "00:00:00", ring: "0", direction: "O", name1: "Lind, Anna", device2: "", name2: "")
        ]).call
        #expect(call.parties.callingName == "Lind, Anna")
        #expect(call.kind.disposition == .failed)
    }

    @Test("commas in the names behind: of the user charged, and of the targeter where the time of the record shows it")
    func laterCommas() throws {
        let line = IPOfficeLine(
            later: [19: "Lind, Anna", 20: "0.42", 21: "GBP", 27: "U Xfd", 28: "Ode, Ben", 34: "2026/03/11 10:00:20"],
            count: 37)
        let call = try IPOfficeResult([line]).call
        #expect(call.parties.others.user == "Lind, Anna")
        #expect(call.parties.others.transferring?.text == "Ode, Ben")
        #expect(call.pbxCharge?.amountNanounits == 420_000_000)
        #expect(call.times.end?.description == "2026-03-11T10:00:20Z")
    }

    @Test(
        "what cannot be aligned is malformed",
        arguments: [
            IPOfficeLine(name1: "Lind,E44,Anna"), IPOfficeLine(device1: "X301"),
            IPOfficeLine(account: "Smith, Ltd"), IPOfficeLine(name1: "Lind, Anna", device2: "", name2: "Line 1.2"),
            IPOfficeLine(hold: "x"), IPOfficeLine(park: ""),
        ].map(\.text))
    func notAligned(_ text: String) throws {
        #expect(try IPOfficeResult([text]).malformed == ["parties"])
    }

    @Test(
        "fields that do not read as such are malformed",
        arguments: [
            (IPOfficeLine(start: "2026/02/30 10:00:00"), "call-start"),
            (IPOfficeLine(start: "2026/03/11 10:00:00x"), "call-start"),
            (IPOfficeLine(connected: "00:60:00"), "connected-time"), (IPOfficeLine(connected: ""), "connected-time"),
            (IPOfficeLine(connected: "123456:00:00"), "connected-time"), (IPOfficeLine(ring: ""), "ring-time"),
            (IPOfficeLine(ring: "-1"), "ring-time"), (IPOfficeLine(ring: "9999999999"), "ring-time"),
            (IPOfficeLine(direction: "i"), "direction"), (IPOfficeLine(hold: "9999999999"), "hold-time"),
            (IPOfficeLine(park: "9999999999"), "park-time"),
        ] as [(IPOfficeLine, String)])
    func malformed(_ line: IPOfficeLine, _ code: String) throws {
        #expect(try IPOfficeResult([line]).malformed == [code])
    }

    @Test("wherever a record is cut, it is not glued to the next one as a sound record")
    func glued() throws {
        let first = IPOfficeLine(
            later: [19: "Lind", 20: "0.42", 21: "GBP", 34: "2026/03/11 10:00:16", 35: "0", 36: "N/A"], count: 37
        ).text
        let second = IPOfficeLine(
            start: "2026/03/11 10:07:00", caller: "302", direction: "O", called: "03069990123", callID: "1000002"
        ).text
        // Of a record cut within its first date nothing is left: the second one is whole.
        for cut in 14...first.utf8.count {
            let result = try IPOfficeResult([String(first.prefix(cut)) + second])
            #expect(result.calls.isEmpty, "cut behind byte \(cut)")
            #expect(result.malformed.count == 1, "cut behind byte \(cut)")
        }
    }

    @Test("a record that was cut is malformed as long as hold or park time are missing")
    func cut() throws {
        let end = "2026/03/11 10:00:00,00:00:10,5,02079460133,I,301,301,,0,1000001,0,E301,Anna Lind,T9001,Line 1.2,0,0"
        #expect(Self.line.hasPrefix(end))
        for count in 1..<end.utf8.count {
            let result = try IPOfficeResult([String(end.prefix(count))])
            #expect(result.calls.isEmpty, "cut behind byte \(count)")
            #expect(result.malformed.count == 1, "cut behind byte \(count)")
        }
        #expect(try IPOfficeResult([end]).calls.count == 1)
    }

    @Test(
        "NULs, byte order marks and what a relay writes in front are cut off",
        arguments: ["\0", "\0\0\0", "\u{FEFF}", "<134>Mar 11 10:00:10 pbx, smdr: ", "\r", "2026-03-11T10:00:10Z pbx "])
    func fronts(_ front: String) throws {
        let plain = try IPOfficeResult([Self.line])
        let result = try IPOfficeResult([front + Self.line])
        #expect(result.calls == plain.calls)
    }

    @Test("NULs within a record are stripped, doubled CRs belong to the line end")
    func within() throws {
        let plain = try IPOfficeResult([Self.line])
        let text = Self.line.replacingOccurrence(of: "Anna", with: "A\0nna") + "\0 \r"
        #expect(try IPOfficeResult([text]).calls == plain.calls)
    }

    @Test("fields in quotes, with doubled quotes and commas inside")
    func quoted() throws {
        let text =
            #""2026/03/11 10:00:00","00:00:10",5,302,"O","301","301","",1,"1000001","0","E302","Lind, ""Anna""","E301","#
        let call = try IPOfficeResult([text + #""B ""b",0,"0",,"n/a""#]).call
        #expect(call.parties.callingName == #"Lind, "Anna""#)
        #expect(call.parties.calledName == #"B "b"#)
        #expect(call.identity.callID == "1000001")
    }

    @Test("a quote that does not enclose a field is part of it", arguments: [#"5" pipe"#, #""Hot" line"#, #""open"#])
    func looseQuotes(_ name: String) throws {
        let call = try IPOfficeResult([IPOfficeLine(name1: name)]).call
        #expect(call.parties.calledName == name)
        #expect(call.trunks.incoming == "T9001")
    }

    @Test("a name with a comma, not quoted, in a line with quotes")
    func commaBesideQuotes() throws {
        let call = try IPOfficeResult([IPOfficeLine(account: #""x""#, name1: "Lind, Anna")]).call
        #expect(call.parties.calledName == "Lind, Anna")
        #expect(call.codes.account == "x")
    }

    @Test("headers and empty lines are skipped, other lines without a date are not")
    func skipped() throws {
        let names = "Call Start" + String(repeating: ",Field", count: 16)
        let result = try IPOfficeResult([
            names, "\u{FEFF}\(names)", "", " ", "\0\0", "Call Start,Connected", ",,,\(names)",
        ])
        #expect(result.skipped == [.header: 2, .emptyLine: 3])
        #expect(result.malformed == ["no-date", "no-date"])
    }
}

extension String {
    fileprivate func replacingOccurrence(of part: String, with other: String) -> String {
        guard let range = firstRange(of: part) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func firstRange(of part: String) -> Range<Index>? {
        indices.lazy.compactMap { start in
            self[start...].hasPrefix(part) ? start..<self.index(start, offsetBy: part.count) : nil
        }.first
    }

    private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}

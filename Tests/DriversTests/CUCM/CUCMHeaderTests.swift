import ECASDrivers
import ECASModel
import Testing

@Suite("CUCM: headers and layouts")
struct CUCMHeaderTests {
    @Test(
        "every width that a release wrote gives the same call",
        arguments: [78, 82, 94, 98, 103, 112, 118, 125, 129, 133])
    func widths(_ width: Int) throws {
        let row = CUCMRow.call(width: width)
        let named = try CUCMResult([row])
        #expect(named.call.parties.called?.text == "2002")
        #expect(named.call.provenance.layout == "cdr-\(width)")
        let unnamed = try CUCMResult(file: row.text + "\n")
        #expect(unnamed.calls.map(\.identity) == named.calls.map(\.identity), "by position, the same")
    }

    @Test("names decide, whatever their order, case, blanks and spelling")
    func names() throws {
        var row = CUCMRow.call(["destLegIdentifier": "777", "globalCallId_ClusterID": "Moved"])
        row.columns.swapAt(0, 65)
        row.columns.swapAt(25, 132)
        row.columns.swapAt(8, 30)
        let names = row.names.replacing("destLegIdentifier", with: " DestLegCallIdentifier ").uppercased()
            .replacing("DESTVIDEOTRANSPORTADDRESS_IP\"", with: "DESTVIDEOTRANSPORTADDRESS _IP\"")
        let call = try CUCMResult(file: "\u{FEFF}\(names)\r\n\(row.types)\r\n\(row.text)\r\n").call
        #expect(call.identity.callID == "Moved/2/77")
        #expect(call.identity.relatedLeg == "777")
        #expect(call.parties.calling?.text == "2001")
        #expect(call.parties.called?.text == "2002")
    }

    @Test("type lines, name lines and empty lines are skipped wherever they are; new names are taken over")
    func middle() throws {
        let old = CUCMRow.call(["globalCallID_callId": "1"], width: 98)
        var new = CUCMRow.call(["globalCallID_callId": "2"])
        new.columns.swapAt(29, 8)
        let lines = [old.names, old.types, old.text, "", new.names, new.text, new.types, new.text, "   "]
        let result = try CUCMResult(file: lines.map { $0 + "\n" }.joined())
        #expect(result.callNumbers == ["1", "2", "2"])
        #expect(result.calls.map(\.parties.calling?.text) == ["2001", "2001", "2001"])
        #expect(result.skipped == [.header: 4, .emptyLine: 2])
        #expect(result.isBalanced)
    }

    @Test("a type line without names in front means columns by position")
    func typesOnly() throws {
        var odd = CUCMRow.call(["globalCallID_callId": "1"])
        odd.columns.swapAt(29, 8)
        let plain = CUCMRow.call(["globalCallID_callId": "2"], width: 129)
        let lines = [odd.names, odd.types, odd.text, plain.types, plain.text]
        let result = try CUCMResult(file: lines.map { $0 + "\n" }.joined())
        #expect(result.calls.map(\.parties.calling?.text) == ["2001", "2001"])
    }

    @Test("names of management records leave those of detail records as they were")
    func kinds() throws {
        var row = CUCMRow.call()
        row.columns.swapAt(29, 8)
        let quality = CUCMRow.quality(width: 19)
        let lines = [row.names, row.types, quality.names, quality.types, quality.text, row.text, quality.text]
        let result = try CUCMResult(file: lines.map { $0 + "\n" }.joined())
        #expect(result.call.parties.calling?.text == "2001")
        #expect(result.supplements.count == 2)
    }

    @Test("a shorter line of an older node lacks the last columns, a longer one has more than are known")
    func otherWidths() throws {
        let rows = [
            CUCMRow.call(["callingPartyNumber_uri": "anna@example.com", "callingPartyNumber": ""]),
            CUCMRow.call(["callingPartyNumber_uri": "anna@example.com", "callingPartyNumber": ""], width: 98),
        ]
        let longer = CUCMRow.call().text + ",7,\"new, text\""
        let file = ([rows[0].names] + rows.map(\.text) + [longer]).map { $0 + "\n" }.joined()
        let result = try CUCMResult(file: file)
        #expect(result.calls.map(\.parties.calling?.text) == ["anna@example.com", nil, "2001"])
    }

    @Test("fewer columns than any release wrote are no record", arguments: [1, 2, 40, 77])
    func tooFew(width: Int) throws {
        let result = try CUCMResult(file: CUCMRow.call().names + "\n" + CUCMRow.call(width: width).text + "\n")
        #expect(result.faults == ["too-few-columns"])
    }

    @Test("a dump with blanks and without quotes is read alike")
    func dump() throws {
        let row = CUCMRow.call(width: 103)
        func dumped(_ line: String) -> String { line.replacing("\"", with: "").replacing(",", with: ", ") }
        let call = try CUCMResult(file: dumped(row.names) + "\n" + dumped(row.text) + " \n").call
        #expect(call.identity == (try CUCMResult(row)).call.identity)
    }

    @Test(
        "lines of neither kind go to suspense", arguments: ["#", "3,1,2", "Total: 5 records", ",,,", "1;2;3", "-1,2"])
    func noise(_ line: String) throws {
        #expect(try CUCMResult(file: line + "\n").malformed.count == 1)
    }

    @Test(
        "a line longer than all columns together is handed on in damaged pieces", arguments: [32_768, 40_000, 200_000])
    func overlong(length: Int) throws {
        let row = CUCMRow.call(["comment": String(repeating: "a,", count: length / 2)])
        let result = try CUCMResult(file: row.text + "\n" + CUCMRow.call().text + "\n")
        #expect(result.calls.count == 1)
        #expect(result.faults.allSatisfy { $0 == "overlong" } && !result.faults.isEmpty)
        #expect(result.isBalanced)
        let long = CUCMRow.call(["comment": String(repeating: "a,", count: 15_000)])
        #expect(try CUCMResult(long).calls.count == 1)
    }

    @Test("start records are skipped")
    func start() throws {
        let result = try CUCMResult(.call(["cdrRecordType": "0", "dateTimeDisconnect": "0"]))
        #expect(result.skipped[.startRecord] == 1)
    }

    @Test("half a last line is a damaged record, a whole one without a line end is none")
    func lastLine() throws {
        let row = CUCMRow.call()
        let header = row.names + "\n" + row.types + "\n"
        #expect(try CUCMResult(file: header + row.text).calls.count == 1)
        #expect(try CUCMResult(file: header + row.text + "\r").calls.count == 1)
        let cells = row.text.split(separator: ",", omittingEmptySubsequences: false)
        #expect(try CUCMResult(file: header + cells.prefix(132).joined(separator: ",")).faults == ["truncated"])
        #expect(try CUCMResult(file: header + row.text.dropLast()).faults == ["truncated"], "an open quote")
        #expect(try CUCMResult(file: header + row.names.prefix(400)).faults == ["truncated"])
        #expect(try CUCMResult(file: header + row.types.prefix(400)).faults == ["truncated"])
        // Without names the line before says how long a line is; a first line cannot be judged.
        let older = CUCMRow.call(width: 98)
        #expect(try CUCMResult(file: row.text + "\n" + older.text).faults == ["truncated"])
        #expect(try CUCMResult(file: older.text).calls.count == 1)
        // A management record is not measured by the names of detail records.
        #expect(try CUCMResult(file: header + CUCMRow.quality(width: 19).text).supplements.count == 1)
    }
}

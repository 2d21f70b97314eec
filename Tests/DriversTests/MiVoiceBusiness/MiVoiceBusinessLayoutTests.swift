import ECASDrivers
import ECASModel
import Testing

@Suite("MiVoice Business: layouts")
struct MiVoiceBusinessLayoutTests {
    @Test(
        "every field of every layout is read from its columns",
        arguments: [
            (SMDRRecord.Layout.standard, "standard"), (.extended, "extended"), (.level1, "extended-level-1"),
            (.level2, "extended-level-2"),
        ])
    func fields(_ layout: SMDRRecord.Layout, _ name: String) throws {
        let record = SMDRRecord.incoming(layout)[.transfer, "T"][.thirdParty, "2155"][.account, "        4471"][
            .systemID, "P01"][.ani, "2079460142"][.dnis, "2000"][.call, "A0030788"][.sequence, "B"][
                .associated, "A0030795"]
        let call = try #require(try SMDRResult(record).calls.first)
        #expect(call.provenance.layout == name)
        #expect(call.trunks.incoming == "T012")
        #expect(call.times.ringSeconds == 5)
        #expect(call.parties.calling?.text == "2079460142")
        #expect(call.parties.called?.text == "2155")
        #expect(call.parties.dialed?.text == "2140")
        #expect(call.parties.chargedExtension == "2155")
        #expect(call.parties.others.firstAnswering?.text == "2140")
        #expect(call.parties.others.directDialIn?.text == "2000")
        #expect(call.codes.account == "4471")
        #expect(call.identity.node == "P01")
        #expect(call.identity.callID == "A0030788")
        #expect(call.identity.leg == "B")
        #expect(call.identity.relatedLeg == "A0030795")
        #expect(call.kind.segment == .part)
        #expect(call.times.precision == (layout == .level2 ? .second : .minute))
    }

    @Test("fields that only extended reporting has")
    func levelFields() throws {
        let record = SMDRRecord.incoming(.level2).with("2000", at: 78).with("2500", at: 146).with("8001", at: 181)
            .with("8009", at: 189)
        let others = try #require(try SMDRResult(record).calls.first).parties.others
        #expect(others.directDialIn?.text == "2000")
        #expect(others.huntGroup == "2500")
        #expect(others.user == "8009")
        // The listed directory number stands in a window of eight columns.
        #expect(
            try SMDRResult(SMDRRecord.incoming(.level2).with("2000123", at: 77)).calls.first?.parties.others
                .directDialIn?.text == "2000123")
        let outgoing = SMDRRecord(.level2).with("8001", at: 181).with("8009", at: 189)
        #expect(try SMDRResult(outgoing).calls.first?.parties.others.user == "8001")
    }

    @Test("level 1 is told by the place of the system ID, by the full length, and else by the records before")
    func level1() throws {
        let transfer = SMDRRecord.incoming(.level1)[.transfer, "T"][.thirdParty, "2155"]
        let plain = SMDRRecord.incoming(.extended)[.transfer, "T"][.thirdParty, "2156"]
        let undecided = SMDRRecord.incoming(.level1)[.transfer, "T"][.thirdParty, "2157"].text(to: 91)
        func called(_ lines: [String]) throws -> [String?] {
            try SMDRResult(lines).calls.map { $0.parties.called?.text }
        }
        #expect(try called([transfer.text(to: 109)]) == ["2155"])
        #expect(try called([transfer[.systemID, "   "].text]) == ["2155"])
        // Column 82 is blank or part of the third party without level 1.
        #expect(try called([undecided]) == ["2140"])
        #expect(try called([transfer.text, undecided]) == ["2155", "2157"])
        #expect(try called([transfer.text, plain.text(to: 101), undecided]) == ["2155", "2156", "2140"])
        #expect(
            try SMDRResult([undecided], settings: ["extended-reporting": "level-1"]).calls.first?.parties.called?.text
                == "2157")
    }

    @Test("time to answer has four digits if the first column has one; four asterisks are read by the records before")
    func timeToAnswer() throws {
        func ring(_ record: SMDRRecord) throws -> CallRecord { try #require(try SMDRResult(record).calls.first) }
        let wide = try ring(SMDRRecord.incoming(.extended).with("0125", at: 34))
        #expect(wide.times.ringSeconds == 125)
        #expect(!wide.kind.flags.contains(.attendant))
        let flagged = try ring(SMDRRecord.incoming(.extended).with("*0125", at: 33))
        #expect(flagged.times.ringSeconds == 125)
        #expect(flagged.kind.flags.contains(.attendant))
        let narrow = try ring(SMDRRecord.incoming(.extended).with("*012", at: 34))
        #expect(narrow.times.ringSeconds == 12)
        #expect(narrow.kind.flags.contains(.attendant))

        let asterisks = SMDRRecord.incoming(.extended).with("****", at: 34)
        #expect(try ring(asterisks).kind.flags.contains(.attendant))
        #expect(try ring(asterisks).kind.disposition == .unanswered)
        let afterWide = try SMDRResult(SMDRRecord.incoming(.extended).with("0125", at: 34), asterisks)
        #expect(afterWide.calls.map { $0.kind.flags.contains(.attendant) } == [false, false])
        let withLevel2 = try ring(SMDRRecord.incoming(.level2).with("****", at: 37))
        #expect(!withLevel2.kind.flags.contains(.attendant))
        let afterNarrow = try SMDRResult(
            SMDRRecord.incoming(.level2).with(" 012", at: 37), SMDRRecord.incoming(.level2).with("****", at: 37))
        #expect(afterNarrow.calls.map { $0.kind.flags.contains(.attendant) } == [false, true])
        let set = try SMDRResult(asterisks, settings: ["time-to-answer": "four-digits"])
        #expect(set.calls.first?.kind.flags.contains(.attendant) == false)
    }

    @Test("a line is whole if it reaches the status, or is a trunk's without digits and reaches the time to answer")
    func ends() throws {
        let blank = SMDRRecord.incoming()[.digits, ""][.called, ""]
        #expect(try SMDRResult([SMDRRecord.incoming().text(to: 65)]).calls.count == 1)
        #expect(try SMDRResult([SMDRRecord.incoming()[.called, ""].text(to: 60)]).calls.count == 1)
        #expect(try SMDRResult([SMDRRecord.incoming()[.called, ""].text(to: 59)]).malformed == ["truncated"])
        #expect(try SMDRResult([blank.text(to: 32)]).calls.count == 1)
        #expect(try SMDRResult([blank.text(to: 40)]).calls.count == 1)
        #expect(try SMDRResult([blank.text(to: 31)]).malformed == ["truncated"])
        #expect(try SMDRResult([blank[.calling, "2140"].text(to: 32)]).malformed == ["truncated"])
        #expect(try SMDRResult([SMDRRecord().text(to: 22)]).malformed == ["truncated"])
        #expect(try SMDRResult([SMDRRecord().text(to: 21)]).malformed == ["truncated"])
        #expect(try SMDRResult([SMDRRecord().text(to: 5)]).malformed == ["truncated"])
    }

    @Test("what only looks like a record is refused by its status")
    func status() throws {
        #expect(try SMDRResult(SMDRRecord()[.completion, "5"]).malformed == ["not-understood"])
        #expect(try SMDRResult(SMDRRecord()[.completion, "a"]).malformed == ["not-understood"])
        #expect(try SMDRResult(SMDRRecord()[.completion, "F"]).malformed == ["not-understood"])
        // What a refused record shows is not remembered.
        let after = try SMDRResult(
            SMDRRecord.incoming(.extended).with("0125", at: 34)[.completion, "F"],
            SMDRRecord.incoming(.extended).with("****", at: 34))
        #expect(after.calls.first?.kind.flags.contains(.attendant) == true)
    }

    @Test("call identifiers are found wherever options put them")
    func identifiers() throws {
        let base = SMDRRecord.incoming()
        let moved = try #require(try SMDRResult(base.with("A0030788A A0030795", at: 92)).calls.first)
        #expect(moved.identity.callID == "A0030788")
        #expect(moved.identity.relatedLeg == "A0030795")
        #expect(moved.parties.calling == nil)
        let noLetter = try #require(try SMDRResult(base.with("A0030788  A0030795", at: 114)).calls.first)
        #expect(noLetter.identity.leg == nil)
        #expect(noLetter.identity.relatedLeg == "A0030795")
        #expect(try SMDRResult(base.with("A00307889", at: 114)).calls.first?.identity.callID == nil)
        #expect(try SMDRResult(base.with("AB030788", at: 114)).calls.first?.identity.callID == nil)
    }
}

import ECASClassification
import Testing

@Suite struct E164NumberTests {
    @Test("Digits come out as they went in", arguments: ["1", "493012345", "123456789012345"])
    func digits(text: String) throws {
        let number = try #require(E164Number(text))
        #expect(number.text == text)
        #expect(number.digits.elementsEqual(text.utf8))
        #expect(number.digits.count == text.count)
    }

    @Test("What is no number is refused", arguments: ["", "+49", "0301", "1234567890123456", "49 30", "٤٩"])
    func refused(text: String) {
        #expect(E164Number(text) == nil)
    }

    @Test("Numbers with one prefix lie side by side")
    func order() throws {
        let texts = ["493", "1", "4930", "49", "499", "5", "4930123"]
        let numbers = try texts.map { try #require(E164Number($0)) }
        #expect(numbers.sorted().map(\.text) == texts.sorted())
    }

    @Test("A number does not print itself")
    func description() throws {
        let number = try #require(E164Number("493012345"))
        #expect("\(number)" == "(9)…45")
        #expect(String(reflecting: number) == "(9)…45")
        var dumped = ""
        dump(number, to: &dumped)
        #expect(!dumped.contains("4930"))
    }

    @Test("Service numbers keep leading zeros")
    func service() {
        #expect(ServiceNumber("000")?.text == "000")
        #expect(ServiceNumber("") == nil)
        #expect(ServiceNumber("11a") == nil)
    }
}

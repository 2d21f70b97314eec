import ECASModel
import Testing

@Suite("Money and decimal numbers")
struct MoneyTests {
    @Test(
        "decimal numbers are read and written exactly",
        arguments: [
            ("0.42", 420_000_000, "0.42"), ("12", 12_000_000_000, "12"), ("-1.5", -1_500_000_000, "-1.5"),
            (".5", 500_000_000, "0.5"), ("0.000000001", 1, "0.000000001"), ("0", 0, "0"), ("+7", 7_000_000_000, "7"),
            ("1.1000000000000", 1_100_000_000, "1.1"), ("-0.05", -50_000_000, "-0.05"),
        ])
    func decimals(text: String, nanounits: Int64, written: String) {
        #expect(DecimalText.nanounits(text.utf8) == nanounits)
        #expect(DecimalText.text(nanounits: nanounits) == written)
    }

    @Test(
        "what is no exact amount gives nothing",
        arguments: [
            "", ".", "-", "1,5", "1.0000000001", "12 ", "1e3", "9300000000", "1.2.3", "--1", "99999999999999999999",
        ])
    func refused(text: String) {
        #expect(DecimalText.nanounits(text.utf8) == nil)
    }

    @Test("sums stay within one currency and within range")
    func sums() throws {
        let euro = try #require(Currency(code: "EUR"))
        let pound = try #require(Currency(code: "gbp"))
        #expect(pound.code == "GBP")
        let one = Money(nanounits: 1, currency: euro)
        #expect(one.adding(one) == Money(nanounits: 2, currency: euro))
        #expect(one.adding(Money(nanounits: 1, currency: pound)) == nil)
        #expect(Money(nanounits: .max, currency: euro).adding(one) == nil)
        #expect(Money(nanounits: 1_230_000_000, currency: euro).description == "1.23 EUR")
        #expect(Currency(code: "EU") == nil)
        #expect(Currency(code: "E1R") == nil)
    }

    @Test("a number shows only its length and its end where it is printed")
    func numbersAreMasked() throws {
        let number = try #require(PhoneNumber("+442079460133"))
        #expect("\(number)" == "(13)…33")
        #expect(number.text == "+442079460133")
        #expect(PhoneNumber("") == nil)
    }
}

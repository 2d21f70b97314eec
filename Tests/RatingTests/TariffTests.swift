import ECASModel
import ECASRating
import ECASTestSupport
import Foundation
import Testing

@Suite struct TariffTests {
    private static func fixture() throws -> Tariff {
        let file = Fixtures.project.appendingPathComponent("Fixtures/tariffs/german-company/tariff.json")
        return try Tariff(json: try String(contentsOf: file, encoding: .utf8))
    }

    @Test(
        "The company tariff prices typical calls",
        arguments: [
            // number, seconds, carrier's cost, internal charge (15 % more, four places)
            ("49301234567", Int32(61), "0.0198", "0.0228"),  // 2 min at 0.0099 = 0.0198; 0.02277
            ("4989123456", 61, "0.0378", "0.0435"),  // 2 min at 0.0189; 0.04347
            ("4915112345678", 32, "0.0714", "0.0821"),  // 36 s at 0.119 = 0.0714; 0.08211
            ("498001234567", 600, "0", "0"),
            ("499001234567", 10, "2.24", "2.576"),  // 0.25 + 1.99
            ("4312345678", 45, "0.0312", "0.0359"),  // 48 s at 0.039; 0.03588
            ("436641234567", 30, "0.1245", "0.1432"),  // 30 s at 0.249; 0.143175
            ("97141234567", 60, "0.299", "0.3439"),  // 0.05 + 0.249; 0.34385
            ("999123456789", 1, "0.99", "1.1385"),  // 0.10 + 0.89
        ])
    func companyTariff(number: String, seconds: Int32, cost: String, charge: String) throws {
        let rater = Rater(try RateTable(try Self.fixture()))
        let price = rater.rate(try Tariffs.call(seconds), number: try Tariffs.number(number))
        #expect(price.carrierCost?.decimalText == cost)
        #expect(price.charge?.decimalText == charge)
    }

    @Test(
        "The company tariff has prices for emergency and service numbers",
        arguments: [
            ("112", "0"), ("11880", "1.99"), ("116117", "0.0189"),
        ])
    func serviceNumbers(digits: String, cost: String) throws {
        let rater = Rater(try RateTable(try Self.fixture()))
        let number = try #require(RatedNumber(service: digits.utf8))
        #expect(rater.rate(try Tariffs.call(60), number: number).carrierCost?.decimalText == cost)
    }

    @Test("A tariff survives its JSON form")
    func roundTrip() throws {
        var tariff = try Self.fixture()
        tariff.rounding = .halfEven
        tariff.decimals = 7
        tariff.markupPercent = try Tariffs.decimal("-12.5")
        #expect(try Tariff(json: try tariff.json()) == tariff)
    }

    @Test(
        "A mistake is reported with its place",
        arguments: [
            ("\"EUR\"", "\"EURO\"", "'currency'"),
            ("\"EUR\"", "978", "'currency'"),
            ("2026-01-01", "01.01.2026", "'valid_from'"),
            ("2026-01-01", "2026-02-30", "'valid_from'"),
            ("\"0.02\"", "0.02", "write the number as a string"),
            ("\"0.02\"", "\"0,02\"", "'0,02' is no decimal number"),
            ("\"0.02\"", "\"-0.02\"", "a price is below nought"),
            ("\"0.05\"", "\"-0.05\"", "the connection fee is below nought"),
            ("\"0.10\"", "\"-0.10\"", "the minimum charge is below nought"),
            ("\"49\"", "\"+49\"", "the prefix '+49'"),
            ("\"prefixes\": [\"49\"]", "\"prefixes\": []", "no number can have this price"),
            ("\"prefixes\": [\"49\"]", "\"service_numbers\": [\"\"]", "the service number ''"),
            ("connection_fee", "conection_fee", "'destinations.[0].conection_fee'"),
            ("\"from_second\": 0", "\"from_second\": 1", "\"from_second\": 0"),
            ("\"increment_s\": 60", "\"increment_s\": 0", "is not 1 to 86400 s long"),
            ("\"decimals\": 4", "\"decimals\": 10", "'decimals'"),
            ("\"15\"", "\"-101\"", "'markup_percent'"),
            ("\"half-up\"", "\"nearest\"", "'rounding'"),
            ("}]", "}, {\"from_second\": 90, \"increment_s\": 1, \"price_per_minute\": \"1\"}]", "from second 90"),
        ])
    func mistakes(right: String, wrong: String, place: String) throws {
        let json = """
            {"name": "T", "currency": "EUR", "valid_from": "2026-01-01", "decimals": 4, "rounding": "half-up",
             "markup_percent": "15", "destinations": [
               {"name": "Germany", "prefixes": ["49"], "connection_fee": "0.05", "minimum_charge": "0.10",
                "increments": [{"from_second": 0, "increment_s": 60, "price_per_minute": "0.02"}]}]}
            """
        #expect(throws: Never.self) { try Tariff(json: json) }
        let first = try #require(json.range(of: right))
        let error = try #require(throws: RatingError.self) {
            try Tariff(json: json.replacingCharacters(in: first, with: wrong))
        }
        #expect(error.code == .unusableTariff)
        #expect(error.message.contains(place), "\(error.message)")
    }

    @Test(
        "Decimal numbers are exact, and refused where they could not be",
        arguments: [
            ("0.1", Int64(100_000_000)), ("12", 12_000_000_000), ("0.000000001", 1), ("9223372036.854775807", .max),
        ])
    func decimals(text: String, billionths: Int64) throws {
        let number = try Tariffs.decimal(text)
        #expect(number.billionths == billionths)
        #expect(number.description == text)
        #expect(ExactDecimal("0.0000000001") == nil)
        #expect(ExactDecimal("9223372036.854775808") == nil)
        #expect(ExactDecimal("1e3") == nil)
    }
}

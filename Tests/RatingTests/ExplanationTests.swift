import ECASModel
import ECASRating
import Testing

@Suite struct ExplanationTests {
    @Test("A price is explained from what is stored with the call")
    func complete() throws {
        var tariff = try Tariffs.single(try Tariffs.staircase(30, 6, "0.119"), decimals: 4, markup: "15") {
            $0.name = "Germany, mobile; 100 % \u{1}ü"
            $0.connectionFee = try Tariffs.decimal("0.05")
            $0.minimumCharge = try Tariffs.decimal("0.10")
        }
        tariff.destinations[0].prefixes = ["4915"]
        let rater = Rater(try RateTable(tariff))
        let price = rater.rate(try Tariffs.call(75), number: try Tariffs.number("4915112345678"))
        // 30 s = 0.0595; 8 steps of 6 s = 0.8 min = 0.0952; fee 0.05: together 0.2047; plus 15 % = 0.235405.
        #expect(price.carrierCost?.decimalText == "0.2047")
        #expect(price.charge?.decimalText == "0.2354")
        #expect(
            price.trace
                == "1;p=4915;d=Germany, mobile%3b 100 %25 %01ü;s=75;b=0/30*1@0.119,30/6*8@0.119;f=0.05;m=0.1;k=15;r=4h")
        #expect(
            try PriceExplanation(price).sentences == [
                "Tariff 'Test (2026-01-01)', prefix 4915 (Germany, mobile; 100 % \u{1}ü): 75 s of talk time.",
                "30 s in steps of 30 s = 1 step at 0.119 EUR a minute = 0.0595 EUR.",
                "From second 30 on: 45 s in steps of 6 s = 8 steps at 0.119 EUR a minute = 0.0952 EUR.",
                "The connection fee is 0.05 EUR.",
                "The minimum charge of 0.1 EUR is reached.",
                "The carrier's cost, rounded half up to 4 decimal places: 0.2047 EUR.",
                "The internal charge, 15 % added to the exact sum, rounded half up to 4 decimal places: 0.2354 EUR.",
            ])
    }

    @Test("The minimum charge and the price for all other numbers are named; thirds of a cent are not written out")
    func minimum() throws {
        let tariff = try Tariffs.single(try Tariffs.staircase(1, 1, "0.01"), decimals: 2, rounding: .up) {
            $0.minimumCharge = try Tariffs.decimal("0.10")
        }
        #expect(
            try PriceExplanation(try Tariffs.price(61, tariff)).sentences == [
                "Tariff 'Test (2026-01-01)', the price for all other numbers (Everywhere): 61 s of talk time.",
                "61 s in steps of 1 s = 61 steps at 0.01 EUR a minute.",
                "That is less than the minimum charge, so the call costs 0.1 EUR.",
                "The carrier's cost, rounded up to 2 decimal places: 0.1 EUR.",
                "The internal charge is the same, rounded up to 2 decimal places: 0.1 EUR.",
            ])
    }

    @Test("Prices that are not there are explained, too")
    func others() throws {
        #expect(try PriceExplanation(.unrated).description == "The call is not rated yet.")
        let failed = CallPrice(state: .failed(reason: "Add a prefix."))
        #expect(try PriceExplanation(failed).description == "The call could not be rated. Add a prefix.")
    }

    @Test(
        "A damaged trace is reported, not explained wrongly",
        arguments: [
            "", "2;z=inbound", "1;z=weather", "1;q=1", "1;p", "1;p=49;s=x", "1;p=49;b=0/60*2", "1;p=49;b=0/0*2@1",
            "1;p=49;b=0/60*99999999999@1", "1;p=49;b=0/60*2@-1", "1;d=%", "1;d=%zz", "1;r=4x", "1;r=h",
            "1;b=\(Array(repeating: "0/60*2147483647@9223372036", count: 17).joined(separator: ","))",
        ])
    func damaged(trace: String) throws {
        let price = CallPrice(state: .rated, trace: trace)
        let error = try #require(throws: RatingError.self) { try PriceExplanation(price) }
        #expect(error.code == .unreadableTrace)
    }

    @Test("A rated price without a trace cannot be explained")
    func missing() {
        #expect(throws: RatingError.self) { try PriceExplanation(CallPrice(state: .rated)) }
    }
}

import ECASModel
import ECASRating
import Testing

@Suite struct PriceVectorTests {
    @Test(
        "30/6 at 0.006 a minute: 36 s, 60 s and 78 s are charged",
        arguments: [
            // 32 s: 30 + 1 step of 6 = 36 s = 0.6 min; 57 s: 30 + 5 * 6 = 60 s; 75 s: 30 + 8 * 6 = 78 s = 1.3 min.
            (Int32(32), "0.0036"), (57, "0.006"), (75, "0.0078"), (1, "0.003"), (30, "0.003"), (31, "0.0036"),
        ])
    func thirtySix(seconds: Int32, cost: String) throws {
        let tariff = try Tariffs.single(try Tariffs.staircase(30, 6, "0.006"))
        #expect(try Tariffs.cost(seconds, tariff) == cost)
    }

    @Test(
        "60/60: a minute that has begun is charged",
        arguments: [
            (Int32(1), "0.02"), (60, "0.02"), (61, "0.04"), (3600, "1.2"), (3601, "1.22"),
        ])
    func wholeMinutes(seconds: Int32, cost: String) throws {
        let tariff = try Tariffs.single(try Tariffs.staircase(60, 60, "0.02"))
        #expect(try Tariffs.cost(seconds, tariff) == cost)
    }

    @Test(
        "A staircase with a free first minute and a cheaper price after ten",
        arguments: [
            // Nothing until 60 s; then 0.06 a minute by the second; from 600 s on 0.03 a minute by 30 s.
            (Int32(60), "0"), (61, "0.001"), (600, "0.54"), (601, "0.555"), (630, "0.555"), (631, "0.57"),
        ])
    func bands(seconds: Int32, cost: String) throws {
        let tariff = try Tariffs.single([
            PriceIncrement(fromSecond: 0, incrementSeconds: 60, pricePerMinute: .zero),
            PriceIncrement(fromSecond: 60, incrementSeconds: 1, pricePerMinute: try Tariffs.decimal("0.06")),
            PriceIncrement(fromSecond: 600, incrementSeconds: 30, pricePerMinute: try Tariffs.decimal("0.03")),
        ])
        #expect(try Tariffs.cost(seconds, tariff) == cost)
    }

    @Test(
        "0.05 a minute by the second, fee 0.15, two places: rounded once, fee included",
        arguments: [
            // 30 s: 0.025 + 0.15 = 0.175; 29 s: 0.0241666... + 0.15 = 0.1741666...
            (Int32(30), Rounding.up, "0.18"), (29, .up, "0.18"), (30, .halfUp, "0.18"), (29, .halfUp, "0.17"),
            (30, .down, "0.17"), (29, .down, "0.17"), (30, .halfEven, "0.18"), (18, .halfEven, "0.16"),
            (18, .halfUp, "0.17"),
        ])
    func roundedOnce(seconds: Int32, rounding: Rounding, cost: String) throws {
        // 18 s: 0.015 + 0.15 = 0.165, exactly half: up to 0.17, or to the even 0.16.
        let tariff = try Tariffs.single(try Tariffs.staircase(1, 1, "0.05"), decimals: 2, rounding: rounding) {
            $0.connectionFee = try Tariffs.decimal("0.15")
        }
        #expect(try Tariffs.cost(seconds, tariff) == cost)
    }

    @Test("Parts of a staircase are not rounded one by one")
    func partsAreNotRounded() throws {
        // 1 s at 0.2 and 1 s at 0.2 a minute: twice 0.00333... = 0.00666..., to three places 0.007; rounded singly it
        // would be 0.006.
        let tariff = try Tariffs.single(
            try Tariffs.staircase(1, 1, "0.2") + [
                PriceIncrement(fromSecond: 1, incrementSeconds: 1, pricePerMinute: try Tariffs.decimal("0.2"))
            ], decimals: 3)
        #expect(try Tariffs.cost(2, tariff) == "0.007")
    }

    @Test(
        "The connection fee is charged once, however long the call is",
        arguments: [
            (Int32(1), "0.12"), (60, "0.12"), (600, "0.3"),
        ])
    func connectionFee(seconds: Int32, cost: String) throws {
        let tariff = try Tariffs.single(try Tariffs.staircase(60, 60, "0.02")) {
            $0.connectionFee = try Tariffs.decimal("0.10")
        }
        #expect(try Tariffs.cost(seconds, tariff) == cost)
    }

    @Test(
        "The minimum charge counts the fee in and is not added",
        arguments: [
            // Fee 0.05 and 0.02 a minute: 1 min 0.07, 2 min 0.09, 3 min 0.11; at least 0.10.
            (Int32(60), "0.1"), (120, "0.1"), (180, "0.11"),
        ])
    func minimumCharge(seconds: Int32, cost: String) throws {
        let tariff = try Tariffs.single(try Tariffs.staircase(60, 60, "0.02")) {
            $0.connectionFee = try Tariffs.decimal("0.05")
            $0.minimumCharge = try Tariffs.decimal("0.10")
        }
        #expect(try Tariffs.cost(seconds, tariff) == cost)
    }

    @Test("A call without talk time costs nothing, fee and minimum included")
    func zeroDuration() throws {
        let tariff = try Tariffs.single(try Tariffs.staircase(60, 60, "0.02")) {
            $0.connectionFee = try Tariffs.decimal("0.05")
            $0.minimumCharge = try Tariffs.decimal("0.10")
        }
        let price = try Tariffs.price(0, tariff)
        #expect(price.state == .rated)
        #expect(price.carrierCost?.nanounits == 0)
        #expect(price.charge?.nanounits == 0)
    }

    @Test(
        "The mark-up is added to the exact sum, not to the rounded cost",
        arguments: [
            // 1 s at 0.10 a minute = 0.001666...; cost 0.00. With 200 %: 0.005, half up to 0.01; from the rounded cost it
            // would be nought.
            ("0", "0"), ("199", "0"), ("200", "0.01"), ("-100", "0"), ("12.5", "0"),
        ])
    func markup(percent: String, charge: String) throws {
        let tariff = try Tariffs.single(try Tariffs.staircase(1, 1, "0.10"), decimals: 2, markup: percent)
        let price = try Tariffs.price(1, tariff)
        #expect(price.carrierCost?.decimalText == "0")
        #expect(price.charge?.decimalText == charge)
    }

    @Test("A mark-up with places")
    func markupWithPlaces() throws {
        // 10 min at 0.02 = 0.20; plus 12.5 % = 0.225.
        let price = try Tariffs.price(600, try Tariffs.single(try Tariffs.staircase(60, 60, "0.02"), markup: "12.5"))
        #expect(price.charge?.decimalText == "0.225")
    }

    @Test("The longest call a record can hold is priced exactly")
    func longCall() throws {
        // 2,147,483,647 s by the second at 0.06 a minute = 0.001 a second = 2,147,483.647.
        let tariff = try Tariffs.single(try Tariffs.staircase(1, 1, "0.06"))
        #expect(try Tariffs.cost(.max, tariff) == "2147483.647")
    }

    @Test("An amount that no money value can hold is a failure with its reason", arguments: ["0", "10000"])
    func overflow(markup: String) throws {
        let price = try Tariffs.price(
            .max, try Tariffs.single(try Tariffs.staircase(1, 1, "9223372036.854775807"), markup: markup))
        let reason = try #require(price.failure)
        #expect(reason.contains("out of range"))
        #expect(price.carrierCost == nil)
    }

    @Test("Only the charge is out of range: there is no half price")
    func chargeOverflow() throws {
        // 1 min at 9,000,000,000 fits; with 100 % it does not.
        let tariff = try Tariffs.single(try Tariffs.staircase(60, 60, "9000000000"), markup: "100")
        #expect(try Tariffs.price(60, tariff).failure != nil)
    }

    @Test("Price by the second is additive: a call split anywhere costs the same in sum")
    func splitting() throws {
        let tariff = try Tariffs.single(try Tariffs.staircase(1, 1, "0.06"))
        let rater = Rater(try RateTable(tariff))
        let whole = try #require(rater.rate(try Tariffs.call(600), number: try Tariffs.number()).carrierCost)
        for second in Int32(1)..<600 {
            let first = try #require(rater.rate(try Tariffs.call(second), number: try Tariffs.number()).carrierCost)
            let second = try #require(
                rater.rate(try Tariffs.call(600 - second), number: try Tariffs.number()).carrierCost)
            #expect(first.adding(second) == whole)
        }
    }
}

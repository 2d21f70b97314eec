import ECASModel
import ECASRating
import Testing

/// Tariffs and calls of these tests; all prices and numbers are invented.
enum Tariffs {
    static let euro = Currency(code: "EUR")
    static let start = CivilDate(year: 2026, month: 1, day: 1)

    static func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    /// The staircase `first/next` of price lists at one price.
    static func staircase(_ first: Int, _ next: Int, _ price: String) throws -> [PriceIncrement] {
        let price = try decimal(price)
        let increment = PriceIncrement(fromSecond: 0, incrementSeconds: first, pricePerMinute: price)
        guard first != next else { return [increment] }
        return [increment, PriceIncrement(fromSecond: first, incrementSeconds: next, pricePerMinute: price)]
    }

    /// A tariff with one destination for every number.
    static func single(
        _ increments: [PriceIncrement], decimals: Int = 9, rounding: Rounding = .halfUp, markup: String = "0",
        change: (inout Destination) throws -> Void = { _ in }
    ) throws -> Tariff {
        var destination = Destination(name: "Everywhere", prefixes: [""], increments: increments)
        try change(&destination)
        var tariff = Tariff(
            name: "Test", currency: try #require(euro), validFrom: try #require(start), destinations: [destination])
        tariff.decimals = decimals
        tariff.rounding = rounding
        tariff.markupPercent = try decimal(markup)
        return tariff
    }

    /// A tariff in which every prefix is the name of its destination.
    static func named(_ prefixes: [String]) throws -> Tariff {
        let increments = try staircase(60, 60, "0.01")
        return Tariff(
            name: "Test", currency: try #require(euro), validFrom: try #require(start),
            destinations: prefixes.map {
                Destination(name: "to \($0)", prefixes: [$0], increments: increments)
            })
    }

    /// An answered outbound call on a day of 2026.
    static func call(_ seconds: Int32?, change: (inout CallRecord) -> Void = { _ in }) throws -> CallRecord {
        var call = CallRecord()
        call.kind.direction = .outbound
        call.kind.disposition = .answered
        call.times.durationSeconds = seconds
        let wallClock = try #require(WallClock(year: 2026, month: 3, day: 11, hour: 10))
        call.times.start = LocalTime(wallClock: wallClock, offset: UTCOffset(seconds: 3600))
        change(&call)
        return call
    }

    static func number(_ digits: String = "493012345") throws -> RatedNumber {
        try #require(RatedNumber(international: digits.utf8))
    }

    static func price(_ seconds: Int32, _ tariff: Tariff) throws -> CallPrice {
        Rater(try RateTable(tariff)).rate(try call(seconds), number: try number())
    }

    static func cost(_ seconds: Int32, _ tariff: Tariff) throws -> String? {
        try price(seconds, tariff).carrierCost?.decimalText
    }
}

extension CallPrice {
    var failure: String? {
        guard case .failed(let reason) = state else { return nil }
        return reason
    }
}

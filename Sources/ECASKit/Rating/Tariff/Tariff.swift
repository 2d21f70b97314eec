public import ECASModel

/// One version of a price list: what a call to each prefix costs, and what is added for the internal charge.
///
/// Its JSON form; every price is a decimal string in the tariff's currency, and absent fields have the values shown by
/// the properties' defaults:
/// ```json
/// {
///   "name": "Business", "currency": "EUR", "valid_from": "2026-01-01",
///   "decimals": 4, "rounding": "half-up", "markup_percent": "15",
///   "destinations": [
///     {"name": "Germany", "prefixes": ["49"], "connection_fee": "0.05", "minimum_charge": "0.10",
///      "increments": [{"from_second": 0, "increment_s": 60, "price_per_minute": "0.02"}]},
///     {"name": "Directory enquiries", "service_numbers": ["118"],
///      "increments": [{"from_second": 0, "increment_s": 60, "price_per_minute": "1.99"}]}
///   ]
/// }
/// ```
public struct Tariff: Hashable, Sendable, Encodable {
    /// The name; the versions of a tariff share it.
    public var name: String
    /// The currency of all prices.
    public var currency: Currency
    /// The first day of this version, on the clocks of the site; it is valid until the next version begins.
    public var validFrom: CivilDate
    /// Decimal places of a call's price, 0 to 9; 4 unless set.
    public var decimals = 4
    /// How a call's price is brought to those places.
    public var rounding: Rounding = .halfUp
    /// Per cent added to the carrier's cost to get the internal charge; -100 to 10,000.
    public var markupPercent: ExactDecimal = .zero
    /// What calls cost, by destination; the order does not matter.
    public var destinations: [Destination]

    /// Makes a version of a tariff.
    public init(name: String, currency: Currency, validFrom: CivilDate, destinations: [Destination]) {
        self.name = name
        self.currency = currency
        self.validFrom = validFrom
        self.destinations = destinations
    }

    /// Name and version as stored with each call: `Business (2026-01-01)`.
    public var label: String { "\(name) (\(validFrom))" }
}

/// Numbers that share a price.
public struct Destination: Hashable, Sendable, Encodable {
    /// The name shown with a price.
    public var name: String
    /// Beginnings of numbers in international form, without `+`; the longest that fits decides, and the empty one fits
    /// every number.
    public var prefixes: [String]
    /// Beginnings of numbers without an international form, as dialled: `118`.
    public var serviceNumbers: [String]
    /// Charged once for every call that is charged at all.
    public var connectionFee: ExactDecimal = .zero
    /// The least that a call costs, connection fee included.
    public var minimumCharge: ExactDecimal = .zero
    /// How talk time is counted and priced, from the first second on.
    public var increments: [PriceIncrement]

    /// Makes a destination.
    public init(name: String, prefixes: [String] = [], serviceNumbers: [String] = [], increments: [PriceIncrement]) {
        self.name = name
        self.prefixes = prefixes
        self.serviceNumbers = serviceNumbers
        self.increments = increments
    }
}

/// From one second of a call on: what is counted as a step, and what it costs.
///
/// `30/6` of price lists is two of them: from second 0 in steps of 30 s, from second 30 in steps of 6 s.
public struct PriceIncrement: Hashable, Sendable, Codable {
    /// The second of talk time from which it holds; 0 for the first one.
    public var fromSecond: Int
    /// The length of a step in seconds, 1 to 86,400; a step that has begun is charged in full.
    public var incrementSeconds: Int
    /// The price of a minute; a step costs its share of it.
    public var pricePerMinute: ExactDecimal

    /// Makes a part of the staircase.
    public init(fromSecond: Int, incrementSeconds: Int, pricePerMinute: ExactDecimal) {
        self.fromSecond = fromSecond
        self.incrementSeconds = incrementSeconds
        self.pricePerMinute = pricePerMinute
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case fromSecond = "from_second"
        case incrementSeconds = "increment_s"
        case pricePerMinute = "price_per_minute"
    }
}

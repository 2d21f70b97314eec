public import ECASModel

/// One version of a tariff, made ready for rating: built once, then looked up in for every call.
public struct RateTable: Sendable {
    /// What the calls of one destination cost.
    struct Rate {
        var firstIncrement: Int32
        var incrementCount: Int32
        var connectionFee: Int64
        var minimumCharge: Int64
        /// The destination's name and what follows the increments, as they stand in a trace.
        var name: Range<Int>
        var terms: Range<Int>
    }

    /// One part of a staircase.
    struct Increment {
        var fromSecond: Int32
        /// The second at which the next part begins.
        var endSecond: Int32
        var seconds: Int32
        var pricePerMinute: Int64
        /// The price as it stands in a trace.
        var price: Range<Int>
    }

    /// Name and version, as stored with each call.
    public let label: String
    /// The first day of the version.
    public let validFrom: CivilDate
    /// The currency of all prices.
    public let currency: Currency
    let total: CallTotal
    let rates: ContiguousArray<Rate>
    let increments: ContiguousArray<Increment>
    let text: ContiguousArray<UInt8>
    private let international: PrefixIndex
    private let service: PrefixIndex

    /// Prepares a version of a tariff, in O(n log n) of the number of prefixes.
    ///
    /// - Throws: ``RatingError`` with ``RatingError/Code/unusableTariff`` if a field makes no sense, or if a prefix has
    ///   two prices.
    public init(_ tariff: Tariff) throws(RatingError) {
        try tariff.validate()
        var prefixes: [(digits: RatedNumber.Digits, value: Int)] = []
        var serviceNumbers: [(digits: RatedNumber.Digits, value: Int)] = []
        var rates: ContiguousArray<Rate> = []
        var increments: ContiguousArray<Increment> = []
        var text = TraceText(tariff)
        for (index, destination) in tariff.destinations.enumerated() {
            let digits = destination.prefixes.compactMap { RatedNumber.Digits($0) }
            prefixes += digits.map { ($0, index) }
            let serviceDigits = destination.serviceNumbers.compactMap { RatedNumber.Digits($0) }
            serviceNumbers += serviceDigits.map { ($0, index) }
            rates.append(
                Rate(
                    firstIncrement: Int32(increments.count), incrementCount: Int32(destination.increments.count),
                    connectionFee: destination.connectionFee.billionths,
                    minimumCharge: destination.minimumCharge.billionths, name: text.name(of: destination),
                    terms: text.terms(of: destination)))
            let ends = destination.increments.dropFirst().map { Int32($0.fromSecond) } + [Int32.max]
            for (increment, end) in zip(destination.increments, ends) {
                increments.append(
                    Increment(
                        fromSecond: Int32(increment.fromSecond), endSecond: end,
                        seconds: Int32(increment.incrementSeconds),
                        pricePerMinute: increment.pricePerMinute.billionths, price: text.price(of: increment)))
            }
        }
        try Self.refuseDoubles(prefixes, tariff, "prefix")
        try Self.refuseDoubles(serviceNumbers, tariff, "service number")
        label = tariff.label
        validFrom = tariff.validFrom
        currency = tariff.currency
        total = CallTotal(
            decimals: tariff.decimals, rounding: tariff.rounding, markupPercent: tariff.markupPercent)
        self.rates = rates
        self.increments = increments
        self.text = text.bytes
        international = PrefixIndex(prefixes)
        service = PrefixIndex(serviceNumbers)
    }

    /// The rate of a number, and how many of its digits decided.
    func rate(of number: RatedNumber) -> PrefixIndex.Match? {
        switch number.space {
        case .international: international.longestPrefix(of: number.digits)
        case .service: service.longestPrefix(of: number.digits)
        }
    }

    private static func refuseDoubles(
        _ prefixes: [(digits: RatedNumber.Digits, value: Int)], _ tariff: Tariff, _ kind: String
    ) throws(RatingError) {
        var owners: [RatedNumber.Digits: Int] = [:]
        owners.reserveCapacity(prefixes.count)
        for (digits, index) in prefixes {
            if let other = owners.updateValue(index, forKey: digits) {
                let text = digits.prefix(digits.count)
                throw tariff.unusable(
                    "destination '\(tariff.destinations[index].name)'",
                    "the \(kind) '\(text)' has a price already, in destination '\(tariff.destinations[other].name)'; "
                        + "keep one of them")
            }
        }
    }
}

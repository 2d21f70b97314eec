import ECASModel

extension Tariff {
    static let maximumIncrements = 16

    /// Makes sure that every field makes sense.
    ///
    /// That no prefix has two prices is checked when a ``RateTable`` is built.
    ///
    /// - Throws: ``RatingError`` with ``RatingError/Code/unusableTariff`` for the first field that does not, with what to
    ///   write there.
    public func validate() throws(RatingError) {
        guard !name.isEmpty, name.utf8.count <= 100 else {
            throw unusable("'name'", "a tariff needs a name of at most 100 bytes")
        }
        guard (0...9).contains(decimals) else { throw unusable("'decimals'", "\(decimals) is not 0 to 9") }
        guard markupPercent >= ExactDecimal(billionths: -100 * Money.nanounitsPerUnit),
            markupPercent <= ExactDecimal(billionths: 10000 * Money.nanounitsPerUnit)
        else { throw unusable("'markup_percent'", "\(markupPercent) is not -100 to 10000") }
        for destination in destinations { try validate(destination) }
    }

    private func validate(_ destination: Destination) throws(RatingError) {
        let place = "destination '\(destination.name)'"
        guard destination.name.utf8.count <= 100 else { throw unusable(place, "the name has more than 100 bytes") }
        guard !(destination.prefixes.isEmpty && destination.serviceNumbers.isEmpty) else {
            throw unusable(place, "no number can have this price; add 'prefixes' (\"\" for every number)")
        }
        for prefix in destination.prefixes where RatedNumber.Digits(prefix) == nil {
            throw unusable(place, "the prefix '\(prefix)' is not a row of at most 15 digits")
        }
        for number in destination.serviceNumbers where number.isEmpty || RatedNumber.Digits(number) == nil {
            throw unusable(place, "the service number '\(number)' is not a row of 1 to 15 digits")
        }
        guard destination.connectionFee >= .zero else { throw unusable(place, "the connection fee is below nought") }
        guard destination.minimumCharge >= .zero else { throw unusable(place, "the minimum charge is below nought") }
        try validate(destination.increments, place)
    }

    private func validate(_ increments: [PriceIncrement], _ place: String) throws(RatingError) {
        guard let first = increments.first, first.fromSecond == 0 else {
            throw unusable(place, "the first of 'increments' must have \"from_second\": 0")
        }
        guard increments.count <= Self.maximumIncrements else {
            throw unusable(place, "more than \(Self.maximumIncrements) increments")
        }
        for increment in increments {
            guard (1...86400).contains(increment.incrementSeconds) else {
                throw unusable(place, "an increment of \(increment.incrementSeconds) s is not 1 to 86400 s long")
            }
            guard increment.pricePerMinute >= .zero else { throw unusable(place, "a price is below nought") }
        }
        for (earlier, later) in zip(increments, increments.dropFirst()) {
            let length = later.fromSecond - earlier.fromSecond
            guard length > 0, later.fromSecond <= Int(Int32.max), length % earlier.incrementSeconds == 0 else {
                throw unusable(
                    place,
                    "the increment from second \(later.fromSecond) must begin where a step of "
                        + "\(earlier.incrementSeconds) s from second \(earlier.fromSecond) ends")
            }
        }
    }

    func unusable(_ place: String, _ why: String) -> RatingError {
        RatingError(.unusableTariff, "Tariff '\(label)', \(place): \(why).")
    }
}

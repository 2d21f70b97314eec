import ECASClassification
import ECASModel
import ECASRating
package import ECASStorage

/// The tariff that prices a tenant's calls.
///
/// With one tariff, its versions by day; more than one cannot be chosen between yet and is refused.
package struct TariffSelection: Sendable {
    private let rater: Rater?

    /// Prepares the stored versions of a tariff.
    ///
    /// - Throws: `RatingError` if one cannot be used, ``InstallationError`` if there is more than one tariff.
    package init(_ stored: [StoredTariff]) throws {
        guard !stored.isEmpty else {
            rater = nil
            return
        }
        let names = Set(stored.map(\.name))
        guard names.count == 1 else {
            throw InstallationError(
                .unusableSetting,
                "There are several tariffs (\(names.sorted().joined(separator: ", "))); keep one until there is a rule "
                    + "that chooses.")
        }
        rater = try Rater(versions: stored.map { try RateTable(Tariff(json: $0.definition)) })
    }

    /// The price of a classified call; unrated without a tariff.
    func price(_ call: CallRecord, _ classification: Classification) -> CallPrice {
        guard let rater else { return .unrated }
        let number =
            classification.e164.flatMap { RatedNumber(international: $0.digits) }
            ?? classification.serviceNumber.flatMap { RatedNumber(service: $0.digits) }
        return rater.rate(call, number: number)
    }
}

public import ECASModel

/// Prices calls with the versions of one tariff: a pure function of a call, the number it was to, and the tariff.
///
/// Order of computation:
/// 1. Calls that cost nothing by rule (``FreeCallRule``) are rated with nought.
/// 2. The version that was valid on the day the call began, on the clock of the site.
/// 3. The longest prefix of the number that has a price.
/// 4. Talk time in steps, a step that has begun in full; the steps of all parts of the staircase are summed exactly.
/// 5. The connection fee, once.
/// 6. The minimum charge, if the sum with the fee is below it.
/// 7. The carrier's cost: the sum, rounded once to the tariff's places.
/// 8. The internal charge: the same sum that is not rounded yet, with the mark-up, rounded once likewise.
///
/// What the PBX says of the charge is not looked at and stays in the record.
public struct Rater: Sendable {
    /// The versions, the latest first.
    private let versions: [RateTable]
    private let validFrom: [Int64]
    private let name: String

    /// Makes a rater from one version of a tariff, which is then valid from its first day on.
    public init(_ table: RateTable) {
        versions = [table]
        validFrom = [Self.milliseconds(table.validFrom)]
        name = table.label
    }

    /// Makes a rater from the versions of a tariff, in any order.
    ///
    /// - Throws: ``RatingError`` with ``RatingError/Code/unusableVersions`` if there is none, or two begin on one day.
    public init(versions tables: [RateTable]) throws(RatingError) {
        let sorted = tables.sorted { $0.validFrom > $1.validFrom }
        guard let latest = sorted.first else {
            throw RatingError(.unusableVersions, "There is no version of the tariff; add one.")
        }
        for (later, earlier) in zip(sorted, sorted.dropFirst()) where later.validFrom == earlier.validFrom {
            throw RatingError(
                .unusableVersions,
                "'\(later.label)' and '\(earlier.label)' are valid from the same day; change 'valid_from' of one.")
        }
        versions = sorted
        validFrom = sorted.map { Self.milliseconds($0.validFrom) }
        name = latest.label
    }

    /// Prices a call.
    ///
    /// - Parameters:
    ///   - call: the call after classification: its direction and class count.
    ///   - number: the outside number; absent if it is not known.
    /// - Returns: a price with its trace, nought by rule, or a failure whose reason says what to mend.
    public func rate(_ call: CallRecord, number: RatedNumber?) -> CallPrice {
        if let rule = freeByKind(call.kind) { return free(rule) }
        guard let seconds = call.times.durationSeconds, seconds >= 0 else { return Self.failure(Failure.noDuration) }
        guard seconds > 0 else { return free(.noTalkTime) }
        guard call.kind.direction != nil else { return Self.failure(Failure.noDirection) }
        guard let number else { return Self.failure(Failure.noNumber) }
        guard let start = call.times.start ?? call.times.answer ?? call.times.end else {
            return Self.failure(Failure.noTime)
        }
        guard let version = validFrom.firstIndex(where: { $0 <= start.wallClock.milliseconds }) else {
            return Self.failure(noVersion(on: start.wallClock.date))
        }
        return versions[version].price(ofSeconds: seconds, to: number)
    }

    private func freeByKind(_ kind: CallKind) -> FreeCallRule? {
        if kind.notChargeable != nil { return .notChargeable }
        if kind.segment == .ring { return .unanswered }
        switch kind.disposition {
        case .unanswered, .busy, .failed, .abandoned: return .unanswered
        case .answered, nil: break
        }
        switch kind.direction {
        case .inbound: return .inbound
        case .internal: return .internal
        case .outbound, .tandem, nil: break
        }
        switch kind.callClass {
        case .internal, .privateNetwork, .voiceMail: return .internal
        default: return nil
        }
    }

    private func free(_ rule: FreeCallRule) -> CallPrice {
        let nought = Money(nanounits: 0, currency: versions[0].currency)
        return CallPrice(state: .rated, carrierCost: nought, charge: nought, trace: PriceTrace.text(free: rule))
    }

    // MARK: Failures

    private enum Failure {
        static let noDuration = "The record does not say how long the call was, so it has no price."
        static let noDirection =
            "It is not known which way the call went: complete the site's number plan (extensions, outside line)."
        static let noNumber =
            "The outside number is not known in international form: the record shows none, or the site's number plan "
            + "lacks the area code or a prefix."
        static let noTime = "The record has no time, so no version of the tariff can be chosen."
    }

    private static func failure(_ reason: String) -> CallPrice { CallPrice(state: .failed(reason: reason)) }

    private func noVersion(on day: CivilDate) -> String {
        "No version of the tariff '\(name)' is valid on \(day): add one that is valid from that day or earlier."
    }

    private static func milliseconds(_ day: CivilDate) -> Int64 { Int64(day.daysSince1970) * 86_400_000 }
}

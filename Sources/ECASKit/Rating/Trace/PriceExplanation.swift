public import ECASModel

/// A price in words, made from what is stored with the call alone.
public struct PriceExplanation: Hashable, Sendable, CustomStringConvertible {
    /// The steps of the computation in order, one sentence each.
    public let sentences: [String]

    /// Explains a stored price.
    ///
    /// - Throws: ``RatingError`` with ``RatingError/Code/unreadableTrace`` if its trace cannot be read.
    public init(_ price: CallPrice) throws(RatingError) {
        switch price.state {
        case .unrated: sentences = ["The call is not rated yet."]
        case .failed(let reason): sentences = ["The call could not be rated. \(reason)"]
        case .rated:
            guard let trace = price.trace else { throw PriceTrace.unreadable("there is none") }
            switch try PriceTrace(trace).content {
            case .free(let rule): sentences = ["The call costs nothing: \(rule.text)."]
            case .priced(let terms): sentences = Self.sentences(terms, price)
            }
        }
    }

    /// All sentences.
    public var description: String { sentences.joined(separator: " ") }

    private static func sentences(_ terms: PriceTrace.Terms, _ price: CallPrice) -> [String] {
        let currency = price.carrierCost.map { " \($0.currency)" } ?? ""
        var sentences = [origin(terms, price)]
        sentences += terms.parts.map { part($0, of: terms, currency) }
        if terms.connectionFee > .zero { sentences.append("The connection fee is \(terms.connectionFee)\(currency).") }
        if terms.minimumCharge > .zero { sentences.append(minimum(terms, currency)) }
        let rounding = "rounded \(terms.rounding.text) to \(terms.decimals) decimal places"
        if let cost = price.carrierCost { sentences.append("The carrier's cost, \(rounding): \(cost).") }
        if let charge = price.charge {
            let markup =
                terms.markupPercent == .zero
                ? "The internal charge is the same"
                : "The internal charge, \(terms.markupPercent) % added to the exact sum"
            sentences.append("\(markup), \(rounding): \(charge).")
        }
        return sentences
    }

    private static func origin(_ terms: PriceTrace.Terms, _ price: CallPrice) -> String {
        let tariff = price.tariff.map { "Tariff '\($0)'" } ?? "A tariff whose name was not stored"
        let kind = terms.space == .international ? "prefix" : "service number"
        let prefix = terms.prefix.isEmpty ? "the price for all other numbers" : "\(kind) \(terms.prefix)"
        let destination = terms.destination.isEmpty ? "" : " (\(terms.destination))"
        return "\(tariff), \(prefix)\(destination): \(terms.seconds) s of talk time."
    }

    private static func part(_ part: PriceTrace.Part, of terms: PriceTrace.Terms, _ currency: String) -> String {
        let next = terms.parts.first { $0.fromSecond > part.fromSecond }
        let seconds = (next?.fromSecond ?? terms.seconds) - part.fromSecond
        let steps = part.steps == 1 ? "1 step" : "\(part.steps) steps"
        let place = part.fromSecond == 0 ? "" : "From second \(part.fromSecond) on: "
        let price = "\(part.pricePerMinute)\(currency) a minute"
        let cost = CallTotal.steps(part.steps, of: part.seconds, pricePerMinute: part.pricePerMinute.billionths)
        // A third of a cent has no decimal form; the sentence then leaves the amount to the rounded total.
        let amount = cost % 60 == 0 ? Int64(exactly: cost / 60).map { DecimalText.text(nanounits: $0) } : nil
        return "\(place)\(seconds) s in steps of \(part.seconds) s = \(steps) at \(price)"
            + (amount.map { " = \($0)\(currency)." } ?? ".")
    }

    private static func minimum(_ terms: PriceTrace.Terms, _ currency: String) -> String {
        let steps = terms.parts.reduce(UInt128(0)) {
            $0 + CallTotal.steps($1.steps, of: $1.seconds, pricePerMinute: $1.pricePerMinute.billionths)
        }
        let fee = terms.connectionFee.billionths
        let sum = CallTotal.sum(steps: steps, connectionFee: fee, minimumCharge: 0)
        let applies =
            CallTotal.sum(steps: steps, connectionFee: fee, minimumCharge: terms.minimumCharge.billionths) > sum
        return applies
            ? "That is less than the minimum charge, so the call costs \(terms.minimumCharge)\(currency)."
            : "The minimum charge of \(terms.minimumCharge)\(currency) is reached."
    }
}

extension Rounding {
    /// The rule in words.
    var text: String {
        switch self {
        case .halfUp: "half up"
        case .halfEven: "half to even"
        case .up: "up"
        case .down: "down"
        }
    }
}

import ECASModel

extension RateTable {
    /// The price of a call that the tariff decides.
    func price(ofSeconds seconds: Int32, to number: RatedNumber) -> CallPrice {
        guard let match = rate(of: number) else { return CallPrice(state: .failed(reason: noPrice(for: number))) }
        let rate = rates[match.value]
        var steps: UInt128 = 0
        for index in Int(rate.firstIncrement)..<Int(rate.firstIncrement + rate.incrementCount) {
            let increment = increments[index]
            let count = increment.steps(in: seconds)
            guard count > 0 else { break }
            steps += CallTotal.steps(count, of: increment.seconds, pricePerMinute: increment.pricePerMinute)
        }
        let sum = CallTotal.sum(
            steps: steps, connectionFee: rate.connectionFee, minimumCharge: rate.minimumCharge)
        guard let cost = total.carrierCost(sum), let charge = total.charge(sum) else {
            let reason =
                "The price is out of range: check the prices of '\(label)' and the call's length, \(seconds) s."
            return CallPrice(state: .failed(reason: reason))
        }
        return CallPrice(
            state: .rated, carrierCost: Money(nanounits: cost, currency: currency),
            charge: Money(nanounits: charge, currency: currency), tariff: label,
            trace: trace(of: match, number: number, seconds: seconds))
    }

    /// Names the leading digits only, which say what to add without saying who was called.
    private func noPrice(for number: RatedNumber) -> String {
        let digits = number.digits.prefix(number.digits.count > 7 ? 5 : number.digits.count)
        return switch number.space {
        case .international:
            "The tariff '\(label)' has no price for numbers that begin with \(digits): add a destination with such "
                + "a prefix, or one with the prefix \"\" for all other numbers."
        case .service:
            "The tariff '\(label)' has no price for the service number \(digits): add it to the 'service_numbers' "
                + "of a destination."
        }
    }
}

extension RateTable.Increment {
    /// How many steps of this part a call of some seconds takes, at least 0; one that has begun counts in full.
    func steps(in talkSeconds: Int32) -> Int64 {
        let length = Int64(min(talkSeconds, endSecond)) - Int64(fromSecond)
        return length <= 0 ? 0 : (length + Int64(seconds) - 1) / Int64(seconds)
    }
}

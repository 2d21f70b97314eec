import ECASModel

/// The arithmetic of a call's price, in whole numbers from beginning to end.
///
/// Talk time is summed in sixtieths of a billionth of a currency unit: a step's share of a minute's price is then a whole
/// number, and nothing is rounded before the total.
struct CallTotal: Hashable, Sendable {
    let decimals: Int
    let rounding: Rounding
    /// The mark-up as a fraction in lowest terms: 15 % is 23/20.
    private let markupNumerator: UInt128
    private let markupDenominator: UInt128
    /// Billionths in one unit of the last place.
    private let unit: UInt128

    init(decimals: Int, rounding: Rounding, markupPercent: ExactDecimal) {
        self.decimals = decimals
        self.rounding = rounding
        let hundred = 100 * Money.nanounitsPerUnit
        let factor = hundred + markupPercent.billionths
        let divisor = Self.greatestCommonDivisor(hundred, factor)
        markupNumerator = UInt128(factor / divisor)
        markupDenominator = UInt128(hundred / divisor)
        unit = (decimals..<9).reduce(into: 1) { unit, _ in unit *= 10 }
    }

    /// The cost of some steps in sixtieths of a billionth; cannot overflow: 2³¹ s at 2⁶³ billionths need 95 bits.
    static func steps(_ steps: Int64, of seconds: Int32, pricePerMinute: Int64) -> UInt128 {
        UInt128(UInt64(steps) * UInt64(seconds)) * UInt128(pricePerMinute)
    }

    /// Steps, fee and minimum together, not rounded yet: the minimum is compared with the sum that includes the fee.
    static func sum(steps: UInt128, connectionFee: Int64, minimumCharge: Int64) -> UInt128 {
        max(steps + 60 * UInt128(connectionFee), 60 * UInt128(minimumCharge))
    }

    /// What the carrier charges, in billionths; nothing if it is out of range.
    func carrierCost(_ sum: UInt128) -> Int64? {
        rounded(sum, over: 60)
    }

    /// What the user is charged, in billionths, from the sum that is not rounded yet; nothing if it is out of range.
    func charge(_ sum: UInt128) -> Int64? {
        let (product, overflow) = sum.multipliedReportingOverflow(by: markupNumerator)
        return overflow ? nil : rounded(product, over: 60 * markupDenominator)
    }

    private func rounded(_ amount: UInt128, over divisor: UInt128) -> Int64? {
        let units = rounding.quotient(amount, divisor * unit)
        let (billionths, overflow) = units.multipliedReportingOverflow(by: unit)
        return overflow ? nil : Int64(exactly: billionths)
    }

    private static func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }
}

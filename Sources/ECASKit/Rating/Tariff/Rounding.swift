/// How an amount is brought to the tariff's number of places; done once, at the total of a call.
public enum Rounding: String, Hashable, Sendable, Codable, CaseIterable {
    /// To the nearest; exactly half a unit goes up.
    case halfUp = "half-up"
    /// To the nearest; exactly half a unit goes to the even digit.
    case halfEven = "half-even"
    /// Up, however little is left over.
    case up
    /// Down.
    case down

    /// The quotient of two whole numbers, rounded.
    func quotient(_ dividend: UInt128, _ divisor: UInt128) -> UInt128 {
        let (quotient, remainder) = Self.divide(dividend, divisor)
        let roundsUp =
            switch self {
            case .halfUp: remainder >= divisor - remainder
            case .halfEven: remainder > divisor - remainder || remainder == divisor - remainder && quotient % 2 == 1
            case .up: remainder > 0
            case .down: false
            }
        return roundsUp ? quotient + 1 : quotient
    }

    // Nearly all amounts fit 64 bits, where division is many times faster.
    private static func divide(_ dividend: UInt128, _ divisor: UInt128) -> (UInt128, UInt128) {
        if let small = UInt64(exactly: dividend), let by = UInt64(exactly: divisor) {
            let (quotient, remainder) = small.quotientAndRemainder(dividingBy: by)
            return (UInt128(quotient), UInt128(remainder))
        }
        return dividend.quotientAndRemainder(dividingBy: divisor)
    }
}

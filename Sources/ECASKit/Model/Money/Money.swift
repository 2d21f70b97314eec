/// An exact amount: a whole number of billionths of a currency unit.
///
/// No floating point anywhere. The range is about ±9.2 billion currency units; what leaves it is nothing, never a wrong sum.
public struct Money: Hashable, Sendable, Codable {
    /// The amount in 10⁻⁹ currency units.
    public let nanounits: Int64
    /// The currency.
    public let currency: Currency

    /// Makes an amount from its billionths.
    public init(nanounits: Int64, currency: Currency) {
        self.nanounits = nanounits
        self.currency = currency
    }

    /// Billionths in one currency unit.
    public static let nanounitsPerUnit: Int64 = 1_000_000_000

    /// The sum, or nothing if the currencies differ or the sum is out of range.
    public func adding(_ other: Money) -> Money? {
        guard currency == other.currency else { return nil }
        let (sum, overflow) = nanounits.addingReportingOverflow(other.nanounits)
        return overflow ? nil : Money(nanounits: sum, currency: currency)
    }

    /// The amount as a decimal number without superfluous zeros: `0.42`, `-1`, `0.0000001`.
    public var decimalText: String { DecimalText.text(nanounits: nanounits) }
}

extension Money: CustomStringConvertible {
    /// Amount and currency: `0.42 EUR`.
    public var description: String { "\(decimalText) \(currency)" }
}

/// Decimal numbers with up to nine places, read and written exactly.
public enum DecimalText {
    /// Writes billionths as a decimal number without superfluous zeros.
    public static func text(nanounits: Int64) -> String {
        let magnitude = nanounits.magnitude
        let whole = magnitude / 1_000_000_000
        var fraction = magnitude % 1_000_000_000
        let sign = nanounits < 0 ? "-" : ""
        guard fraction != 0 else { return "\(sign)\(whole)" }
        var width = 9
        while fraction % 10 == 0 {
            fraction /= 10
            width -= 1
        }
        let digits = String(fraction)
        return "\(sign)\(whole).\(String(repeating: "0", count: width - digits.count))\(digits)"
    }

    /// Reads a decimal number with `.` and at most nine places (`0.42`, `-1`, `.5`) into billionths.
    ///
    /// Nothing if it is not one, is out of range, or has places that would have to be rounded away.
    public static func nanounits(_ ascii: some Sequence<UInt8>) -> Int64? {
        var value: Int64 = 0
        var places = -1
        var digits = 0
        var negative = false
        for (index, byte) in ascii.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int64(byte &- UInt8(ascii: "0"))
                if places == 9 {
                    guard digit == 0 else { return nil }
                    continue
                }
                let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, carry) = tenfold.addingReportingOverflow(digit)
                guard !overflow, !carry else { return nil }
                value = sum
                digits += 1
                if places >= 0 { places += 1 }
            case UInt8(ascii: ".") where places < 0: places = 0
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: "+") where index == 0: break
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        for _ in max(places, 0)..<9 {
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = tenfold
        }
        return negative ? -value : value
    }
}

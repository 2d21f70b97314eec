import ECASModel

/// Reads the advice of charge.
enum IPOfficeCharge {
    /// The charge of a record, or nothing if it prints none.
    static func charge(_ fields: borrowing IPOfficeFields, currencies: inout IPOfficeCurrencies) -> PBXCharge? {
        let printed = fields[IPOfficeField.callCharge]
        let currency = fields[IPOfficeField.currency]
        let units = fields[IPOfficeField.callUnits].unsignedInteger() ?? 0
        guard !printed.isEmpty || !currency.isEmpty || units > 0 else { return nil }
        var charge = PBXCharge()
        if !currency.isEmpty {
            charge.currency = currencies.currency(currency)
        }
        if units > 0 { charge.meterPulses = Int32(exactly: units) }
        if !printed.isEmpty {
            charge.amountNanounits = amount(printed)
        } else if units > 0 {
            charge.amountNanounits = product(
                units: units, costPerUnit: fields[IPOfficeField.costPerUnit],
                markUp: fields[IPOfficeField.markUp])
        }
        return charge == PBXCharge() ? nil : charge
    }

    /// A decimal number with up to nine places as billionths; its point may be a comma, or what stands for one in a quoted line.
    private static func amount(_ field: FieldBytes) -> Int64? {
        var point = 0
        while point < field.count, field[point].isASCIIDigit { point += 1 }
        guard point < field.count else { return field.unsignedInteger().flatMap { billionths($0, 0) } }
        guard
            field[point] == UInt8(ascii: ".") || field[point] == UInt8(ascii: ",")
                || field[point] == IPOfficeQuotedLine.separator
        else { return nil }
        let places = field.suffix(from: point + 1)
        if places.count > 9 { return field.nanounits() }
        guard var fraction = places.unsignedInteger(),
            let whole = point == 0 ? 0 : field[0..<point].unsignedInteger()
        else { return nil }
        for _ in places.count..<9 { fraction *= 10 }
        return billionths(whole, fraction)
    }

    private static func billionths(_ whole: Int, _ fraction: Int) -> Int64? {
        let (product, overflow) = Int64(whole).multipliedReportingOverflow(by: Money.nanounitsPerUnit)
        let (sum, carry) = product.addingReportingOverflow(Int64(fraction))
        return overflow || carry ? nil : sum
    }

    /// Units times cost per unit (ten-thousandths) times mark-up (hundredths), exact, in billionths.
    private static func product(units: Int, costPerUnit: FieldBytes, markUp: FieldBytes) -> Int64? {
        guard let cost = costPerUnit.unsignedInteger() else { return nil }
        var factor = 100
        if let markUp = markUp.unsignedInteger(), markUp > 0 { factor = markUp }
        // 10⁹ / 10⁴ / 10²
        var result = 1000
        for value in [units, cost, factor] {
            let (product, overflow) = result.multipliedReportingOverflow(by: value)
            guard !overflow else { return nil }
            result = product
        }
        return Int64(result)
    }
}

/// The currency printed last: a site has one, and looking it up once is enough.
struct IPOfficeCurrencies: Sendable {
    private var code: UInt32 = 0
    private var currency: Currency?

    /// The currency with a three-letter code.
    mutating func currency(_ field: FieldBytes) -> Currency? {
        guard field.count == 3 else { return nil }
        let code = UInt32(field[0]) << 16 | UInt32(field[1]) << 8 | UInt32(field[2])
        if code != self.code {
            self.code = code
            currency = Currency(ascii: field.array)
        }
        return currency
    }
}

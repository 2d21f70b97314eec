import ECASDrivers
import ECASModel
import Testing

@Suite("IP Office: advice of charge")
struct IPOfficeChargeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var charge = ""
        var units = ""
        var costPerUnit = ""
        var markUp = ""
        /// In billionths.
        var amount: Int64?
        var pulses: Int32?

        var testDescription: String { "'\(charge)', \(units) units at \(costPerUnit), mark-up \(markUp)" }
    }

    @Test(
        "the charge as printed; without it units times cost times mark-up",
        arguments: [
            Case(charge: "0.42", units: "6", costPerUnit: "700", markUp: "100", amount: 420_000_000, pulses: 6),
            Case(charge: "0.00", units: "0", amount: 0),
            Case(charge: "0", units: "6", costPerUnit: "700", amount: 0, pulses: 6),
            Case(charge: "12", amount: 12_000_000_000),
            Case(charge: ".5", amount: 500_000_000),
            Case(charge: "0.4200000000", amount: 420_000_000),
            // 6 x 1.07 x 1.5
            Case(units: "6", costPerUnit: "10700", markUp: "150", amount: 9_630_000_000, pulses: 6),
            Case(units: "6", costPerUnit: "10700", markUp: "0", amount: 6_420_000_000, pulses: 6),
            Case(units: "6", costPerUnit: "10700", markUp: "", amount: 6_420_000_000, pulses: 6),
            // 1 x 0.0001 x 0.01
            Case(units: "1", costPerUnit: "1", markUp: "1", amount: 1000, pulses: 1),
            Case(units: "6", costPerUnit: "", markUp: "100", pulses: 6),
            Case(units: "0", costPerUnit: "700", markUp: "100"),
            Case(charge: "free", units: "6", costPerUnit: "700", pulses: 6),
            Case(units: "999999999999999999", costPerUnit: "999999999999999999", markUp: "100"),
            Case(charge: "99999999999999999999"),
        ])
    func amounts(_ value: Case) throws {
        let line = IPOfficeLine(
            direction: "O", later: [20: value.charge, 23: value.units, 25: value.costPerUnit, 26: value.markUp])
        let charge = try IPOfficeResult([line]).call.pbxCharge
        #expect(charge?.amountNanounits == value.amount)
        #expect(charge?.meterPulses == value.pulses)
    }

    @Test(
        "a decimal comma makes one field more, or two",
        arguments: ["1,25,EUR,0.50,3,1,4000,100,U fu,Ben,077", "1,25,EUR,0,50,3,1,4000,100,U fu,Ben,077"])
    func decimalComma(_ tail: String) throws {
        let text = IPOfficeLine(direction: "O", count: 20).text + "," + tail
        let call = try IPOfficeResult([text]).call
        #expect(call.pbxCharge?.amountNanounits == 1_250_000_000)
        #expect(call.pbxCharge?.currency?.code == "EUR")
        #expect(call.pbxCharge?.meterPulses == 3)
        #expect(call.kind.flags == .forwarded)
        #expect(call.parties.others.sent?.text == "077")
    }

    @Test("a currency is one of three letters; without charge and units it stands alone")
    func currencies() throws {
        func currency(_ printed: String) throws -> String? {
            try IPOfficeResult([IPOfficeLine(later: [21: printed])]).call.pbxCharge?.currency?.code
        }
        #expect(try currency("GBP") == "GBP")
        #expect(try currency("gbp") == "GBP")
        #expect(try currency("£") == nil)
        #expect(try currency("") == nil)
    }
}

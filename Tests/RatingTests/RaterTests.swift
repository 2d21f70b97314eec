import ECASModel
import ECASRating
import Testing

@Suite struct RaterTests {
    private static func rater() throws -> Rater {
        Rater(try RateTable(try Tariffs.single(try Tariffs.staircase(60, 60, "0.02"))))
    }

    @Test(
        "Calls that cost nothing by rule are rated with nought and say why",
        arguments: [
            (Direction.inbound, CallClass.mobile, Disposition?.some(.answered), "the caller pays"),
            (.internal, .internal, .answered, "own network"),
            (.outbound, .privateNetwork, .answered, "own network"),
            (.outbound, .voiceMail, .answered, "own network"),
            (.outbound, .national, .unanswered, "nobody answered"),
            (.outbound, .national, .busy, "nobody answered"),
            (.tandem, .national, .failed, "nobody answered"),
            (.outbound, .national, .abandoned, "nobody answered"),
            (.inbound, .mobile, nil, "the caller pays"),
        ])
    func free(direction: Direction, callClass: CallClass, disposition: Disposition?, why: String) throws {
        let call = try Tariffs.call(60) {
            $0.kind.direction = direction
            $0.kind.callClass = callClass
            $0.kind.disposition = disposition
        }
        let price = try Self.rater().rate(call, number: try Tariffs.number())
        #expect(price.state == .rated)
        #expect(price.carrierCost == Money(nanounits: 0, currency: try #require(Tariffs.euro)))
        #expect(price.charge == price.carrierCost)
        #expect(try PriceExplanation(price).description.contains(why))
    }

    @Test("Parts that another record carries cost nothing")
    func fragments() throws {
        let rater = try Self.rater()
        let fragment = try Tariffs.call(60) { $0.kind.notChargeable = .transferFragment }
        #expect(rater.rate(fragment, number: try Tariffs.number()).carrierCost?.nanounits == 0)
        let ring = try Tariffs.call(60) { $0.kind.segment = .ring }
        #expect(rater.rate(ring, number: try Tariffs.number()).carrierCost?.nanounits == 0)
    }

    @Test(
        "Outbound and tandem calls are rated, and those whose outcome is not known if there was talk time",
        arguments: [
            (Direction.outbound, Disposition?.some(.answered)), (.tandem, .answered), (.outbound, nil),
        ])
    func rated(direction: Direction, disposition: Disposition?) throws {
        let call = try Tariffs.call(61) {
            $0.kind.direction = direction
            $0.kind.disposition = disposition
        }
        let price = try Self.rater().rate(call, number: try Tariffs.number())
        #expect(price.carrierCost?.description == "0.04 EUR")
        #expect(price.tariff == "Test (2026-01-01)")
        let silent = try Tariffs.call(0) { $0.kind.disposition = disposition }
        #expect(try Self.rater().rate(silent, number: try Tariffs.number()).carrierCost?.nanounits == 0)
    }

    @Test("What cannot be decided is a failure that says what is missing")
    func failures() throws {
        let rater = try Self.rater()
        func reason(_ call: CallRecord, _ number: RatedNumber?) throws -> String {
            try #require(rater.rate(call, number: number).failure)
        }
        let number = try Tariffs.number()
        #expect(try reason(try Tariffs.call(nil), number).contains("how long"))
        #expect(try reason(try Tariffs.call(-1), number).contains("how long"))
        #expect(try reason(try Tariffs.call(60) { $0.kind.direction = nil }, number).contains("number plan"))
        #expect(try reason(try Tariffs.call(60), nil).contains("outside number"))
        #expect(try reason(try Tariffs.call(60) { $0.times.start = nil }, number).contains("no time"))
    }

    @Test("The PBX's own amount is not ours")
    func pbxCharge() throws {
        let call = try Tariffs.call(60) {
            $0.pbxCharge = PBXCharge()
            $0.pbxCharge?.amountNanounits = 5_000_000_000
        }
        #expect(try Self.rater().rate(call, number: try Tariffs.number()).carrierCost?.description == "0.02 EUR")
    }

    @Test(
        "The version valid on the day of the call decides, by the clock of the site",
        arguments: [
            (2026, 12, 31, "0.02"), (2027, 1, 1, "0.03"), (2028, 6, 1, "0.03"),
        ])
    func versions(year: Int, month: Int, day: Int, cost: String) throws {
        let first = try Tariffs.single(try Tariffs.staircase(60, 60, "0.02"))
        var second = try Tariffs.single(try Tariffs.staircase(60, 60, "0.03"))
        second.validFrom = try #require(CivilDate(year: 2027, month: 1, day: 1))
        let rater = try Rater(versions: [try RateTable(first), try RateTable(second)])
        // 23:30 with an offset of five hours west: in UTC it is the next day already.
        let wallClock = try #require(WallClock(year: year, month: month, day: day, hour: 23, minute: 30))
        let call = try Tariffs.call(60) {
            $0.times.start = LocalTime(wallClock: wallClock, offset: UTCOffset(seconds: -18000))
        }
        #expect(rater.rate(call, number: try Tariffs.number()).carrierCost?.decimalText == cost)
    }

    @Test("A call before the first version fails and names the day")
    func tooEarly() throws {
        let wallClock = try #require(WallClock(year: 2025, month: 12, day: 31, hour: 23, minute: 59, second: 59))
        let call = try Tariffs.call(60) { $0.times.start = LocalTime(wallClock: wallClock, offset: nil) }
        let reason = try #require(try Self.rater().rate(call, number: try Tariffs.number()).failure)
        #expect(reason.contains("2025-12-31"))
    }

    @Test("Versions that begin on one day, or none at all, are refused")
    func unusableVersions() throws {
        let table = try RateTable(try Tariffs.single(try Tariffs.staircase(60, 60, "0.02")))
        let error = try #require(throws: RatingError.self) { try Rater(versions: [table, table]) }
        #expect(error.code == .unusableVersions)
        #expect(throws: RatingError.self) { try Rater(versions: []) }
    }

    @Test("Rating twice gives the same price and the same trace")
    func repeatable() throws {
        let call = try Tariffs.call(61)
        let rater = try Self.rater()
        #expect(rater.rate(call, number: try Tariffs.number()) == rater.rate(call, number: try Tariffs.number()))
    }
}

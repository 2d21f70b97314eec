import ECASModel
import ECASRating
import Testing

@Suite struct PrefixTests {
    private static func destination(_ number: String, _ table: RateTable) throws -> String? {
        let price = Rater(table).rate(try Tariffs.call(60), number: try Tariffs.number(number))
        guard price.state == .rated else { return nil }
        let sentence = try #require(try PriceExplanation(price).sentences.first)
        let name = try #require(sentence.split(separator: "(to ").last)
        return String(name.prefix { $0 != ")" })
    }

    @Test(
        "The longest prefix decides",
        arguments: [
            ("44", "44"), ("447", "447"), ("4479123456", "447"), ("4478", "447"), ("44791", "447"), ("4420", "44"),
            ("491234", "49"), ("4930", "4930"), ("493", "49"), ("4999", "499"), ("499", "499"), ("5", ""), ("9", "9"),
            ("99", "9"), ("1", ""), ("123456789012345", "123456789012345"), ("123456789012344", ""),
        ])
    func longest(number: String, prefix: String) throws {
        let table = try RateTable(
            try Tariffs.named(["44", "447", "49", "4930", "499", "9", "", "123456789012345"]))
        #expect(try Self.destination(number, table) == prefix)
    }

    @Test("Without a price for all other numbers the call fails and says what to add, without the whole number")
    func noPrice() throws {
        let rater = Rater(try RateTable(try Tariffs.named(["49"])))
        let reason = try #require(rater.rate(try Tariffs.call(60), number: try Tariffs.number("353123456789")).failure)
        #expect(reason.contains("35312"))
        #expect(!reason.contains("353123"))
        #expect(reason.contains("'Test (2026-01-01)'"))
        let service = try #require(RatedNumber(service: "11880".utf8))
        let other = try #require(rater.rate(try Tariffs.call(60), number: service).failure)
        #expect(other.contains("service number 11880"))
    }

    @Test("Service numbers have prices of their own, leading zeros count")
    func service() throws {
        var tariff = try Tariffs.named(["1", "0"].map { $0 })
        tariff.destinations[0].serviceNumbers = ["000", "118"]
        tariff.destinations[1].prefixes = []
        tariff.destinations[1].serviceNumbers = ["00"]
        let rater = Rater(try RateTable(tariff))
        func text(_ digits: String) throws -> String {
            let number = try #require(RatedNumber(service: digits.utf8))
            return try PriceExplanation(rater.rate(try Tariffs.call(60), number: number)).description
        }
        #expect(try text("000").contains("service number 000 (to 1)"))
        #expect(try text("001").contains("service number 00 (to 0)"))
        #expect(try text("118").contains("service number 118 (to 1)"))
        #expect(try text("117").contains("no price"))
    }

    @Test("A prefix with two prices is refused")
    func doubles() throws {
        let error = try #require(throws: RatingError.self) { try RateTable(try Tariffs.named(["49", "4930", "49"])) }
        #expect(error.code == .unusableTariff)
        #expect(error.message.contains("'49'"))
    }

    @Test("What is no number is refused", arguments: ["", "+49", "1234567890123456", "12a"])
    func numbers(text: String) {
        #expect(RatedNumber(international: text.utf8) == nil)
        #expect(RatedNumber(service: text.utf8) == nil)
    }

    @Test("Random prefixes and numbers: the same answer as looking through all of them")
    func random() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        for round in 0..<30 {
            var prefixes: Set<String> = round % 2 == 0 ? [""] : []
            for _ in 0..<Int.random(in: 0..<400, using: &random) {
                prefixes.insert(Self.digits(Int.random(in: 1...(round < 10 ? 3 : 6), using: &random), using: &random))
            }
            let table = try RateTable(try Tariffs.named(prefixes.sorted()))
            for _ in 0..<100 {
                let number = Self.digits(Int.random(in: 1...15, using: &random), using: &random)
                let expected = prefixes.filter { number.hasPrefix($0) }.max { $0.count < $1.count }
                #expect(try Self.destination(number, table) == expected, "seed \(seed), number \(number)")
            }
        }
    }

    // Few different digits, 0 and 9 among them, so that prefixes nest and touch.
    private static func digits(_ count: Int, using random: inout SeededRandom) -> String {
        String((0..<count).map { _ in "01899".randomElement(using: &random) ?? "0" })
    }
}

/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators").
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

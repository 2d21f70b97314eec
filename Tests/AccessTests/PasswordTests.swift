import ECASAccess
import Testing

@Suite struct PasswordTests {
    /// Cheap enough for tests: 16 rounds.
    private static func cheap() throws -> ScryptParameters {
        try ScryptParameters(costExponent: 4, blockSize: 8, parallelism: 1)
    }

    @Test("The vector of RFC 7914, section 12: password 'pleaseletmein', salt 'SodiumChloride'")
    func vector() throws {
        // N = 16384, r = 8, p = 1, 64 bytes: 7023bdcb...45575887 in the RFC, here in base64.
        let hash = try PasswordHash(
            text: "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$"
                + "cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylVYT8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw")
        #expect(try hash.matches("pleaseletmein"))
        #expect(try !hash.matches("pleaseletmeim"))
        #expect(hash.needsUpgrade())
    }

    @Test(
        "A hash survives its text form and tells right passwords from wrong ones",
        arguments: [
            ("correct horse battery", "correct horse batterz"), ("Grüße aus Köln", "Grusse aus Köln"),
        ])
    func roundTrip(right: String, wrong: String) throws {
        let hash = try PasswordHash(text: try PasswordHash(password: right, parameters: try Self.cheap()).text)
        #expect(hash.text.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        #expect(try hash.matches(right))
        #expect(try !hash.matches(wrong))
        #expect(try !hash.matches(""))
        #expect(try !hash.matches("\0"))
        #expect(try !hash.matches(right + String(repeating: "x", count: 200)))
        #expect(!hash.needsUpgrade(to: try Self.cheap()))
        #expect(hash.needsUpgrade())
    }

    @Test("The same characters typed on another system match")
    func normalised() throws {
        let hash = try PasswordHash(password: "Gr\u{FC}\u{DF}e aus K\u{F6}ln", parameters: try Self.cheap())
        #expect(try hash.matches("Gru\u{308}\u{DF}e aus Ko\u{308}ln"))
    }

    @Test("The salt comes from the random source")
    func salt() throws {
        var first = SeededRandom(seed: 1)
        var again = SeededRandom(seed: 1)
        let one = try PasswordHash(password: "a password", parameters: try Self.cheap(), using: &first)
        #expect(one == (try PasswordHash(password: "a password", parameters: try Self.cheap(), using: &again)))
        #expect(one != (try PasswordHash(password: "a password", parameters: try Self.cheap(), using: &first)))
    }

    @Test(
        "Stored texts that cannot be used are refused",
        arguments: [
            "", "secret", "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHQ", "$argon2id$ln=4,r=8,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5a2V5a2V5",
            "$scrypt$r=8,ln=4,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5a2V5a2V5",
            "$scrypt$ln=4,r=8$c2FsdHNhbHQ$a2V5a2V5a2V5a2V5a2V5",
            "$scrypt$ln=40,r=8,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5a2V5a2V5",
            "$scrypt$ln=20,r=32,p=16$c2FsdHNhbHQ$a2V5a2V5a2V5a2V5a2V5",
            "$scrypt$ln=4,r=8,p=1$!!!$a2V5a2V5a2V5a2V5a2V5", "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHQ$a2V5",
            "$scrypt$ln=4,r=8,p=1$$a2V5a2V5a2V5a2V5a2V5",
        ])
    func unusable(text: String) throws {
        let error = try #require(throws: AccessError.self) { try PasswordHash(text: text) }
        #expect(error.code == .unusablePasswordHash)
    }

    @Test("A hash does not print its key")
    func description() throws {
        let hash = try PasswordHash(password: "a password", parameters: try Self.cheap())
        let key = try #require(hash.text.split(separator: "$").last)
        var dumped = ""
        dump(hash, to: &dumped)
        #expect("\(hash)" == "scrypt(ln=4,r=8,p=1)")
        #expect(!"\(hash)\(String(reflecting: hash))\(dumped)".contains(key))
    }

    @Test(
        "The rule for passwords counts characters and nothing else",
        arguments: [
            (11, false), (12, true), (128, true), (129, false),
        ])
    func rule(length: Int, isAllowed: Bool) throws {
        let password = String(repeating: "ü", count: length)
        if isAllowed {
            try PasswordRule.standard.check(password)
        } else {
            let error = try #require(throws: AccessError.self) { try PasswordRule.standard.check(password) }
            #expect(error.code == .unusablePassword)
            #expect(!error.message.contains("ü"))
        }
    }

    @Test("A generated password obeys the rule, is readable and depends on the random source alone")
    func generator() throws {
        var random = SeededRandom(seed: 7)
        var again = SeededRandom(seed: 7)
        let password = PasswordGenerator.password(using: &random)
        #expect(password == PasswordGenerator.password(using: &again))
        #expect(password != PasswordGenerator.password(using: &random))
        try PasswordRule.standard.check(password)
        #expect(password.split(separator: "-").map(\.count) == [4, 4, 4, 4])
        #expect(password.allSatisfy { !"0o1li".contains($0) })
        #expect(PasswordGenerator.password() != PasswordGenerator.password())
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

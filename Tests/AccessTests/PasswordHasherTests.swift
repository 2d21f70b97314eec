import ECASAccess
import Testing

@Suite struct PasswordHasherTests {
    private static func hasher() throws -> PasswordHasher {
        try PasswordHasher(parameters: try ScryptParameters(costExponent: 4, blockSize: 8, parallelism: 1))
    }

    @Test("The right password lets in")
    func right() async throws {
        let hasher = try Self.hasher()
        let hash = try await hasher.hash("correct horse battery")
        #expect(try await hasher.verify("correct horse battery", against: hash) == nil)
    }

    @Test("A wrong password, an unknown user and an empty password get one and the same answer")
    func refused() async throws {
        let hasher = try Self.hasher()
        let hash = try await hasher.hash("correct horse battery")
        let attempts: [(String, PasswordHash?)] = [
            ("wrong horse battery", hash), ("correct horse battery", nil), ("", hash), ("", nil),
            (String(repeating: "-", count: 129), nil),
        ]
        for (password, stored) in attempts {
            let error = await #expect(throws: AccessError.self) { try await hasher.verify(password, against: stored) }
            #expect(error == .logInRefused)
        }
    }

    @Test("An old hash is replaced at log-in, a wrong password replaces nothing")
    func upgrade() async throws {
        let old = try ScryptParameters(costExponent: 3, blockSize: 8, parallelism: 1)
        let hasher = try Self.hasher()
        let stored = try PasswordHash(password: "correct horse battery", parameters: old)
        let upgraded = try #require(try await hasher.verify("correct horse battery", against: stored))
        #expect(upgraded.parameters == hasher.parameters)
        #expect(try upgraded.matches("correct horse battery"))
        await #expect(throws: AccessError.self) { try await hasher.verify("wrong horse battery", against: stored) }
    }

    @Test("A new password must obey the rule")
    func rule() async throws {
        let hasher = try Self.hasher()
        let error = await #expect(throws: AccessError.self) { try await hasher.hash("short") }
        #expect(error?.code == .unusablePassword)
    }

    @Test("Many at a time are all answered")
    func many() async throws {
        let hasher = try Self.hasher()
        let hash = try await hasher.hash("correct horse battery")
        let refusals = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<50 {
                group.addTask {
                    let password = index % 2 == 0 ? "correct horse battery" : "wrong horse battery"
                    do {
                        try await hasher.verify(password, against: hash)
                        return false
                    } catch {
                        return true
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refusals == 25)
    }
}

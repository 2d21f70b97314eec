import Crypto
import CryptoExtras
import ECASAccess
import ECASModel
import Foundation
import Synchronization
import Testing

@Suite struct AccessTokenTests {
    /// Made once: an RSA key takes long.
    private static let keys = Result { [try SigningKey(), try SigningKey()] }
    private static let principal = Principal(
        userID: UserID(17), name: "alex", role: .telecomOperator, tenant: TenantID(3))
    private static let start = Instant(seconds: 1_780_000_000)

    private final class ManualClock: Sendable {
        private let milliseconds = Mutex(AccessTokenTests.start.milliseconds)

        var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }

        func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }
    }

    private static func tokens(
        _ key: Int = 0, retired: [Int] = [], issuer: String = "ecas", audience: String = "ecas-api",
        clock: ManualClock = ManualClock()
    ) async throws -> AccessTokens {
        let keys = try Self.keys.get()
        return try await AccessTokens(
            signingKey: keys[key], retiredKeys: retired.map { keys[$0] }, issuer: issuer, audience: audience,
            clock: { clock.now })
    }

    private static func refusal(_ token: String, by tokens: AccessTokens) async -> AccessError.Code? {
        await #expect(throws: AccessError.self) { try await tokens.verify(token) }?.code
    }

    /// Signs any header and claims with our own key, as only somebody who stole it could.
    private static func forged(header: String, claims: String) throws -> String {
        let key = try _RSA.Signing.PrivateKey(pemRepresentation: try keys.get()[0].pem)
        let body = "\(base64URL(Data(header.utf8))).\(base64URL(Data(claims.utf8)))"
        let signature = try key.signature(for: Data(body.utf8), padding: .insecurePKCS1v1_5)
        return "\(body).\(base64URL(signature.rawRepresentation))"
    }

    private static func base64URL(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func claims(_ change: String = "", issuer: String = "ecas", expires: Int64 = 3600) -> String {
        """
        {"iss":"\(issuer)","aud":"ecas-api","sub":"17","name":"alex","role":"viewer",
        "iat":\(start.seconds),"nbf":\(start.seconds),"exp":\(start.seconds + expires)\(change)}
        """
    }

    @Test("A token tells who it is for, for an hour")
    func roundTrip() async throws {
        let clock = ManualClock()
        let tokens = try await Self.tokens(clock: clock)
        let token = try await tokens.issue(for: Self.principal)
        #expect(token.expires == Self.start.advanced(bySeconds: 3600))
        clock.advance(seconds: 3599)
        let subject = try await tokens.verify(token.text)
        #expect(subject.userID == UserID(17))
        #expect(subject.name == "alex")
        #expect(subject.roleID == "telecom-operator")
        #expect(subject.tenant == TenantID(3))
        #expect(subject.issuedAt == Self.start)
        #expect(subject.expires == token.expires)
        clock.advance(seconds: 1)
        #expect(await Self.refusal(token.text, by: tokens) == .tokenExpired)
    }

    @Test("A user of the platform has no tenant")
    func platform() async throws {
        let tokens = try await Self.tokens()
        let administrator = Principal(userID: UserID(1), name: "root", role: .systemAdministrator, tenant: nil)
        #expect(try await tokens.verify(try await tokens.issue(for: administrator).text).tenant == nil)
    }

    @Test("A token before its time is refused")
    func tooEarly() async throws {
        let clock = ManualClock()
        let tokens = try await Self.tokens(clock: clock)
        let token = try await tokens.issue(for: Self.principal)
        clock.advance(seconds: -1)
        #expect(await Self.refusal(token.text, by: tokens) == .tokenRefused)
    }

    @Test("Tokens of other issuers, for other audiences and with other keys are refused")
    func foreign() async throws {
        let tokens = try await Self.tokens()
        let others = [
            try await Self.tokens(issuer: "other"), try await Self.tokens(audience: "other"), try await Self.tokens(1),
        ]
        for other in others {
            let token = try await other.issue(for: Self.principal)
            #expect(await Self.refusal(token.text, by: tokens) == .tokenRefused)
        }
    }

    @Test("After a change of keys the old tokens are still good, but only while the old key is known")
    func rotation() async throws {
        let old = try await Self.tokens(0).issue(for: Self.principal)
        #expect(try await Self.tokens(1, retired: [0]).verify(old.text).userID == UserID(17))
        #expect(await Self.refusal(old.text, by: try await Self.tokens(1)) == .tokenRefused)
    }

    @Test("A changed token is refused")
    func tampered() async throws {
        let tokens = try await Self.tokens()
        let token = try await tokens.issue(for: Self.principal).text
        let parts = token.split(separator: ".").map(String.init)
        let claims = Self.base64URL(Data(Self.claims().utf8))
        #expect(await Self.refusal("\(parts[0]).\(claims).\(parts[2])", by: tokens) == .tokenRefused)
        #expect(await Self.refusal("\(parts[0]).\(parts[1]).", by: tokens) == .tokenRefused)
        #expect(await Self.refusal("\(parts[0]).\(parts[1])", by: tokens) == .tokenRefused)
    }

    @Test("The header decides nothing: algorithm, type and key are fixed")
    func header() async throws {
        let tokens = try await Self.tokens()
        let id = try Self.keys.get()[0].id
        let good = #"{"alg":"RS256","typ":"at+jwt","kid":"\#(id)"}"#
        // The forgery itself is sound: with our header it is taken.
        #expect(try await tokens.verify(try Self.forged(header: good, claims: Self.claims())).name == "alex")
        let headers = [
            #"{"alg":"none","typ":"at+jwt","kid":"\#(id)"}"#, #"{"alg":"HS256","typ":"at+jwt","kid":"\#(id)"}"#,
            #"{"alg":"RS512","typ":"at+jwt","kid":"\#(id)"}"#, #"{"alg":"RS256","typ":"JWT","kid":"\#(id)"}"#,
            #"{"alg":"RS256","kid":"\#(id)"}"#, #"{"alg":"RS256","typ":"at+jwt","kid":"other"}"#,
            #"{"alg":"RS256","typ":"at+jwt"}"#, #"{"typ":"at+jwt","kid":"\#(id)"}"#, "[]", "",
        ]
        for header in headers {
            let token = try Self.forged(header: header, claims: Self.claims())
            #expect(await Self.refusal(token, by: tokens) == .tokenRefused, "\(header)")
        }
    }

    @Test("A header with an absurd number harms nothing")
    func absurdHeader() async throws {
        let id = try Self.keys.get()[0].id
        let header = #"{"alg":"RS256","typ":"at+jwt","kid":"\#(id)","x":1e300}"#
        let token = try Self.forged(header: header, claims: Self.claims())
        #expect(try await Self.tokens().verify(token).name == "alex")
    }

    @Test(
        "Claims that do not fit are refused",
        arguments: [
            ("{}", AccessError.Code.tokenRefused), ("", .tokenRefused), (claims(issuer: "other"), .tokenRefused),
            (claims(expires: 0), .tokenExpired), (claims().replacing("\"17\"", with: "\"x\""), .tokenRefused),
            (claims().replacing("\"ecas-api\"", with: "\"x\""), .tokenRefused),
        ])
    func claimsChecked(claims: String, code: AccessError.Code) async throws {
        let header = #"{"alg":"RS256","typ":"at+jwt","kid":"\#(try Self.keys.get()[0].id)"}"#
        let token = try Self.forged(header: header, claims: claims)
        #expect(await Self.refusal(token, by: try await Self.tokens()) == code)
    }

    @Test("What is no token is refused", arguments: ["", ".", "..", "a.b.c", "....", "\u{0}.\u{0}.\u{0}"])
    func noToken(text: String) async throws {
        #expect(await Self.refusal(text, by: try await Self.tokens()) == .tokenRefused)
    }

    @Test("A signing key survives its PEM form and is named after its public key")
    func signingKey() throws {
        let key = try Self.keys.get()[0]
        let copy = try SigningKey(pem: key.pem)
        #expect(copy.id == key.id)
        #expect(copy.publicPEM == key.publicPEM)
        #expect(key.id != (try Self.keys.get()[1].id))
        let publicKey = try _RSA.Signing.PublicKey(pemRepresentation: key.publicPEM)
        #expect(publicKey.keySizeInBits == 3072)
        #expect(key.id == Self.base64URL(Data(SHA256.hash(data: publicKey.derRepresentation))))
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!"\(key)\(String(reflecting: key))\(dumped)".contains("PRIVATE"))
    }

    @Test("Short keys and texts that are no key are refused")
    func unusableKeys() throws {
        let short = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        for pem in [short.pemRepresentation, "", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"] {
            let error = try #require(throws: AccessError.self) { try SigningKey(pem: pem) }
            #expect(error.code == .unusableSigningKey)
        }
    }
}

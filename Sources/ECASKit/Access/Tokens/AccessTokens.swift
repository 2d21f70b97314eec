public import ECASModel
import Foundation
import JWTKit

/// Issues and checks access tokens: JSON Web Tokens (RFC 7519) signed with RS256.
///
/// The algorithm, the token's type, the issuer and the audience are fixed here and nothing in a token can change them
/// (RFC 8725, sections 3.1, 3.8, 3.9 and 3.11). A key that is not ours is refused even if the signature fits.
public struct AccessTokens: Sendable {
    /// How long a token is good.
    public let lifetime: Duration
    private let issuer: String
    private let audience: String
    private let signingKeyID: String
    private let keyIDs: Set<String>
    private let keys: JWTKeyCollection
    private let clock: @Sendable () -> Instant

    private static let algorithm = "RS256"
    private static let type = "at+jwt"

    /// Makes the issuer and checker of one installation.
    ///
    /// - Parameters:
    ///   - signingKey: signs new tokens.
    ///   - retiredKeys: keys whose tokens are still good, after a change of keys.
    ///   - issuer: who issues, usually the installation's identifier; a token of another issuer is refused.
    ///   - audience: whom tokens are for; a token for others is refused.
    ///   - lifetime: how long a token is good, in whole seconds; 60 minutes unless set.
    ///   - clock: the time now.
    /// - Throws: ``AccessError`` with ``AccessError/Code/unusableSigningKey`` if a key cannot sign.
    public init(
        signingKey: SigningKey, retiredKeys: [SigningKey] = [], issuer: String, audience: String = "ecas-api",
        lifetime: Duration = .seconds(3600), clock: @escaping @Sendable () -> Instant
    ) async throws(AccessError) {
        let keys = JWTKeyCollection()
        for key in [signingKey] + retiredKeys {
            do {
                await keys.add(
                    rsa: try Insecure.RSA.PrivateKey(backing: key.privateKey), digestAlgorithm: .sha256,
                    kid: JWKIdentifier(string: key.id))
            } catch {
                throw AccessError(.unusableSigningKey, "The signing key \(key.id) cannot sign tokens. Make a new one.")
            }
        }
        self.keys = keys
        self.lifetime = lifetime
        self.issuer = issuer
        self.audience = audience
        self.clock = clock
        signingKeyID = signingKey.id
        keyIDs = Set(([signingKey] + retiredKeys).map(\.id))
    }

    /// Issues a token for somebody who has just proved who he is.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/cryptographyFailed``.
    public func issue(for principal: Principal) async throws(AccessError) -> IssuedToken {
        let now = clock().seconds
        let claims = TokenClaims(
            issuer: issuer, audience: audience, subject: principal.userID.description, name: principal.name,
            role: principal.role.id, tenant: principal.tenant?.rawValue, issuedAt: now, notBefore: now,
            expires: now + lifetime.components.seconds)
        var header = JWTHeader()
        header.typ = Self.type
        do {
            let text = try await keys.sign(claims, kid: JWKIdentifier(string: signingKeyID), header: header)
            return IssuedToken(text: text, expires: Instant(seconds: claims.expires))
        } catch {
            throw AccessError(.cryptographyFailed, "The access token could not be signed with key \(signingKeyID).")
        }
    }

    /// Checks a token and tells whom it is for.
    ///
    /// Whether that user still exists and what he may do now is for the caller to look up.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/tokenExpired`` if it was good once, otherwise with
    ///   ``AccessError/Code/tokenRefused``.
    public func verify(_ token: String) async throws(AccessError) -> TokenSubject {
        try checkHeader(token)
        let claims: TokenClaims
        do {
            claims = try await keys.verify(token, as: TokenClaims.self)
        } catch {
            throw Self.refused("its signature does not fit or its contents cannot be read")
        }
        guard claims.issuer == issuer else { throw Self.refused("another system issued it") }
        guard claims.audience == audience else { throw Self.refused("it is for another service") }
        let now = clock().seconds
        guard now < claims.expires else {
            throw AccessError(.tokenExpired, "The access token has expired. Log in again.")
        }
        guard now >= claims.notBefore else { throw Self.refused("it is not good yet; check the clock") }
        guard let user = Int64(claims.subject) else { throw Self.refused("it names no user") }
        return TokenSubject(
            userID: UserID(user), name: claims.name, roleID: claims.role, tenant: claims.tenant.map { TenantID($0) },
            issuedAt: Instant(seconds: claims.issuedAt), expires: Instant(seconds: claims.expires))
    }

    // The key collection falls back to a default key for an unknown name and takes the algorithm from the key, so the
    // header is held to our constants before anything else looks at the token.
    private func checkHeader(_ token: String) throws(AccessError) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Base64URL.bytes(parts[0]) else { throw Self.refused("it is no token") }
        let header: TokenHeader
        do {
            header = try JSONDecoder().decode(TokenHeader.self, from: data)
        } catch {
            throw Self.refused("its header cannot be read")
        }
        guard header.alg == Self.algorithm else { throw Self.refused("it is not signed with \(Self.algorithm)") }
        guard header.typ == Self.type else { throw Self.refused("it is no access token") }
        guard let kid = header.kid, keyIDs.contains(kid) else { throw Self.refused("its key is not known") }
    }

    private static func refused(_ why: String) -> AccessError {
        AccessError(.tokenRefused, "The access token is refused: \(why). Log in again.")
    }
}

/// A token to hand out.
public struct IssuedToken: Hashable, Sendable {
    /// The token, a secret until it expires.
    public let text: String
    /// When it stops being good.
    public let expires: Instant
}

/// Whom a good token is for.
public struct TokenSubject: Hashable, Sendable {
    /// The user.
    public let userID: UserID
    /// The name he logged in with.
    public let name: String
    /// The role he had when the token was issued.
    public let roleID: String
    /// The tenant he belongs to; absent for a user of the platform.
    public let tenant: TenantID?
    /// When the token was issued.
    public let issuedAt: Instant
    /// When it stops being good.
    public let expires: Instant
}

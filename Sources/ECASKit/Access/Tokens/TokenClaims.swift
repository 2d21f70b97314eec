import JWTKit

/// What an access token says: registered claims of RFC 7519 section 4.1 and ours.
///
/// Times are in seconds since 1970, UTC.
struct TokenClaims: JWTPayload {
    var issuer: String
    var audience: String
    var subject: String
    var name: String
    var role: String
    var tenant: Int64?
    var issuedAt: Int64
    var notBefore: Int64
    var expires: Int64

    enum CodingKeys: String, CodingKey {
        case issuer = "iss"
        case audience = "aud"
        case subject = "sub"
        case issuedAt = "iat"
        case notBefore = "nbf"
        case expires = "exp"
        case name, role, tenant
    }

    // The claims are checked by `AccessTokens`, which knows the clock, the issuer and the audience.
    func verify(using algorithm: some JWTAlgorithm) {}
}

/// The header fields that are checked before a token is looked at.
struct TokenHeader: Decodable {
    var alg: String?
    var typ: String?
    var kid: String?
}

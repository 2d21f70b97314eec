import Crypto
import CryptoExtras
import Foundation

/// The RSA key with which an installation signs its access tokens; made once, kept in the master database.
public struct SigningKey: Sendable {
    /// The key's name in tokens: SHA-256 of the public key (SubjectPublicKeyInfo, DER) in base64url.
    public let id: String
    let privateKey: _RSA.Signing.PrivateKey

    private static let smallestSize = 3072

    /// Makes a new key of 3072 bits, which takes up to some seconds.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/cryptographyFailed``.
    public init() throws(AccessError) {
        do {
            self.init(try _RSA.Signing.PrivateKey(keySize: .bits3072))
        } catch {
            throw AccessError(.cryptographyFailed, "The cryptographic library could not make an RSA key: \(error).")
        }
    }

    /// Reads a private key in PEM form, PKCS #8 or PKCS #1.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/unusableSigningKey`` if it is none or is shorter than 3072 bits.
    public init(pem: String) throws(AccessError) {
        let key: _RSA.Signing.PrivateKey
        do {
            key = try _RSA.Signing.PrivateKey(pemRepresentation: pem)
        } catch {
            throw AccessError(
                .unusableSigningKey,
                "The signing key is no RSA private key in PEM form. Restore it from a backup, or make a new one: all "
                    + "users then have to log in again.")
        }
        guard key.keySizeInBits >= Self.smallestSize else {
            throw AccessError(
                .unusableSigningKey,
                "The signing key has \(key.keySizeInBits) bits; at least \(Self.smallestSize) are needed. Make a new one."
            )
        }
        self.init(key)
    }

    private init(_ key: _RSA.Signing.PrivateKey) {
        privateKey = key
        let digest = SHA256.hash(data: key.publicKey.derRepresentation)
        id = Base64URL.text(digest)
    }

    /// The private key in PEM form (PKCS #8), a secret: store it where only ECAS can read it.
    public var pem: String { privateKey.pkcs8PEMRepresentation }

    /// The public key in PEM form, for others who check our tokens.
    public var publicPEM: String { privateKey.publicKey.pemRepresentation }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key's name only.
    public var description: String { "SigningKey(\(id))" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// Nothing, so that a dump shows no key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

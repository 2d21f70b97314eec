import Crypto
import CryptoExtras
import Foundation

/// What is stored of a password: a scrypt key (RFC 7914), its salt, and the parameters it was derived with.
///
/// The text form is that of the PHC string format, `$scrypt$ln=15,r=8,p=3$<salt>$<key>`, salt and key in base64
/// without padding. A value holds no password and does not print its key.
public struct PasswordHash: Hashable, Sendable {
    /// How much work it took.
    public let parameters: ScryptParameters
    private let salt: [UInt8]
    private let key: [UInt8]

    private static let saltLength = 16
    private static let keyLength = 32

    /// Derives the hash of a password with a new salt from the system's random source.
    ///
    /// Blocks the thread for some tenths of a second on purpose; ``PasswordHasher`` does it off the event loops.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/unusablePassword`` if the password is empty.
    public init(password: String, parameters: ScryptParameters = .standard) throws(AccessError) {
        var random = SystemRandomNumberGenerator()
        try self.init(password: password, parameters: parameters, using: &random)
    }

    /// Derives the hash of a password with a new salt from the random source given.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/unusablePassword`` if the password is empty.
    public init(
        password: String, parameters: ScryptParameters = .standard, using random: inout some RandomNumberGenerator
    ) throws(AccessError) {
        guard !password.isEmpty else { throw AccessError(.unusablePassword, "The password is empty; choose one.") }
        let salt = (0..<Self.saltLength).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        self.salt = salt
        self.parameters = parameters
        key = try Self.derive(Self.bytes(of: password), salt: salt, length: Self.keyLength, parameters: parameters)
    }

    /// Reads the stored text form.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/unusablePasswordHash``.
    public init(text: String) throws(AccessError) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else {
            throw Self.unusable("it does not have the form $scrypt$ln=..,r=..,p=..$salt$key")
        }
        parameters = try ScryptParameters(text: parts[2])
        guard let salt = Self.bytes(base64: parts[3]), let key = Self.bytes(base64: parts[4]) else {
            throw Self.unusable("salt or key is not base64")
        }
        guard (8...64).contains(salt.count), (16...64).contains(key.count) else {
            throw Self.unusable("salt or key has an unusual length")
        }
        self.salt = salt
        self.key = key
    }

    /// The text form to store.
    public var text: String {
        "$scrypt$\(parameters.text)$\(Self.base64(salt))$\(Self.base64(key))"
    }

    /// Whether this is the hash of a password; takes the same time whether it is or not.
    ///
    /// An empty password and one longer than ``PasswordRule/maximumLength`` match nothing, after the same work.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/cryptographyFailed`` if the key cannot be derived.
    public func matches(_ password: String) throws(AccessError) -> Bool {
        let admissible = !password.isEmpty && password.unicodeScalars.count <= PasswordRule.standard.maximumLength
        let candidate = admissible ? Self.bytes(of: password) : [0]
        let derived = try Self.derive(candidate, salt: salt, length: key.count, parameters: parameters)
        return Self.equal(derived, key) && admissible
    }

    /// Whether it was made with other parameters than are used today: derive anew at the next successful log-in.
    public func needsUpgrade(to current: ScryptParameters = .standard) -> Bool {
        parameters != current || salt.count != Self.saltLength || key.count != Self.keyLength
    }

    private static func derive(
        _ password: [UInt8], salt: [UInt8], length: Int, parameters: ScryptParameters
    ) throws(AccessError) -> [UInt8] {
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: password, salt: salt, outputByteCount: length, rounds: 1 << parameters.costExponent,
                blockSize: parameters.blockSize, parallelism: parameters.parallelism)
            return key.withUnsafeBytes { Array($0) }
        } catch {
            throw AccessError(
                .cryptographyFailed,
                "scrypt could not derive a key; the machine may lack memory (\(parameters.memory >> 20) MiB are needed)."
            )
        }
    }

    // NFKC, so that the same characters typed on another system give the same bytes (NIST SP 800-63B, 5.1.1.2).
    private static func bytes(of password: String) -> [UInt8] {
        Array(password.precomposedStringWithCompatibilityMapping.utf8)
    }

    // Looks at every byte whatever the first ones are.
    private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        var text = Data(bytes).base64EncodedString()
        while text.last == "=" { text.removeLast() }
        return text
    }

    private static func bytes(base64 text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }

    static func unusable(_ why: String) -> AccessError {
        AccessError(.unusablePasswordHash, "The stored password cannot be used: \(why). Set a new password.")
    }
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The parameters only.
    public var description: String { "scrypt(\(parameters.text))" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// Nothing, so that a dump shows no key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

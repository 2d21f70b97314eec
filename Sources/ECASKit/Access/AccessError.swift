/// Why somebody is not let in, may not do a thing, or why a secret cannot be used.
///
/// Messages name neither passwords nor tokens, and the refusal of a log-in is one and the same for an unknown user, a
/// wrong password and a disabled account.
public struct AccessError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, stable for programs.
    public let code: Code
    /// What went wrong and what to do, for people.
    public let message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }

    /// What went wrong, stable for programs.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as printed in answers and metrics.
        public let rawValue: String

        /// Wraps a code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// User name and password do not belong together; it is not said which of them is wrong.
        public static let logInRefused = Code(rawValue: "log-in-refused")
        /// The user lacks the permission.
        public static let permissionDenied = Code(rawValue: "permission-denied")
        /// A token is not one of ours, or not for us.
        public static let tokenRefused = Code(rawValue: "token-refused")
        /// A token was good once.
        public static let tokenExpired = Code(rawValue: "token-expired")
        /// A new password breaks the rule for passwords.
        public static let unusablePassword = Code(rawValue: "unusable-password")
        /// A stored password hash cannot be read, or asks for more work than is allowed.
        public static let unusablePasswordHash = Code(rawValue: "unusable-password-hash")
        /// A signing key cannot be read or is too weak.
        public static let unusableSigningKey = Code(rawValue: "unusable-signing-key")
        /// No role has that identifier.
        public static let unknownRole = Code(rawValue: "unknown-role")
        /// The cryptographic library failed.
        public static let cryptographyFailed = Code(rawValue: "cryptography-failed")
    }

    /// The one refusal of every log-in that fails.
    public static let logInRefused = AccessError(
        .logInRefused, "The user name or the password is wrong. Check both and try again.")
}

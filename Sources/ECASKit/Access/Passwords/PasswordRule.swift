/// What a new password must be: long enough, and nothing else.
///
/// OWASP ASVS 5.0, items 6.2.1 to 6.2.9: length decides; no composition rules and no forced change. Characters are
/// counted as Unicode code points, as NIST SP 800-63B section 5.1.1.2 asks.
public struct PasswordRule: Hashable, Sendable {
    /// The fewest characters, 12 in ``standard``.
    public let minimumLength: Int
    /// The most characters, 128 in ``standard``: keeps the work for one log-in bounded.
    public let maximumLength: Int

    /// The rule of every installation.
    public static let standard = PasswordRule(minimumLength: 12, maximumLength: 128)

    /// Makes a rule; lengths in characters.
    package init(minimumLength: Int, maximumLength: Int) {
        self.minimumLength = minimumLength
        self.maximumLength = maximumLength
    }

    /// Checks a password that a user or an administrator chose.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/unusablePassword`` that names the limit, never the password.
    public func check(_ password: String) throws(AccessError) {
        let length = password.unicodeScalars.count
        guard length >= minimumLength else {
            throw AccessError(
                .unusablePassword,
                "The password has \(length) characters; use at least \(minimumLength). A sentence is easy to remember.")
        }
        guard length <= maximumLength else {
            throw AccessError(
                .unusablePassword, "The password has \(length) characters; use at most \(maximumLength).")
        }
    }
}

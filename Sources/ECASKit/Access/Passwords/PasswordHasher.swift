import Foundation

/// Hashes and checks passwords on threads of its own, so that neither event loops nor Swift's thread pool wait for it.
///
/// At most `concurrency` derivations run at a time; more of them wait, which bounds memory (32 MiB each) and leaves
/// cores for other work while somebody guesses passwords.
public struct PasswordHasher: Sendable {
    /// What new passwords are hashed with.
    public let parameters: ScryptParameters
    private let rule: PasswordRule
    private let queue: OperationQueue
    // A hash that no password has: an unknown user is checked against it, which costs what a known one costs.
    private let hashOfNobody: PasswordHash

    /// Makes a hasher; derives one key, so it takes as long as one log-in.
    ///
    /// - Parameters:
    ///   - parameters: what new passwords are hashed with; stored hashes with other ones are still understood.
    ///   - concurrency: how many derivations run at a time, at least 1.
    /// - Throws: ``AccessError`` with ``AccessError/Code/cryptographyFailed`` if scrypt cannot run here at all.
    public init(parameters: ScryptParameters = .standard, concurrency: Int = 2) throws(AccessError) {
        self.parameters = parameters
        rule = .standard
        queue = OperationQueue()
        queue.name = "ecas.passwords"
        queue.maxConcurrentOperationCount = max(1, concurrency)
        // Longer than any password that matches, see `PasswordHash.matches`.
        let password = String(repeating: "-", count: rule.maximumLength + 1)
        hashOfNobody = try PasswordHash(password: password, parameters: parameters)
    }

    /// Hashes a new password after checking it by ``PasswordRule/standard``.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/unusablePassword`` if the rule forbids it.
    public func hash(_ password: String) async throws(AccessError) -> PasswordHash {
        try rule.check(password)
        let parameters = parameters
        return try await run { () throws(AccessError) in
            try PasswordHash(password: password, parameters: parameters)
        }
    }

    /// Checks a password at log-in, at the same cost whether or not the user exists.
    ///
    /// - Parameters:
    ///   - password: what was typed.
    ///   - stored: the user's hash; nothing if there is no such user or he is disabled.
    /// - Returns: a new hash to store if the stored one was made with other parameters than today's.
    /// - Throws: ``AccessError/logInRefused``, the same for every reason.
    @discardableResult
    public func verify(_ password: String, against stored: PasswordHash?) async throws(AccessError) -> PasswordHash? {
        let hash = stored ?? hashOfNobody
        let parameters = parameters
        return try await run { () throws(AccessError) in
            let matches = try hash.matches(password)
            guard matches, stored != nil else { throw AccessError.logInRefused }
            return hash.needsUpgrade(to: parameters)
                ? try PasswordHash(password: password, parameters: parameters) : nil
        }
    }

    private func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(AccessError) -> Value
    ) async throws(AccessError) -> Value {
        let result: Result<Value, AccessError> = await withCheckedContinuation { continuation in
            queue.addOperation {
                do throws(AccessError) {
                    continuation.resume(returning: .success(try work()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}

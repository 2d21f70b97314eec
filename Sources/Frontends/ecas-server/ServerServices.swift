import ECASKit
import Foundation

/// What the routes work with.
struct ServerServices: Sendable {
    /// The databases.
    let installation: Installation
    /// Issues and checks access tokens.
    let tokens: AccessTokens
    /// Checks passwords.
    let passwords: PasswordHasher

    /// Prepares the services of an installation.
    ///
    /// - Throws: `AccessError` if the installation has no usable signing key, `StorageError` if it cannot be read.
    init(installation: Installation) async throws {
        self.installation = installation
        let stored = try await installation.master.signingKeys()
        guard let current = stored.last(where: { $0.retiredAt == nil }) else {
            throw AccessError(.unusableSigningKey, "The installation has no signing key; restore it from a backup.")
        }
        let retired = stored.filter { $0.id != current.id }
        tokens = try await AccessTokens(
            signingKey: SigningKey(pem: current.privateKeyPEM),
            retiredKeys: try retired.map { try SigningKey(pem: $0.privateKeyPEM) }, issuer: "ecas:\(current.id)",
            clock: { Instant(Date()) })
        passwords = try PasswordHasher()
    }

    /// The database of the tenant that somebody belongs to.
    ///
    /// - Throws: ``APIProblem`` if he belongs to none: users of the platform see no calls.
    func store(for principal: Principal) async throws -> TenantStore {
        guard let tenant = principal.tenant else {
            throw APIProblem.forbidden("Users of the platform belong to no tenant and see no calls.")
        }
        return try await installation.store(of: tenant, now: Instant(Date()))
    }
}

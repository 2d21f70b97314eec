import ECASKit
import HTTPTypes
import Hummingbird

/// Finds out who asks, and whether he may: the one check that every route goes through.
struct Authentication: Sendable {
    let services: ServerServices

    /// Checks a request.
    ///
    /// The user is looked up each time, so that disabling him or changing his role acts at once.
    ///
    /// - Returns: who asks; nothing on routes that anyone may use.
    /// - Throws: ``APIProblem`` or `AccessError` if he may not.
    func check(_ request: Request, _ access: APIRoute.Access) async throws -> Principal? {
        if access == .anyone { return nil }
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else {
            throw APIProblem.unauthorized("Log in first: the request has no access token.")
        }
        let subject = try await services.tokens.verify(String(header.dropFirst("Bearer ".count)))
        guard let user = try await services.installation.master.user(subject.userID), !user.isDisabled else {
            throw APIProblem.unauthorized("The user of this access token can no longer log in.")
        }
        let principal = Principal(
            userID: user.id, name: user.name, role: try Role.builtIn(id: user.role), tenant: user.tenant)
        if case .permission(let permission) = access { try principal.require(permission) }
        return principal
    }
}

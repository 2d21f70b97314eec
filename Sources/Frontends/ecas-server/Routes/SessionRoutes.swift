import ECASKit
import HTTPTypes
import Hummingbird
import Logging

/// Logging in, and who one is.
struct SessionRoutes: Sendable {
    let services: ServerServices

    var all: [APIRoute] {
        [
            APIRoute(method: .post, path: "session", access: .anyone, summary: "Log in", handle: logIn),
            APIRoute(method: .get, path: "me", access: .loggedIn, summary: "Who is logged in", handle: me),
        ]
    }

    private struct Credentials: Decodable {
        let user: String
        let password: String
    }

    private struct Session: Encodable {
        let accessToken: String
        let tokenType = "Bearer"
        let expiresIn: Int64
        let user: UserResponse
    }

    private struct Me: Encodable {
        let user: UserResponse
    }

    @Sendable
    private func logIn(_ request: Request, _ context: ServerContext) async throws -> Response {
        let credentials: Credentials = try await APIBody.decode(request, context)
        let stored = try await services.installation.master.user(named: credentials.user)
        let usable = stored.flatMap { $0.isDisabled ? nil : $0 }
        let hash = try usable.map { try PasswordHash(text: $0.passwordHash) }
        let upgraded: PasswordHash?
        do {
            upgraded = try await services.passwords.verify(credentials.password, against: hash)
        } catch {
            context.logger.notice("log-in refused")
            throw error
        }
        guard var user = usable else { throw AccessError.logInRefused }
        if let upgraded {
            user.passwordHash = upgraded.text
            try await services.installation.master.update(user)
        }
        let principal = Principal(
            userID: user.id, name: user.name, role: try Role.builtIn(id: user.role), tenant: user.tenant)
        let token = try await services.tokens.issue(for: principal)
        return try APIBody.response(
            Session(
                accessToken: token.text, expiresIn: services.tokens.lifetime.components.seconds,
                user: UserResponse(user, principal)))
    }

    @Sendable
    private func me(_ request: Request, _ context: ServerContext) async throws -> Response {
        let principal = try context.requirePrincipal()
        guard let user = try await services.installation.master.user(principal.userID) else {
            throw APIProblem.notFound("The user no longer exists.")
        }
        return try APIBody.response(Me(user: UserResponse(user, principal)))
    }
}

/// A user as the API shows him.
struct UserResponse: Encodable, Sendable {
    let name: String
    let displayName: String
    let role: String
    let permissions: [String]

    init(_ user: StoredUser, _ principal: Principal) {
        name = user.name
        displayName = user.displayName
        role = principal.role.id
        permissions = principal.permissions.map(\.rawValue).sorted()
    }
}

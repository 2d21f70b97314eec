import ECASKit
import HTTPTypes
import Hummingbird

/// One route of the API: the one declaration from which it is served and, later, described.
struct APIRoute: Sendable {
    /// What somebody must be allowed to do to use the route.
    enum Access: Hashable, Sendable {
        /// Anyone, without having logged in: only logging in itself.
        case anyone
        /// Anyone who has logged in.
        case loggedIn
        /// Who holds a permission.
        case permission(Permission)
    }

    /// The method.
    let method: HTTPRequest.Method
    /// The path below `/api/v1`, with `{name}` for parameters.
    let path: String
    /// What somebody must be allowed to do.
    let access: Access
    /// What it does, in a few words.
    let summary: String
    /// Answers a request that has passed the check.
    let handle: @Sendable (Request, ServerContext) async throws -> Response
}

/// All routes of the API.
struct APIRoutes: Sendable {
    let services: ServerServices

    /// The routes, each with exactly one declaration of who may use it.
    var all: [APIRoute] {
        SessionRoutes(services: services).all + CallRoutes(services: services).all
            + StatusRoutes(services: services).all
    }

    /// Serves the routes below `/api/v1`, checking each request before its handler sees it.
    func install(on router: Router<ServerContext>) {
        let group = router.group("api/v1")
        let authentication = Authentication(services: services)
        for route in all {
            group.on(RouterPath(route.path), method: route.method) { request, context in
                var context = context
                context.principal = try await authentication.check(request, route.access)
                return try await route.handle(request, context)
            }
        }
    }
}

import ECASKit
import Hummingbird
import Logging

/// What is known of a request while it is served.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks; absent on routes that anyone may use.
    var principal: Principal?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }

    /// Who asks.
    ///
    /// - Throws: ``APIProblem`` if nobody has logged in.
    func requirePrincipal() throws -> Principal {
        guard let principal else { throw APIProblem.unauthorized("Log in first.") }
        return principal
    }
}

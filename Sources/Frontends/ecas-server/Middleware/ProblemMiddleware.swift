import ECASKit
import Hummingbird
import Logging

/// Turns every error into problem details, and logs those that are ours.
struct ProblemMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return try problem(for: error, context).response(from: request, context: context)
        }
    }

    /// One table from errors to answers.
    private func problem(for error: any Error, _ context: ServerContext) -> APIProblem {
        switch error {
        case let problem as APIProblem: return problem
        case let error as AccessError: return APIProblem(error)
        case let error as StorageError where error.code == .notFound: return .notFound(error.message)
        case let error as StorageError where error.code == .invalidRequest: return .badRequest(error.message)
        case let error as HTTPError:
            return APIProblem(
                status: error.status, title: error.status.reasonPhrase,
                detail: error.body ?? "There is nothing at this address.")
        default:
            context.logger.error("request failed", metadata: ["detail": "\(error)"])
            return APIProblem(
                status: .internalServerError, title: "The server failed",
                detail: "The server's log says why, under the request id \(context.id).")
        }
    }
}

extension APIProblem {
    /// The answer to an error of the access rules.
    init(_ error: AccessError) {
        switch error.code {
        case .permissionDenied: self = .forbidden(error.message)
        case .logInRefused, .tokenRefused, .tokenExpired: self = .unauthorized(error.message)
        default:
            self = APIProblem(status: .internalServerError, title: "The server failed", detail: error.message)
        }
    }
}

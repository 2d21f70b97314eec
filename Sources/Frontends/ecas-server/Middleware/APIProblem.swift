import ECASKit
import Foundation
import HTTPTypes
import Hummingbird

/// What went wrong with a request, answered as problem details (RFC 9457).
struct APIProblem: Error, HTTPResponseError, CustomStringConvertible {
    /// The HTTP status.
    let status: HTTPResponse.Status
    /// What kind of problem it is, in a few words that do not change.
    let title: String
    /// What went wrong and what to do.
    let detail: String

    var description: String { "\(status.code) \(title): \(detail)" }

    /// The request cannot be understood.
    static func badRequest(_ detail: String) -> APIProblem {
        APIProblem(status: .badRequest, title: "The request cannot be understood", detail: detail)
    }

    /// Nobody has logged in, or no longer.
    static func unauthorized(_ detail: String) -> APIProblem {
        APIProblem(status: .unauthorized, title: "Not logged in", detail: detail)
    }

    /// Who asks may not do this.
    static func forbidden(_ detail: String) -> APIProblem {
        APIProblem(status: .forbidden, title: "Not allowed", detail: detail)
    }

    /// There is no such thing.
    static func notFound(_ detail: String) -> APIProblem {
        APIProblem(status: .notFound, title: "Not found", detail: detail)
    }

    /// The body of the answer.
    private struct Body: Encodable {
        let type = "about:blank"
        let title: String
        let status: Int
        let detail: String
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(Body(title: title, status: status.code, detail: detail))
        var headers = HTTPFields()
        headers[.contentType] = "application/problem+json"
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}

import Foundation
import HTTPTypes
import Hummingbird

/// Bodies of requests and answers: JSON with small keys and underscores.
enum APIBody {
    private static let longestRequest = 1_048_576

    /// Reads the body of a request.
    ///
    /// - Throws: ``APIProblem`` that says what is missing or wrong.
    static func decode<Value: Decodable>(_ request: Request, _ context: ServerContext) async throws -> Value {
        let buffer = try await request.body.collect(upTo: longestRequest)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(Value.self, from: Data(buffer.readableBytesView))
        } catch DecodingError.keyNotFound(let key, _) {
            throw APIProblem.badRequest("The body has no '\(key.stringValue)'.")
        } catch {
            throw APIProblem.badRequest("The body is not the JSON that this address expects.")
        }
    }

    /// Makes an answer.
    static func response(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var headers = HTTPFields()
        headers[.contentType] = "application/json"
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value))))
    }
}

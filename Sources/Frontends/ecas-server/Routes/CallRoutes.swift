import ECASKit
import Foundation
import Hummingbird

/// Calls: a page of a list, and one with its raw record.
struct CallRoutes: Sendable {
    let services: ServerServices

    var all: [APIRoute] {
        [
            APIRoute(
                method: .get, path: "calls", access: .permission(.callsRead), summary: "List calls, the newest first",
                handle: list),
            APIRoute(
                method: .get, path: "calls/{id}", access: .permission(.callsRead),
                summary: "One call, with its raw record and the explanation of its price", handle: one),
        ]
    }

    private struct Page: Encodable {
        let calls: [CallResponse]
        let next: String?
    }

    @Sendable
    private func list(_ request: Request, _ context: ServerContext) async throws -> Response {
        let principal = try context.requirePrincipal()
        let visibility = try CallVisibility(principal)
        let query = try CallQuery(request.uri.queryParameters)
        let page = try await services.store(for: principal).calls(matching: query)
        let names = try await services.installation.pbxNames()
        return try APIBody.response(
            Page(
                calls: page.calls.map { CallResponse($0, names: names, visibility: visibility) },
                next: page.next?.description))
    }

    @Sendable
    private func one(_ request: Request, _ context: ServerContext) async throws -> Response {
        let principal = try context.requirePrincipal()
        let visibility = try CallVisibility(principal)
        let store = try await services.store(for: principal)
        let id = try context.parameters.require("id")
        guard let number = Int64(id), let (call, rawRecord) = try await store.call(CallID(number)) else {
            throw APIProblem.notFound("There is no call '\(id)'.")
        }
        let names = try await services.installation.pbxNames()
        var response = CallResponse(call, names: names, visibility: visibility)
        response.price.explanation = try PriceExplanation(call.price).sentences
        if principal.grant(for: .rawRead) != nil, !visibility.isMasked {
            response.rawRecord = rawRecord.map(RawRecordResponse.init)
        }
        return try APIBody.response(response)
    }
}

/// Whose calls somebody sees, and how much of the numbers.
struct CallVisibility: Sendable {
    /// Whether outside numbers are shown without their last digits.
    let isMasked: Bool

    /// Finds out what a principal may see.
    ///
    /// - Throws: ``APIProblem`` for somebody who may see his own scope only: there is no directory yet that says what
    ///   that is.
    init(_ principal: Principal) throws {
        let grant = try principal.require(.callsRead)
        guard grant.extent == .everything else {
            throw APIProblem.forbidden(
                "The role '\(principal.role.id)' sees its own calls only, and nobody is assigned to extensions yet.")
        }
        isMasked = grant.masked && principal.grant(for: .callsUnmask) == nil
    }

    /// A number as it may be shown: outside numbers of five digits and more lose their last three.
    func shown(_ number: PhoneNumber?) -> String? {
        guard let text = number?.text else { return nil }
        return isMasked && text.utf8.count >= 5 ? text.dropLast(3) + "•••" : text
    }
}

extension CallQuery {
    /// Reads the filters of a request.
    ///
    /// - Throws: ``APIProblem`` that names the parameter and what to write.
    init(_ parameters: borrowing Parameters) throws {
        self.init()
        from = try parameters.instant("from")
        to = try parameters.instant("to")
        chargedExtension = parameters.text("extension")
        if let name = parameters.text("direction") {
            guard let direction = Direction(name: name) else {
                throw APIProblem.badRequest(
                    "'direction' must be one of: \(Direction.allCases.map(\.name).joined(separator: ", ")).")
            }
            self.direction = direction
        }
        if let id = parameters.text("pbx") {
            guard let number = Int64(id) else { throw APIProblem.badRequest("'pbx' must be the key of a PBX.") }
            pbx = PBXID(number)
        }
        limit = 100
        if let text = parameters.text("limit") {
            guard let number = Int(text), (1...1000).contains(number) else {
                throw APIProblem.badRequest("'limit' must be a number from 1 to 1000.")
            }
            limit = number
        }
        if let text = parameters.text("cursor") { after = try CallCursor(text) }
    }
}

import ECASKit
import Foundation
import Hummingbird

/// How the collectors and the PBXs are.
struct StatusRoutes: Sendable {
    let services: ServerServices

    var all: [APIRoute] {
        [
            APIRoute(
                method: .get, path: "status", access: .permission(.pbxRead),
                summary: "How the collectors and the PBXs are", handle: status)
        ]
    }

    @Sendable
    private func status(_ request: Request, _ context: ServerContext) async throws -> Response {
        let principal = try context.requirePrincipal()
        guard let tenant = principal.tenant else {
            throw APIProblem.forbidden("Users of the platform belong to no tenant and see no PBXs.")
        }
        let status = try await InstallationStatus(services.installation, tenant: tenant, now: Instant(Date()))
        return try APIBody.response(StatusResponse(status))
    }
}

/// The status as the API shows it.
struct StatusResponse: Encodable {
    let serverTime: String
    let collectors: [CollectorResponse]
    let pbxs: [PBXResponse]

    init(_ status: InstallationStatus) {
        serverTime = status.readAt.rfc3339
        collectors = status.collectors.map { collector in
            CollectorResponse(
                id: collector.id.description, name: collector.name, state: status.liveness(of: collector).rawValue,
                startedAt: collector.startedAt.rfc3339, heartbeatAt: collector.heartbeatAt.rfc3339)
        }
        pbxs = status.pbxs.map(PBXResponse.init)
    }

    struct CollectorResponse: Encodable {
        let id: String
        let name: String
        let state: String
        let startedAt: String
        let heartbeatAt: String
    }

    struct PBXResponse: Encodable {
        let id: String
        let name: String
        let driver: String
        let vendor: String?
        let product: String?
        let transport: String
        let address: String
        let enabled: Bool
        let state: String
        let message: String?
        let received: Int64
        let stored: Int64
        let suspended: Int64
        let duplicate: Int64
        let skipped: Int64
        let lastRecordAt: String?
        let lagMs: Int64?
        let updatedAt: String?

        init(_ entry: InstallationStatus.Entry) {
            let configuration = entry.pbx.configuration
            let descriptor = DriverRegistry.standard.drivers.lazy.map { $0.descriptor }
                .first { $0.id == configuration.driverID }
            id = entry.pbx.id.description
            name = configuration.name
            driver = configuration.driverID
            vendor = descriptor?.vendor
            product = descriptor?.product
            transport = configuration.transport.rawValue
            address = configuration.address
            enabled = configuration.isEnabled
            state = entry.state.rawValue
            message = entry.message
            received = entry.source?.received ?? 0
            stored = entry.source?.stored ?? 0
            suspended = entry.source?.suspended ?? 0
            duplicate = entry.source?.duplicate ?? 0
            skipped = entry.source?.skipped ?? 0
            lastRecordAt = entry.source?.lastRecordAt?.rfc3339
            lagMs = entry.source?.lagMilliseconds
            updatedAt = entry.source?.updatedAt.rfc3339
        }
    }
}

extension Instant {
    /// In UTC: `2026-03-11T10:00:00Z`, with a fraction if there is one.
    var rfc3339: String { LocalTime(instant: self, offset: .utc).description }
}

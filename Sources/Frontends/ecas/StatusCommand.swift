import ArgumentParser
import ECASFrontendSupport
import ECASKit
import Foundation

/// `ecas status`: how the collectors and the telephone systems are.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how the collectors and the telephone systems are.")

    @OptionGroup var home: HomeOption

    func run() async throws {
        try await reportingFailures("ecas status") {
            try await home.withInstallation { installation in
                let now = Instant(Date())
                let status = try await InstallationStatus(installation, now: now)
                if status.collectors.isEmpty { print("No collector has run yet; start one with 'ecas-collector'.") }
                for collector in status.collectors {
                    let age = (now.milliseconds - collector.heartbeatAt.milliseconds) / 1000
                    print(
                        "collector \(collector.name): \(status.liveness(of: collector).rawValue), heartbeat \(age) s ago"
                    )
                }
                let rows = status.pbxs.map { Self.row($0, now: now) }
                if !rows.isEmpty {
                    print(
                        TextTable(
                            header: [
                                "PBX", "DRIVER", "ADDRESS", "STATE", "RECEIVED", "STORED", "SUSPENDED", "DUPLICATE",
                                "SKIPPED", "LAST RECORD", "DETAIL",
                            ], rows: rows
                        ).text)
                }
            }
        }
    }

    private static func row(_ entry: InstallationStatus.Entry, now: Instant) -> [String] {
        let configuration = entry.pbx.configuration
        var row = [configuration.name, configuration.driverID, configuration.address, entry.state.rawValue]
        guard let source = entry.source else { return row + [String](repeating: "", count: 7) }
        row += [source.received, source.stored, source.suspended, source.duplicate, source.skipped].map { "\($0)" }
        if let last = source.lastRecordAt {
            row.append("\((now.milliseconds - last.milliseconds) / 1000) s ago")
        } else {
            row.append("")
        }
        row.append(entry.message ?? "")
        return row
    }
}

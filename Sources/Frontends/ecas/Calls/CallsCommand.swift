import ArgumentParser
import ECASFrontendSupport
import ECASKit
import Foundation

/// `ecas calls`: the calls in the database.
struct CallsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "calls", abstract: "List calls, the newest first.")

    /// How calls are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, jsonl, csv
    }

    @OptionGroup var home: HomeOption

    @Option(help: "The earliest start, as RFC 3339 (2026-03-11T00:00:00+01:00) or a date of the site.")
    var from: String?

    @Option(help: "The end of the time looked at; calls that start then are not listed.")
    var to: String?

    @Option(name: .customLong("extension"), help: "The extension charged.")
    var chargedExtension: String?

    @Option(help: "inbound, outbound, internal or tandem.")
    var direction: String?

    @Option(help: "The name of the PBX.")
    var pbx: String?

    @Option(help: "How many calls at most.")
    var limit = 25

    @Option(help: "What to print: table, jsonl or csv.")
    var format: Format = .table

    func run() async throws {
        try await reportingFailures("ecas calls") {
            try await home.withInstallation { installation in
                let site = try await installation.site(named: nil)
                let store = try await installation.store(of: site.tenant, now: Instant(Date()))
                var query = CallQuery()
                query.from = try from.map { try TimeArgument.instant($0, zone: site.zone) }
                query.to = try to.map { try TimeArgument.instant($0, zone: site.zone) }
                query.chargedExtension = chargedExtension
                query.direction = try direction.map(Self.direction)
                if let pbx { query.pbx = try await installation.pbx(named: pbx).id }
                try await list(query, in: store, names: installation.pbxNames())
            }
        }
    }

    private static func direction(_ name: String) throws -> Direction {
        guard let direction = Direction(name: name) else {
            throw ValidationError(
                "'\(name)' is no direction; use one of: \(Direction.allCases.map(\.name).joined(separator: ", ")).")
        }
        return direction
    }

    private func list(_ query: CallQuery, in store: TenantStore, names: [PBXID: String]) async throws {
        var query = query
        var rest = limit
        var calls: [StoredCall] = []
        while rest > 0 {
            query.limit = min(rest, 1000)
            let page = try await store.calls(matching: query)
            calls += page.calls
            rest -= page.calls.count
            guard let next = page.next else { break }
            query.after = next
        }
        switch format {
        case .table: print(CallTable(calls: calls, names: names).text)
        case .jsonl, .csv:
            var printer = CallPrinter(format: format == .csv ? .csv : .jsonl)
            printer.print(calls.map(\.record))
            printer.finish()
        }
    }
}

import ArgumentParser
import ECASDriverTesting
import ECASFrontendSupport
import ECASKit
import Foundation

/// `ecas simulate`: a telephone system that does not exist, made from fixtures.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Play a telephone system: send renewed records of fixture cases at a pace.",
        discussion: """
            Every record gets the present time and a number of its own. Sends until it is stopped, or until --count \
            records are out; the numbers continue where --first says, so that a second run sends other records.
            """)

    @Option(help: "The driver's id.")
    var driver: String

    @Option(help: "The folder with the fixtures.")
    var fixtures = "Fixtures/drivers"

    @Option(name: .customLong("case"), help: "The fixture case to take records from; may be repeated.")
    var cases: [String] = []

    @Option(help: "Connect to HOST:PORT and send.")
    var connect: String?

    @Option(help: "Listen on HOST:PORT or PORT and send to whom connects.")
    var listen: String?

    @Option(help: "Write files into this folder.")
    var folder: String?

    @Option(help: "Records in a file.")
    var perFile = 20

    @Option(help: "Records a second; without it, as fast as they are taken.")
    var pace: Double?

    @Option(help: "How many records to send; without it, until stopped.")
    var count: Int?

    @Option(help: "The number of the first record.")
    var first = 1

    @Option(help: "How many of the last records to send again after a lost connection.")
    var resend = 0

    @Option(help: "Send pieces of at most this many bytes.")
    var piece: Int?

    @Flag(help: "Stay connected when all records are out, until stopped.")
    var stay = false

    @Option(help: "The time zone of the PBX's clock.")
    var zone = "Europe/Berlin"

    func run() async throws {
        try await reportingFailures("ecas simulate") {
            let pbx = SimulatedPBX(
                feed: try feed(), output: try output(),
                behaviour: .init(pace: pace, resend: resend, longestPiece: piece, stays: stay))
            try await pbx.run()
            StandardError.write("ecas simulate: \(await pbx.sent - first + 1) records sent")
        }
    }

    private func feed() throws -> RecordFeed {
        guard let rules = ZoneRules(name: zone) else { throw ValidationError("There is no time zone '\(zone)'.") }
        let folder = URL(fileURLWithPath: fixtures).appendingPathComponent(driver)
        let chosen = try cases.map { try GoldenCase(folder: folder.appendingPathComponent($0)) }
        guard !chosen.isEmpty else {
            throw ValidationError("Name at least one --case, a folder below \(folder.path).")
        }
        let last = count.map { first + $0 - 1 } ?? Int.max
        return try RecordFeed(driverID: driver, cases: chosen, zone: rules, numbers: first...last)
    }

    private func output() throws -> SimulatedPBX.Output {
        switch (connect, listen, folder) {
        case (let address?, nil, nil):
            let parts = try NetworkAddress(address, defaultHost: "127.0.0.1", defaultPort: nil)
            return .push(host: parts.host, port: Int(parts.port))
        case (nil, let address?, nil):
            let parts = try NetworkAddress(address, defaultHost: "127.0.0.1", defaultPort: nil)
            return .pull(host: parts.host, port: Int(parts.port))
        case (nil, nil, let path?):
            return .files(folder: URL(fileURLWithPath: path), recordsPerFile: perFile)
        default: throw ValidationError("Say where the records go: one of --connect, --listen, --folder.")
        }
    }
}

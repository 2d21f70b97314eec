import ArgumentParser
import ECASFrontendSupport
import ECASKit
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// `ecas-collector`: the daemon that takes records from the telephone systems.
@main
struct CollectorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ecas-collector",
        abstract: "Take call records from the telephone systems and store the calls.",
        discussion: "Runs until it is told to stop (SIGTERM, SIGINT); follows changes of the configuration by itself.")

    @OptionGroup var home: HomeOption

    @Option(help: "The collector's name, unique in the installation; the spool belongs to it.")
    var name = "collector-1"

    @OptionGroup var logLevel: LogLevelOption

    func run() async throws {
        logLevel.bootstrapLogging()
        let logger = Logger(label: "ecas-collector")
        try await reportingFailures("ecas-collector") {
            try await home.withInstallation { installation in
                let collector = CollectorService(installation: installation, name: name, logger: logger)
                let group = ServiceGroup(
                    services: [collector], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
                try await group.run()
            }
        }
    }
}

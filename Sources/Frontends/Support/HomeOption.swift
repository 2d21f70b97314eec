public import ArgumentParser
public import ECASKit
public import Foundation

/// Where the installation is: `--home`, else the environment variable `ECAS_HOME`, else the folder `var`.
public struct HomeOption: ParsableArguments {
    @Option(name: .customLong("home"), help: "The installation's folder (default: $ECAS_HOME, else var).")
    var folder: String?

    /// Makes an option that was not given.
    public init() {}

    /// The folder.
    public var url: URL {
        URL(fileURLWithPath: folder ?? ProcessInfo.processInfo.environment["ECAS_HOME"] ?? "var")
    }

    /// Opens the installation, hands it over and closes it again.
    ///
    /// - Throws: `InstallationError` if there is none, and what the body throws.
    public func withInstallation<Result>(_ body: (Installation) async throws -> Result) async throws -> Result {
        let installation = try await Installation.open(home: url, now: Instant(Date()))
        do {
            let result = try await body(installation)
            try await installation.close()
            return result
        } catch {
            try await installation.close()
            throw error
        }
    }
}

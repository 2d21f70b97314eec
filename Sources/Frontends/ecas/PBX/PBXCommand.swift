import ArgumentParser
import ECASFrontendSupport
import ECASKit
import Foundation

/// `ecas pbx`: the telephone systems.
struct PBXCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pbx", abstract: "Add, list and switch telephone systems.",
        subcommands: [PBXAddCommand.self, PBXListCommand.self, PBXSwitchCommand.self])
}

/// `ecas pbx add`.
struct PBXAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a telephone system; running collectors take it up within seconds.")

    @OptionGroup var home: HomeOption

    @Option(help: "The driver's id; 'ecas drivers' lists them.")
    var driver: String

    @Option(help: "The PBX connects to us: the port to listen on, or ADDRESS:PORT.")
    var listen: String?

    @Option(help: "We connect to the PBX: HOST:PORT, or HOST where the driver has a usual port.")
    var connect: String?

    @Option(help: "Files appear in this folder.")
    var folder: String?

    @Option(help: "Where files go when they have been read (default: 'processed' in the folder).")
    var processed: String?

    @Option(help: "A file with the record layout, for drivers whose layout is the customer's own.")
    var layout: String?

    @Option(name: .customLong("set"), help: "A setting of the driver, as KEY=VALUE; may be repeated.")
    var settings: [String] = []

    @Option(help: "The site it stands at (default: the only one).")
    var site: String?

    @Argument(help: "The name.")
    var name: String

    func run() async throws {
        try await reportingFailures("ecas pbx add") {
            let configuration = try configuration()
            try await home.withInstallation { installation in
                let site = try await installation.site(named: site)
                let pbx = try await installation.addPBX(configuration, at: site, now: Instant(Date()))
                print("\(pbx.configuration.name) added with the key \(pbx.id)")
            }
        }
    }

    private func configuration() throws -> PBXConfiguration {
        let descriptor = try DriverRegistry.standard.driverType(id: driver).descriptor
        var configuration: PBXConfiguration
        switch (listen, connect, folder) {
        case (let address?, nil, nil):
            configuration = PBXConfiguration(name: name, driverID: driver, transport: .tcpListen)
            let parts = try NetworkAddress(address, defaultHost: "0.0.0.0", defaultPort: descriptor.defaultPort)
            configuration.host = parts.host
            configuration.port = parts.port
        case (nil, let address?, nil):
            configuration = PBXConfiguration(name: name, driverID: driver, transport: .tcpConnect)
            let parts = try NetworkAddress(address, defaultHost: nil, defaultPort: descriptor.defaultPort)
            configuration.host = parts.host
            configuration.port = parts.port
        case (nil, nil, let path?):
            configuration = PBXConfiguration(name: name, driverID: driver, transport: .folder)
            let folder = URL(fileURLWithPath: path)
            configuration.folder = folder.path
            configuration.processedFolder =
                processed.map { URL(fileURLWithPath: $0).path } ?? folder.appendingPathComponent("processed").path
        default:
            throw ValidationError("Say how the records come: one of --listen, --connect, --folder.")
        }
        configuration.driverSettings = try DriverSettingArguments.parse(settings)
        if let layout { configuration.layout = try String(contentsOfFile: layout, encoding: .utf8) }
        return configuration
    }
}

/// `ecas pbx list`.
struct PBXListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the telephone systems.")

    @OptionGroup var home: HomeOption

    func run() async throws {
        try await reportingFailures("ecas pbx list") {
            try await home.withInstallation { installation in
                let rows = try await installation.master.pbxs().map { pbx in
                    let configuration = pbx.configuration
                    return [
                        "\(pbx.id)", configuration.name, configuration.driverID, configuration.transport.rawValue,
                        configuration.address, configuration.isEnabled ? "enabled" : "disabled",
                    ]
                }
                print(
                    rows.isEmpty
                        ? "There is no PBX yet; add one with 'ecas pbx add'."
                        : TextTable(header: ["KEY", "NAME", "DRIVER", "TRANSPORT", "ADDRESS", "STATE"], rows: rows).text
                )
            }
        }
    }
}

/// `ecas pbx switch`.
struct PBXSwitchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "switch", abstract: "Switch the collection from a telephone system on or off.")

    /// What to switch to.
    enum Position: String, ExpressibleByArgument, CaseIterable {
        case on, off
    }

    @OptionGroup var home: HomeOption

    @Argument(help: "The name of the PBX.")
    var name: String

    @Argument(help: "on or off.")
    var position: Position

    func run() async throws {
        try await reportingFailures("ecas pbx switch") {
            try await home.withInstallation { installation in
                var pbx = try await installation.pbx(named: name)
                pbx.configuration.isEnabled = position == .on
                try await installation.master.update(pbx.configuration, of: pbx.id)
                print("\(name) is switched \(position.rawValue)")
            }
        }
    }
}

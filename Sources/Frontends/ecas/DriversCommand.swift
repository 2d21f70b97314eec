import ArgumentParser
import ECASFrontendSupport
import ECASKit

/// `ecas drivers`: what can be read.
struct DriversCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drivers", abstract: "List the drivers, or show the settings of one.")

    @Flag(help: "Print the ids only, one a line.")
    var ids = false

    @Argument(help: "A driver's id.")
    var driver: String?

    func run() throws {
        if let driver { return try show(driver) }
        if ids {
            for type in DriverRegistry.standard.drivers { print(type.descriptor.id) }
            return
        }
        let rows = DriverRegistry.standard.drivers.map { type in
            let descriptor = type.descriptor
            return [
                descriptor.id, "\(descriptor.vendor) \(descriptor.product)",
                descriptor.transports.map(\.rawValue).joined(separator: ", "),
                descriptor.defaultPort.map(String.init) ?? "", descriptor.releases,
            ]
        }
        print(TextTable(header: ["ID", "PBX", "TRANSPORTS", "PORT", "RELEASES"], rows: rows).text)
    }

    private func show(_ id: String) throws {
        let descriptor: DriverDescriptor
        do {
            descriptor = try DriverRegistry.standard.driverType(id: id).descriptor
        } catch {
            StandardError.write("ecas drivers: \(error)")
            throw ExitStatus.failed
        }
        print("\(descriptor.id): \(descriptor.vendor) \(descriptor.product), \(descriptor.releases)")
        for setting in descriptor.settings {
            let choices = setting.choices.isEmpty ? "" : " (\(setting.choices.joined(separator: ", ")))"
            print("  \(setting.key)\(choices): \(setting.documentation)")
        }
    }
}

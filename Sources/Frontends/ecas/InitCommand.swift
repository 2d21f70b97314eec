import ArgumentParser
import ECASFrontendSupport
import ECASKit
import Foundation

/// `ecas init`: makes an installation with its first tenant, site and user.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make an installation and its first user.",
        discussion: """
            Makes the databases, a key that signs access tokens, a tenant with one site and one tariff, and a user \
            whose password is printed once and stored nowhere. Nothing is changed if there is an installation already.
            """)

    @OptionGroup var home: HomeOption

    @Option(help: "The name of the first tenant.")
    var tenant = "Main"

    @Option(help: "The name of the first site.")
    var site = "Main site"

    @Option(help: "The time zone of the site.")
    var zone = "Europe/Berlin"

    @Option(help: "The country whose number plan the site begins with.")
    var country = "de"

    @Option(help: "The site's area code, without the national prefix.")
    var areaCode = "30"

    @Option(help: "How many digits the site's extensions have; may be repeated.")
    var extensionLength: [Int] = [3, 4]

    @Option(help: "The log-in name of the first user.")
    var user = "admin"

    @Option(help: "A tariff as JSON; without one, calls are not priced until a tariff is added.")
    var tariff: String?

    func run() async throws {
        try await reportingFailures("ecas init") {
            var beginning = InstallationBeginning(
                tenantName: tenant, siteName: site, zone: zone, country: country, areaCode: areaCode,
                extensionLengths: extensionLength, userName: user)
            if let tariff { beginning.tariff = try String(contentsOfFile: tariff, encoding: .utf8) }
            let password = PasswordGenerator.password()
            let installation = try await Installation.begin(
                beginning, password: password, home: home.url, now: Instant(Date()))
            try await installation.close()
            print("Installation made in \(home.url.path)")
            print("User:     \(user)")
            print("Password: \(password)")
            print("The password is shown this once and stored nowhere.")
        }
    }
}

import ArgumentParser
import ECASFrontendSupport
import ECASKit
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import UnixSignals

/// `ecas-server`: the REST API and the page.
@main
struct ServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ecas-server",
        abstract: "Serve the REST API and the page.",
        discussion: "Runs until it is told to stop (SIGTERM, SIGINT). Opens no connection to a telephone system.")

    @OptionGroup var home: HomeOption

    @Option(help: "The address to listen at, HOST:PORT or PORT; port 0 takes a free one.")
    var listen = "127.0.0.1:8080"

    @Option(help: "The folder with the page's files.")
    var web: String?

    @OptionGroup var logLevel: LogLevelOption

    func run() async throws {
        logLevel.bootstrapLogging()
        let logger = Logger(label: "ecas-server")
        let address = try NetworkAddress(listen, defaultHost: "127.0.0.1", defaultPort: nil)
        try await reportingFailures("ecas-server") {
            try await home.withInstallation { installation in
                let services = try await ServerServices(installation: installation)
                let application = Application(
                    router: router(services, logger),
                    configuration: .init(
                        address: .hostname(address.host, port: Int(address.port)), serverName: "ecas"),
                    onServerRunning: { channel in
                        let port = channel.localAddress?.port ?? Int(address.port)
                        FileHandle.standardOutput.write(Data("ecas-server: http://\(address.host):\(port)/\n".utf8))
                    },
                    logger: logger)
                try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
            }
        }
    }

    private func router(_ services: ServerServices, _ logger: Logger) -> Router<ServerContext> {
        let router = Router(context: ServerContext.self)
        router.addMiddleware {
            SecurityHeaders()
            ProblemMiddleware()
            if let web {
                FileMiddleware(web, cacheControl: .init([]), searchForIndexHtml: true, logger: logger)
            }
        }
        APIRoutes(services: services).install(on: router)
        return router
    }
}

import ArgumentParser

/// The command of administrators and integrators: one file a subcommand.
@main
struct ECASCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ecas",
        abstract: "Call accounting: what the telephone systems of an office have to say about its calls.",
        subcommands: [
            InitCommand.self, PBXCommand.self, CallsCommand.self, StatusCommand.self, ParseCommand.self,
            DriversCommand.self, SimulateCommand.self,
        ])
}

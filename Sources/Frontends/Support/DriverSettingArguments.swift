import ArgumentParser

/// Driver settings on a command line: `KEY=VALUE`.
public enum DriverSettingArguments {
    /// Takes the arguments apart.
    ///
    /// - Throws: `ValidationError` for one without `=`.
    public static func parse(_ arguments: [String]) throws -> [String: String] {
        var values: [String: String] = [:]
        for argument in arguments {
            guard let separator = argument.firstIndex(of: "=") else {
                throw ValidationError("'\(argument)' is no setting; write KEY=VALUE.")
            }
            values[String(argument[..<separator])] = String(argument[argument.index(after: separator)...])
        }
        return values
    }
}

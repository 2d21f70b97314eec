import ArgumentParser
import ECASKit

/// Runs the work of a command and turns the library's errors into one line and an exit status.
///
/// - Throws: `ExitCode` after the line was written; errors of the command line itself pass through.
public func reportingFailures(_ command: String, _ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let error as ExitCode {
        throw error
    } catch let error as ValidationError {
        throw error
    } catch {
        StandardError.write("\(command): \(error)")
        throw ExitStatus.failed
    }
}

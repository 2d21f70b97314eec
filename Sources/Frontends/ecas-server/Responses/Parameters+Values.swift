import ECASKit
import Foundation
import Hummingbird

extension Parameters {
    /// The value of a parameter; an empty one counts as absent.
    func text(_ name: String) -> String? {
        guard let value = self[Substring(name)], !value.isEmpty else { return nil }
        return String(value)
    }

    /// A time in RFC 3339.
    ///
    /// - Throws: ``APIProblem`` if it is none.
    func instant(_ name: String) throws -> Instant? {
        guard let text = text(name) else { return nil }
        do {
            return Instant(try Date(text, strategy: .iso8601))
        } catch {
            throw APIProblem.badRequest("'\(name)' must be a time such as 2026-03-11T10:00:00Z.")
        }
    }
}

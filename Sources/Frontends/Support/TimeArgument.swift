import ArgumentParser
public import ECASKit
import Foundation

/// Times on a command line and in addresses.
public enum TimeArgument {
    /// Reads RFC 3339 (`2026-03-11T10:00:00+01:00`), or a date (`2026-03-11`) as its midnight in a zone.
    ///
    /// - Throws: `ValidationError` if it is neither.
    public static func instant(_ text: String, zone: String) throws -> Instant {
        if text.contains("T") {
            do {
                return Instant(try Date(text, strategy: .iso8601))
            } catch {
                throw ValidationError("'\(text)' is no time; write 2026-03-11T10:00:00+01:00.")
            }
        }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let midnight = WallClock(year: parts[0], month: parts[1], day: parts[2]),
            let rules = ZoneRules(name: zone), let instant = rules.local(midnight).instant
        else {
            throw ValidationError("'\(text)' is no time; write 2026-03-11T10:00:00+01:00 or 2026-03-11.")
        }
        return instant
    }
}

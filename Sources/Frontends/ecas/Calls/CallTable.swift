import ECASFrontendSupport
import ECASKit

/// Calls as a table for a terminal.
struct CallTable {
    let calls: [StoredCall]
    let names: [PBXID: String]

    var text: String {
        guard !calls.isEmpty else { return "There are no such calls." }
        let rows = calls.map { call in
            let document = CallDocument(call.record)
            return [
                document.start.map(Self.clock) ?? "", document.direction ?? "", document.calling ?? "",
                document.called ?? document.dialed ?? "", document.chargedExtension ?? "",
                document.durationSeconds.map(Self.duration) ?? "", document.disposition ?? "",
                call.record.kind.callClass?.name ?? "", document.trunkIn ?? document.trunkOut ?? "",
                call.price.charge?.description ?? "", names[call.pbx] ?? "\(call.pbx)",
            ]
        }
        return TextTable(
            header: [
                "START", "DIRECTION", "CALLING", "CALLED", "EXT", "TALK", "OUTCOME", "CLASS", "TRUNK", "PRICE", "PBX",
            ], rows: rows
        ).text
    }

    /// `2026-03-11T10:00:00+01:00` as `2026-03-11 10:00:00`.
    private static func clock(_ start: String) -> String {
        String(start.prefix(19).map { $0 == "T" ? " " : $0 })
    }

    /// Seconds as `1:02:03` or `2:03`.
    private static func duration(_ seconds: Int32) -> String {
        let minutes = seconds / 60
        let rest = seconds % 60 < 10 ? "0\(seconds % 60)" : "\(seconds % 60)"
        guard minutes >= 60 else { return "\(minutes):\(rest)" }
        return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60):\(rest)"
    }
}

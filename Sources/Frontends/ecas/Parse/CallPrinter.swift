import ArgumentParser
import ECASFrontendSupport
import ECASKit
import Foundation

/// How calls are printed.
enum CallFormat: String, ExpressibleByArgument, CaseIterable {
    case jsonl, csv, table, none
}

/// Prints calls in one of the formats, with few writes.
struct CallPrinter {
    private let format: CallFormat
    private let encoder = JSONEncoder()
    private var pending = Data()
    private var rows: [[String]] = []

    /// Makes a printer; a header line comes first where the format has one.
    init(format: CallFormat) {
        self.format = format
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if format == .csv { write(Self.columns.map(\.stringValue).joined(separator: ",")) }
    }

    private static let columns = CallDocument.CodingKeys.allCases

    /// Prints calls, or keeps them until the widths of a table's columns are known.
    mutating func print(_ calls: [CallRecord]) {
        guard format != .none else { return }
        for call in calls { print(CallDocument(call)) }
        flush()
    }

    /// Prints one call in its flat form.
    mutating func print(_ document: CallDocument) {
        switch format {
        case .jsonl:
            do {
                pending += try encoder.encode(document)
                pending.append(0x0A)
            } catch {
                StandardError.write("ecas: a call could not be printed: \(error)")
            }
        case .csv: write(Self.columns.map { Self.quoted(document.text($0)) }.joined(separator: ","))
        case .table: rows.append(Self.columns.map { document.text($0) })
        case .none: break
        }
    }

    /// Prints what was kept.
    mutating func finish() {
        if format == .table, !rows.isEmpty {
            write(TextTable(header: Self.columns.map(\.stringValue), rows: rows).text)
        }
        flush()
    }

    private mutating func write(_ line: String) {
        pending += Data(line.utf8)
        pending.append(0x0A)
    }

    private mutating func flush() {
        FileHandle.standardOutput.write(pending)
        pending.removeAll(keepingCapacity: true)
    }

    /// A cell by RFC 4180.
    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}

private import Foundation

/// Turns names and codes into text: UTF-8, or else the 8-bit code page that older releases used.
struct IPOfficeText: Sendable {
    /// The code pages that can be set.
    static let codePages = CodePage.allCases.map(\.rawValue)

    private enum CodePage: String, CaseIterable {
        case windows1250 = "windows-1250"
        case windows1251 = "windows-1251"
        case windows1252 = "windows-1252"
        case windows1253 = "windows-1253"
        case windows1254 = "windows-1254"

        var encoding: String.Encoding {
            switch self {
            case .windows1250: .windowsCP1250
            case .windows1251: .windowsCP1251
            case .windows1252: .windowsCP1252
            case .windows1253: .windowsCP1253
            case .windows1254: .windowsCP1254
            }
        }
    }

    private let codePage: CodePage

    /// Makes a reader; without a code page it is Windows-1252.
    init(codePage: String?) {
        self.codePage = codePage.flatMap(CodePage.init) ?? .windows1252
    }

    /// The text of a field, or nothing if it is empty.
    func text(_ field: FieldBytes) -> String? {
        guard codePage != .windows1252, !field.allSatisfy({ $0 < 0x80 }) else { return field.text() }
        let bytes = field.array
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // A byte that the code page does not have: what every site can read is better than nothing.
        return String(bytes: bytes, encoding: codePage.encoding) ?? field.text()
    }

    /// The text of a name between separators, or nothing if it is empty.
    func name(_ field: FieldBytes, separator: UInt8) -> String? {
        guard !field.isEmpty, separator != UInt8(ascii: ","), IPOfficeLine.contains(separator, in: field) else {
            return text(field)
        }
        // The commas of a name that stood without quotes in a line with quotes.
        let bytes = field.array.map { $0 == separator ? UInt8(ascii: ",") : $0 }
        return bytes.withUnsafeBufferPointer { text(FieldBytes($0)) }
    }
}

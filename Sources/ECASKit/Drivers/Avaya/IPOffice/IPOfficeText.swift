private import Foundation

/// Turns names and codes into text: UTF-8, or else the 8-bit code page that older releases used.
struct IPOfficeText: Sendable {
    /// The code pages that can be set.
    static let codePages = ["windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254"]

    private let codePage: String?

    /// Makes a reader; without a code page it is Windows-1252.
    init(codePage: String?) {
        self.codePage = codePage == "windows-1252" ? nil : codePage
    }

    /// The text of a field, or nothing if it is empty.
    func text(_ field: FieldBytes) -> String? {
        guard let codePage, !field.allSatisfy({ $0 < 0x80 }) else { return field.text() }
        let bytes = field.array
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // A byte that the code page does not have: what every site can read is better than nothing.
        return String(bytes: bytes, encoding: Self.encoding(codePage)) ?? field.text()
    }

    private static func encoding(_ codePage: String) -> String.Encoding {
        switch codePage {
        case "windows-1250": .windowsCP1250
        case "windows-1251": .windowsCP1251
        case "windows-1253": .windowsCP1253
        case "windows-1254": .windowsCP1254
        default: .windowsCP1252
        }
    }
}

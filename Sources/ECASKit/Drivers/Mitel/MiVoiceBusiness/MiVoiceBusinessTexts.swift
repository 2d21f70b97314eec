/// Texts made lately: extensions, trunks and nodes come again and again, and to find one costs less than to make it.
///
/// A table of fixed size in which each text has one place; another one of the same place takes it over.
struct MiVoiceBusinessTexts: Sendable {
    private struct Entry {
        var bytes: UInt64 = 0
        var text = ""
    }

    private var entries = [Entry](repeating: Entry(), count: 512)

    /// The text of a short field without blanks; absent if it is empty.
    mutating func text(_ field: FieldBytes) -> String? {
        guard field.count > 0, field.count < 8 else { return field.text() }
        // No text has a NUL, so noughts behind it tell its length.
        let bytes = field.shortWord
        let place = Int(truncatingIfNeeded: (bytes &* 0x9E37_79B9_7F4A_7C15) &>> 55)
        if entries[place].bytes == bytes { return entries[place].text }
        let text = field.text()
        if let text { entries[place] = Entry(bytes: bytes, text: text) }
        return text
    }
}

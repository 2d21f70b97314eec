import Foundation

/// Values kept as JSON text in a column.
enum JSONText {
    /// The text of a value, the same each time.
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// The value of a text that ``encode(_:)`` made; `place` says in the error's message where the text stands.
    static func decode<Value: Decodable>(_ type: Value.Type, from text: String, place: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw StorageError(.corrupt, "\(place) holds text that cannot be read. Restore the database from a backup.")
        }
    }
}

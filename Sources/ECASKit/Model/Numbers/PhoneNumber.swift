/// A number as the PBX printed it: digits, `*`, `#`, `+`, sometimes letters or a SIP user part.
///
/// Nothing is added or taken away here; the E.164 form is a matter of the site's number plan. Printing a value with
/// `"\(number)"` shows its length and last two characters only, so that a number cannot slip into a log by accident;
/// ``text`` has all of it.
public struct PhoneNumber: Hashable, Sendable {
    /// The number as it stood in the record, never empty.
    public let text: String

    /// Wraps a number; nothing if it is empty.
    @inlinable
    public init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        self.text = text
    }

    /// Whether it has digits only.
    public var isDigits: Bool { text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
}

extension PhoneNumber: CustomStringConvertible, CustomDebugStringConvertible {
    /// Length and last two characters only: `(7)…23`.
    public var description: String { "(\(text.utf8.count))…\(text.suffix(2))" }
    /// The same as ``description``.
    public var debugDescription: String { description }
}

extension PhoneNumber: Codable {
    /// Decodes the bare text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = PhoneNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "A number may not be empty.")
        }
        self = number
    }

    /// Encodes the bare text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

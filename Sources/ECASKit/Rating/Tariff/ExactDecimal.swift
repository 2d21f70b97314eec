import ECASModel

/// A decimal number with at most nine places, kept exactly: a price in the tariff's currency, or a percentage.
///
/// In JSON it is a string (`"0.0189"`): a JSON number would pass through binary floating point in many programs.
public struct ExactDecimal: Hashable, Comparable, Sendable {
    /// The number in billionths.
    public let billionths: Int64

    /// Nought.
    public static let zero = ExactDecimal(billionths: 0)

    /// Makes a number from its billionths.
    public init(billionths: Int64) {
        self.billionths = billionths
    }

    /// Reads a decimal number with `.`; nothing if it is none, is out of range, or has more than nine places.
    public init?(_ text: String) {
        guard let billionths = DecimalText.nanounits(text.utf8) else { return nil }
        self.billionths = billionths
    }

    /// Smaller numbers come first.
    public static func < (left: Self, right: Self) -> Bool { left.billionths < right.billionths }
}

extension ExactDecimal: CustomStringConvertible {
    /// The number without superfluous zeros: `0.0189`.
    public var description: String { DecimalText.text(nanounits: billionths) }
}

extension ExactDecimal: Codable {
    /// Decodes a string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text: String
        do {
            text = try container.decode(String.self)
        } catch DecodingError.typeMismatch {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "write the number as a string, such as \"0.02\", so that it stays exact.")
        }
        guard let number = ExactDecimal(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(text)' is no decimal number with at most nine places; write for example \"0.02\"."
            )
        }
        self = number
    }

    /// Encodes a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

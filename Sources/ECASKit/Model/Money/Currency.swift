/// A currency by its ISO 4217 code, three capital letters, kept in four bytes.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    private let packed: UInt32

    /// Makes a currency from a three-letter code; small letters are made capital.
    ///
    /// Nothing if it is not three letters.
    public init?(code: some StringProtocol) {
        self.init(ascii: code.utf8)
    }

    /// Makes a currency from the bytes of a three-letter code; small letters are made capital.
    public init?(ascii: some Collection<UInt8>) {
        guard ascii.count == 3 else { return nil }
        var packed: UInt32 = 0
        for byte in ascii {
            let capital = byte & 0xDF
            guard capital >= UInt8(ascii: "A"), capital <= UInt8(ascii: "Z") else { return nil }
            packed = packed << 8 | UInt32(capital)
        }
        self.packed = packed
    }

    /// The three-letter code.
    public var code: String {
        String(
            decoding: [
                UInt8(truncatingIfNeeded: packed >> 16), UInt8(truncatingIfNeeded: packed >> 8),
                UInt8(truncatingIfNeeded: packed),
            ], as: UTF8.self)
    }

    /// The three-letter code.
    public var description: String { code }
}

extension Currency: Codable {
    /// Decodes the three-letter code.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let code = try container.decode(String.self)
        guard let currency = Currency(code: code) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(code)' is no currency code; three letters are expected, such as EUR.")
        }
        self = currency
    }

    /// Encodes the three-letter code.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

/// The name of a device in a setting: case does not matter, `*` stands for any characters, also none.
struct CUCMNamePattern: Hashable, Sendable, CustomStringConvertible {
    // The pieces between the asterisks, in small letters.
    private let pieces: [[UInt8]]

    /// Reads a name; nothing if there is none but blanks.
    init?(_ text: some StringProtocol) {
        var bytes = text.utf8.map(\.asciiLowercased)[...]
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        guard !bytes.isEmpty else { return nil }
        pieces = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map { [UInt8]($0) }
    }

    /// The name in small letters.
    var description: String {
        pieces.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "*")
    }

    /// Whether a device has such a name.
    ///
    /// Each piece is taken at its first place behind the one before, so nothing is tried twice.
    func matches(_ name: FieldBytes) -> Bool {
        guard let first = pieces.first, let last = pieces.last else { return false }
        guard pieces.count > 1 else { return name.count == first.count && Self.stands(first, in: name, at: 0) }
        guard name.count >= first.count + last.count, Self.stands(first, in: name, at: 0),
            Self.stands(last, in: name, at: name.count - last.count)
        else { return false }
        var start = first.count
        let end = name.count - last.count
        for piece in pieces.dropFirst().dropLast() {
            guard end - start >= piece.count,
                let found = (start...end - piece.count).first(where: { Self.stands(piece, in: name, at: $0) })
            else { return false }
            start = found + piece.count
        }
        return true
    }

    private static func stands(_ piece: [UInt8], in name: FieldBytes, at start: Int) -> Bool {
        piece.indices.allSatisfy { name[start + $0].asciiLowercased == piece[$0] }
    }
}

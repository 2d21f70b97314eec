/// The call identifiers at the end of a record.
///
/// Without extended reporting the sequence letter adjoins the identifier, with it a blank stands between them; and the
/// columns move with options. So they are looked for: a letter and seven digits (system ID, call number), a single
/// letter, a second identifier.
struct MiVoiceBusinessIdentifiers {
    /// The call.
    let call: FieldBytes
    /// Which record of the call it is: a letter.
    let sequence: FieldBytes
    /// The other call of a transfer or conference.
    let associated: FieldBytes
    /// The column in which the first identifier begins; behind every other if there is none.
    let firstColumn: Int

    /// Whether other records are surely of the same conversation: the sequence letter is not the first, or another call
    /// is named.
    var isOfSeveral: Bool { !associated.isEmpty || !sequence.isEmpty && sequence[0] | 0x20 > 0x61 }

    private static let length = 8

    /// Looks through a record behind its system ID.
    init(_ line: MiVoiceBusinessColumns, _ layout: MiVoiceBusinessLayout) {
        let record = line.fromDate
        let usual = Int(layout.callIdentifier) - 2
        let first =
            Self.isIdentifier(record, at: usual)
            ? usual : Self.find(in: record, from: Int(layout.systemID.upperBound) - 1)
        guard let first else {
            call = line.nothing
            sequence = line.nothing
            associated = line.nothing
            firstColumn = .max
            return
        }
        call = record[first..<first + Self.length]
        firstColumn = first + 2
        let end = first + Self.length
        // A blank may stand between the identifier and the letter.
        let letter = end < record.count && record[end] == 0x20 ? end + 1 : end
        let hasSequence =
            letter < record.count && record[letter].isASCIILetter
            && (letter + 1 == record.count || record[letter + 1] == 0x20)
        sequence = hasSequence ? record[letter..<letter + 1] : line.nothing
        let second = Self.find(in: record, from: hasSequence ? letter + 1 : end)
        associated = second.map { record[$0..<$0 + Self.length] } ?? line.nothing
    }

    private static func isIdentifier(_ record: FieldBytes, at index: Int) -> Bool {
        guard index + length <= record.count, record[index].isASCIILetter, record[index - 1] == 0x20,
            FieldBytes.matches(record.word(at: index) &>> 8, digits: 0xFF_FFFF_FFFF_FFFF, marks: 0)
        else { return false }
        return index + length == record.count || !record[index + length].isASCIIDigit
    }

    /// Looks at the beginning of each word.
    private static func find(in record: FieldBytes, from first: Int) -> Int? {
        var index = first
        while index + length <= record.count {
            if record.word(at: index) == 0x2020_2020_2020_2020 {
                index += 8
            } else if record[index] == 0x20 {
                index += 1
            } else if isIdentifier(record, at: index) {
                return index
            } else {
                while index < record.count, record[index] != 0x20 { index += 1 }
            }
        }
        return nil
    }
}

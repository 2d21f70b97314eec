/// The time to answer with the attendant flag in front of it.
struct MiVoiceBusinessTimeToAnswer {
    /// What the field says.
    enum Answer: Hashable {
        case none
        case seconds(Int)
        case unanswered
    }

    let answer: Answer
    /// Whether an attendant answered or set up the call.
    let hasAttendant: Bool

    /// Reads the four columns of the field and the one in front.
    ///
    /// The attendant flag is the first of the four, or stands in front of them if the field has four digits.
    ///
    /// - Parameters:
    ///   - line: the record.
    ///   - columns: the four columns.
    ///   - setting: the width that is set.
    ///   - shown: the width seen last; changed if this record shows it.
    ///   - hasLevel1: whether extended reporting is on, which decides on four asterisks when nothing else does.
    init(
        _ line: MiVoiceBusinessColumns, _ columns: MiVoiceBusinessColumnRange, setting: Bool?, shown: inout Bool?,
        hasLevel1: Bool
    ) {
        let field = line.raw(columns)
        let flag = line.byte(columns.lowerBound - 1)
        let isWide: Bool
        if let setting {
            isWide = setting
        } else if let width = Self.shownWidth(field, flag: flag) {
            isWide = width
            shown = width
        } else {
            isWide = shown ?? hasLevel1
        }
        let value = (isWide ? field : field.suffix(from: 1)).withoutPadding()
        hasAttendant = isWide ? flag == 0x2A : field.count > 0 && field[0] == 0x2A
        if let seconds = value.unsignedInteger() {
            answer = .seconds(seconds)
        } else if !value.isEmpty, value.allSatisfy({ $0 == 0x2A }) {
            answer = .unanswered
        } else {
            answer = .none
        }
    }

    /// Whether the field has four digits, where the record itself shows it.
    private static func shownWidth(_ field: FieldBytes, flag: UInt8) -> Bool? {
        guard field.count > 0 else { return nil }
        let first = field[0]
        if first.isASCIIDigit || flag == 0x2A { return true }
        let rest = field.suffix(from: 1).withoutPadding()
        if first == 0x20 { return rest.isEmpty ? nil : false }
        if first == 0x2A { return rest == "***" ? nil : false }
        return nil
    }
}

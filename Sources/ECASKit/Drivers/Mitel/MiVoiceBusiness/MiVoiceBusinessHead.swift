/// The beginning that every record has in every layout.
///
/// Long call mark, date, start time, p.m. mark, duration: `-03/12 09:05  00:08:29`, or with seconds and four digits of
/// hours `-03/12 09:05:41  0000:08:29`.
struct MiVoiceBusinessHead: Hashable {
    /// Where the month stands: in column 2 of the record, whatever a collector put in front or took away.
    let dateIndex: Int
    /// Whether the start time has seconds, which moves all that follows by three columns.
    let hasSeconds: Bool
    /// Whether the duration has four digits of hours.
    let hasLongDuration: Bool

    /// What a physical line begins with.
    enum Match: Hashable {
        /// A record.
        case head(MiVoiceBusinessHead)
        /// As much of a head as the line is long.
        case cut
        /// A data call record of the SX-200: a dash in the date.
        case dataCall
        /// The words that stand for date and time after a restart without a clock.
        case clockMalfunction
        /// Something else.
        case none
    }

    /// Looks at a physical line without filler bytes.
    ///
    /// Collectors put `@YYYYMMDD@ ` in front of the record, or cut its first column off.
    static func match(_ line: FieldBytes) -> Match {
        var index = prefixEnd(line)
        if index < line.count, isLongCallMark(line[index]) { index += 1 }
        // Nearly every line is a record; only the others are looked at byte by byte.
        if let head = wholeHead(line, dateIndex: index) { return .head(head) }
        let match = shape(line, dateIndex: index)
        guard match == .none else { return match }
        let words: StaticString = "CLOCK MALFUNCTION"
        return line[index..<index + 40].firstRangeIgnoringCase(of: words) == nil ? .none : .clockMalfunction
    }

    /// The most that can stand in front of column 2: a collector's prefix and the long call mark.
    static let longestPrefix = 12

    /// The length of a collector's `@YYYYMMDD@ ` in front of a record, 0 if there is none.
    static func prefixEnd(_ line: FieldBytes) -> Int {
        guard line.count >= 10, line[0] == 0x40, line[9] == 0x40, line[1..<9].allSatisfy({ $0.isASCIIDigit }) else {
            return 0
        }
        return line.count > 10 && line[10] == 0x20 ? 11 : 10
    }

    private static func isLongCallMark(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x2D || byte == 0x25 || byte == 0x2B
    }
}

// The pattern, compared eight bytes at a time.
extension MiVoiceBusinessHead {
    /// The head of a line that has a whole one, and enough behind it to be read by words.
    private static func wholeHead(_ line: FieldBytes, dateIndex: Int) -> MiVoiceBusinessHead? {
        guard line.count >= dateIndex + 28 else { return nil }
        // "00/00 00" and ":00".
        guard line.matches(at: dateIndex, digits: 0xFFFF_00FF_FF00_FFFF, marks: 0x0000_2000_002F_0000),
            FieldBytes.matches(line.word(at: dateIndex + 8) & 0xFF_FFFF, digits: 0xFF_FF00, marks: 0x3A)
        else { return nil }
        var next = dateIndex + 11
        let hasSeconds = line[next] == 0x3A
        if hasSeconds {
            guard line[next + 1].isASCIIDigit, line[next + 2].isASCIIDigit else { return nil }
            next += 3
        }
        let afternoon = line[next]
        guard afternoon == 0x20 || afternoon | 0x20 == 0x70, line[next + 1] == 0x20 else { return nil }
        next += 2
        let hasLongDuration = line[next + 2] != 0x3A
        if hasLongDuration {
            guard line[next].isASCIIDigit, line[next + 1].isASCIIDigit else { return nil }
            next += 2
        }
        guard line.matches(at: next, digits: 0xFFFF_00FF_FF00_FFFF, marks: 0x0000_3A00_003A_0000) else {
            return nil
        }
        return MiVoiceBusinessHead(dateIndex: dateIndex, hasSeconds: hasSeconds, hasLongDuration: hasLongDuration)
    }

    /// What a line is that has no whole head, or a short one.
    private static func shape(_ line: FieldBytes, dateIndex: Int) -> Match {
        var shape = Shape(line: line, index: dateIndex)
        shape.digits(2)
        if shape.isMatching, shape.next == 0x2D {
            shape.index += 1
            shape.digits(2)
            shape.byte(0x20)
            shape.digits(2)
            shape.byte(0x3A)
            return shape.isMatching && !shape.isCut ? .dataCall : .none
        }
        shape.byte(0x2F)
        shape.digits(2)
        shape.byte(0x20)
        shape.digits(2)
        shape.byte(0x3A)
        shape.digits(2)
        let hasSeconds = shape.next == 0x3A
        if hasSeconds {
            shape.index += 1
            shape.digits(2)
        }
        shape.expect { $0 == 0x20 || $0 | 0x20 == 0x70 }
        shape.byte(0x20)
        shape.digits(2)
        let hasLongDuration = shape.next.map(\.isASCIIDigit) ?? false
        if hasLongDuration { shape.digits(2) }
        shape.byte(0x3A)
        shape.digits(2)
        shape.byte(0x3A)
        shape.digits(2)
        guard shape.isMatching else { return .none }
        if shape.isCut { return .cut }
        return .head(
            MiVoiceBusinessHead(dateIndex: dateIndex, hasSeconds: hasSeconds, hasLongDuration: hasLongDuration))
    }

    /// Compares a line with a pattern, and tells a line that ends too early from one that differs.
    private struct Shape {
        let line: FieldBytes
        var index: Int
        var isMatching = true
        var isCut = false

        var next: UInt8? { index < line.count ? line[index] : nil }

        mutating func expect(_ isWanted: (UInt8) -> Bool) {
            guard let next else {
                isCut = true
                return
            }
            if !isWanted(next) { isMatching = false }
            index += 1
        }

        mutating func byte(_ byte: UInt8) { expect { $0 == byte } }

        mutating func digits(_ count: Int) {
            for _ in 0..<count { expect { $0.isASCIIDigit } }
        }
    }
}

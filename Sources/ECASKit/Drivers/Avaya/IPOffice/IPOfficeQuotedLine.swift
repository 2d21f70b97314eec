/// Rewrites the lines that are not plain: NULs go, and fields that a CSV writer in between quoted lose their quotes.
enum IPOfficeQuotedLine {
    /// The byte between the fields of a rewritten line: LF, which ended the line and is not in it.
    static let separator: UInt8 = 0x0A

    /// The bytes of a line other than NUL.
    static func withoutNULs(_ line: FieldBytes) -> [UInt8] {
        line.array.filter { $0 != 0 }
    }

    /// The line with ``separator`` between its fields instead of commas, and without the quotes around fields.
    ///
    /// A field is quoted if it begins with a quote and the closing one stands right before a comma or the end; a doubled
    /// quote in it is one quote. Any other quote is part of its field.
    static func unquoted(_ line: FieldBytes) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(line.count)
        var index = 0
        // Once no closing quote was found up to the end, none is behind it either: each byte is looked at twice at most.
        var mayClose = true
        while index <= line.count {
            if mayClose, index < line.count, line[index] == UInt8(ascii: "\"") {
                switch closingQuote(line, openedAt: index) {
                case .at(let end):
                    append(line[index + 1..<end], to: &result)
                    index = end + 1
                    if index < line.count { result.append(separator) }
                    index += 1
                    continue
                case .textBehind: break
                case .missing: mayClose = false
                }
            }
            while index < line.count, line[index] != UInt8(ascii: ",") {
                result.append(line[index])
                index += 1
            }
            if index < line.count { result.append(separator) }
            index += 1
        }
        return result
    }

    private enum ClosingQuote {
        case at(Int)
        case textBehind
        case missing
    }

    private static func closingQuote(_ line: FieldBytes, openedAt start: Int) -> ClosingQuote {
        var index = start + 1
        while index < line.count {
            guard line[index] == UInt8(ascii: "\"") else {
                index += 1
                continue
            }
            guard index + 1 < line.count else { return .at(index) }
            switch line[index + 1] {
            case UInt8(ascii: ","): return .at(index)
            case UInt8(ascii: "\""): index += 2
            default: return .textBehind
            }
        }
        return .missing
    }

    private static func append(_ content: FieldBytes, to result: inout [UInt8]) {
        var index = 0
        while index < content.count {
            result.append(content[index])
            // The closing quote was found, so quotes inside come in pairs.
            index += content[index] == UInt8(ascii: "\"") ? 2 : 1
        }
    }
}

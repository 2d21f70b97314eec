#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#elseif canImport(Darwin)
    private import Darwin
#endif

/// What is looked at in a line before it is split: whether it is plain, its fingerprint, where its record begins.
enum IPOfficeLine {
    /// `YYYY/MM/DD HH:MM`.
    static let dateAndMinuteLength = 16

    /// Whether a date and time of day stands at an index: by its shape, not by its values.
    static func hasDate(_ line: FieldBytes, at index: Int) -> Bool {
        IPOfficeDateAndMinute(line, at: index) != nil
    }

    /// Where the first date and time at or behind an index begins.
    static func firstDate(_ line: FieldBytes, from index: Int) -> Int? {
        // The first slash of a date is its fifth byte; slashes are rare in records.
        var next = index + 4
        while next < line.count, let found = memchr(line.base + next, 0x2F, line.count - next) {
            let slash = UnsafeRawPointer(found) - UnsafeRawPointer(line.base)
            if hasDate(line, at: slash - 4) { return slash - 4 }
            next = slash + 1
        }
        return nil
    }

    /// The record of a line whose first date stands at an index.
    ///
    /// What a relay wrote in front of it is cut off, and blanks and CRs behind it.
    static func record(_ line: FieldBytes, datedAt date: Int) -> FieldBytes {
        var end = line.count
        while end > date, line[end - 1] == 0x0D || line[end - 1] == 0x20 { end -= 1 }
        let record = line[date..<end]
        guard date > 0, line[date - 1] == UInt8(ascii: "\"") else { return record }
        // The quote before the date opens its field if there is one behind the date, too.
        let quote = UInt8(ascii: "\"")
        let isQuoted = record.count > 16 && record[16] == quote || record.count > 19 && record[19] == quote
        return isQuoted ? line[date - 1..<end] : record
    }

    /// Whether a byte is in a line.
    static func contains(_ byte: UInt8, in line: FieldBytes) -> Bool {
        !line.isEmpty && memchr(line.base, Int32(byte), line.count) != nil
    }

    /// Where another record begins within a record that has its date at index 0: what is left when a line was cut and
    /// the next one follows without a line end.
    ///
    /// A date is a field of its own only as the time of the record, and no connected time stands behind that one.
    static func gluedRecord(_ line: FieldBytes, separator: UInt8) -> Int? {
        var index = dateAndMinuteLength
        while let date = firstDate(line, from: index) {
            if line[date - 1] != separator { return date }
            var end = date + dateAndMinuteLength
            if end + 3 <= line.count, line[end] == UInt8(ascii: ":") { end += 3 }
            if end < line.count, line[end] == separator {
                let rest = line.suffix(from: end + 1)
                let length = rest.firstIndex(of: separator) ?? rest.count
                if IPOfficeValues.connectedTime(rest[0..<length]) != nil { return date }
            }
            // Not behind this date: the first digits of one that follows can look like the end of this one.
            index = date + 1
        }
        return nil
    }

    /// Whether a line without a date is one of column names.
    static func isHeader(_ line: FieldBytes) -> Bool {
        var start = 0
        if line.count >= 3, line[0] == 0xEF, line[1] == 0xBB, line[2] == 0xBF { start = 3 }
        if start < line.count, line[start] == UInt8(ascii: "\"") { start += 1 }
        guard start < line.count, line[start].isASCIILetter else { return false }
        var commas = 0
        for index in start..<line.count where line[index] == UInt8(ascii: ",") { commas += 1 }
        return commas >= 16
    }

    /// Whether nothing but blanks and a byte order mark is in a line.
    static func isEmpty(_ line: FieldBytes) -> Bool {
        let content = line.hasByteOrderMark ? line.suffix(from: 3) : line
        return content.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
}

extension FieldBytes {
    /// Whether it begins with the byte order mark of UTF-8.
    fileprivate var hasByteOrderMark: Bool { count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF }
}

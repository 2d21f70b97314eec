/// A record unfolded, read by columns.
struct MiVoiceBusinessColumns {
    /// The record from column 2 on, so that it does not matter whether column 1 is still there.
    let fromDate: FieldBytes
    /// The long call mark; absent if a collector cut it off.
    let longCallMark: UInt8?

    /// The last column there is.
    var last: Int { fromDate.count + 1 }

    /// A field without bytes.
    var nothing: FieldBytes { fromDate[0..<0] }

    /// Whether the record ends where it is folded: what follows is lost, or was blank.
    var endsAtFold: Bool { last == MiVoiceBusinessLine.foldWidth }

    /// The record up to a column.
    func limited(to column: UInt8) -> MiVoiceBusinessColumns {
        MiVoiceBusinessColumns(fromDate: fromDate[0..<Int(column) - 1], longCallMark: longCallMark)
    }

    /// The byte in a column from 2, a blank behind the end.
    @inline(__always)
    func byte(_ column: UInt8) -> UInt8 {
        let index = Int(column) &- 2
        return index < fromDate.count ? fromDate[index] : 0x20
    }

    /// The bytes of columns from 2, cut to what is there.
    @inline(__always)
    func raw(_ columns: MiVoiceBusinessColumnRange) -> FieldBytes {
        fromDate[Int(columns.lowerBound) &- 2..<Int(columns.upperBound) &- 1]
    }

    /// A field without blanks around it.
    ///
    /// Half a field at the end of a folded line is none.
    @inline(__always)
    func field(_ columns: MiVoiceBusinessColumnRange) -> FieldBytes {
        isCut(columns)
            ? nothing
            : fromDate.withoutPadding(from: Int(columns.lowerBound) &- 2, to: Int(columns.upperBound) &- 1)
    }

    /// Whether the field runs over the place where the record was folded and its rest is lost.
    @inline(__always)
    func isCut(_ columns: MiVoiceBusinessColumnRange) -> Bool {
        endsAtFold && Int(columns.lowerBound) <= last && Int(columns.upperBound) > last
    }

    /// Whether a system ID stands in these columns.
    ///
    /// Three letters or digits behind a blank or the mark of route optimisation, two blanks or the end behind.
    func showsSystemID(in columns: MiVoiceBusinessColumnRange) -> Bool {
        let before = byte(columns.lowerBound - 1)
        guard before == 0x20 || before | 0x20 == 0x72, byte(columns.upperBound + 1) == 0x20,
            byte(columns.upperBound + 2) == 0x20
        else { return false }
        let field = raw(columns)
        return field.count == 3 && field.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter }
    }
}

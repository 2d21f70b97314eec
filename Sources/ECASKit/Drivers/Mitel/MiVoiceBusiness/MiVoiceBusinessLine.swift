import ECASModel

/// A physical line as it came, with what surrounds the record on it.
struct MiVoiceBusinessLine {
    /// The line without filler bytes in front and behind.
    let content: FieldBytes
    /// Whether a form feed stood before the content.
    let followsFormFeed: Bool

    /// Looks at a physical line: runs of NUL and form feeds in front and behind are filler.
    init(_ line: FieldBytes) {
        var lower = 0
        var upper = line.count
        var followsFormFeed = false
        while lower < upper, line[lower] == 0 || line[lower] == 0x0C {
            if line[lower] == 0x0C { followsFormFeed = true }
            lower += 1
        }
        while upper > lower, line[upper - 1] == 0 || line[upper - 1] == 0x0C { upper -= 1 }
        content = line[lower..<upper]
        self.followsFormFeed = followsFormFeed
    }

    /// Whether there is nothing to read.
    var isBlank: Bool { content.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0 || $0 == 0x0C } }

    /// Whether a tool wrote it as a comment.
    var isComment: Bool { content.count > 0 && content[0] == 0x23 }

    /// Whether it can be the rest of a folded record: what the fields of a record's end hold, and no words, so that
    /// foreign text is kept out.
    var isContinuation: Bool {
        guard !isComment, !isBlank else { return false }
        var letters = 0
        var index = 0
        while index < content.count {
            // Most of it is blanks.
            if content.word(at: index) == 0x2020_2020_2020_2020 {
                letters = 0
                index += 8
                continue
            }
            let byte = content[index]
            index += 1
            if byte.isASCIICapital || byte == 0x72 {
                letters += 1
                if letters == 4 { return false }
                continue
            }
            letters = 0
            guard byte == 0x20 || byte.isASCIIDigit || byte == 0x2A || byte == 0x23 || byte == 0x2B else {
                return false
            }
        }
        return true
    }

    /// The width at which controllers fold.
    static let foldWidth = 80

    /// The longest record of all layouts takes three lines.
    static let longestFoldedRecord = 240

    /// The column up to which a record is padded before the next line is added.
    static func padded(_ columns: Int) -> Int { (columns + foldWidth - 1) / foldWidth * foldWidth }
}

// What collectors and printers add.
extension MiVoiceBusinessLine {
    /// The long call mark of a record; absent if a collector cut it off.
    func longCallMark(_ head: MiVoiceBusinessHead) -> UInt8? {
        head.dateIndex > MiVoiceBusinessHead.prefixEnd(content) ? content[head.dateIndex - 1] : nil
    }

    /// The date that a collector put in front of the record.
    var collectorDate: CivilDate? {
        guard MiVoiceBusinessHead.prefixEnd(content) > 0, let year = content[1..<5].unsignedInteger(),
            let month = content.twoDigits(at: 5), let day = content.twoDigits(at: 7)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// Whether it is the header of a printer's page: behind a form feed, a title, or a rule.
    var isPageHeader: Bool {
        followsFormFeed || content.firstRangeIgnoringCase(of: "SMDR") != nil
            || content.firstRangeIgnoringCase(of: "PAGE ") != nil
            || content.allSatisfy { $0 == 0x2D || $0 == 0x3D || $0 == 0x5F || $0 == 0x20 }
    }
}

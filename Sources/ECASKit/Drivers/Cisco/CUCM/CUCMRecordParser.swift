import ECASModel

/// Reads lines of call detail and call management records, in any mixture.
struct CUCMRecordParser: RecordParser {
    /// What is remembered of a stream.
    struct Memory: Codable, Sendable {
        /// Where the columns of call detail records are.
        var callLayout = CUCMLayout(positionsOf: .call)
        /// Where the columns of call management records are.
        var qualityLayout = CUCMLayout(positionsOf: .quality)
        /// What the last name line was about.
        var lastNamed = CUCMLayout.Kind.call
        /// The rows read last, by their keys.
        var rows = RecentKeys(capacity: 4096)

        /// How many cells a whole line of one kind has, as far as that is known.
        func width(of kind: CUCMLayout.Kind) -> Int? { kind == .call ? callLayout.width : qualityLayout.width }

        /// Takes over the names of a name line, or the positions of a type line.
        mutating func take(_ layout: CUCMLayout) {
            if layout.kind == .call { callLayout = layout } else { qualityLayout = layout }
            lastNamed = layout.kind
        }
    }

    var memory = Memory()
    private let devices: CUCMDevices
    private var zones: ZoneOffsetCache
    private var splitter = CUCMSplitter()
    // The name of the layout read last, with its width: made once, not for each record.
    private var layoutName = (width: 0, text: "")

    /// Makes a parser at the beginning of a stream.
    init(zone: ZoneRules?, devices: CUCMDevices) {
        self.devices = devices
        zones = ZoneOffsetCache(rules: zone)
    }

    mutating func parse(_ record: Span<UInt8>, _ context: RecordContext, into output: inout ParsedRecords) {
        record.withUnsafeBufferPointer { parse(FieldBytes($0), context, into: &output) }
    }

    private mutating func parse(_ record: FieldBytes, _ context: RecordContext, into output: inout ParsedRecords) {
        let text = record.withoutLineMarks
        guard !text.trimmed().isEmpty else { return output.skip(.emptyLine) }
        guard text.count <= CUCMSplitter.longestLine else { return output.reject(RecordDamage.overlong.reason) }
        // Taken out of `self`, so that `self` may be changed while its cells are looked at.
        var splitter = CUCMSplitter()
        swap(&splitter, &self.splitter)
        splitter.split(text, widths: (memory.callLayout.width, memory.qualityLayout.width)) { line in
            read(line, context, into: &output)
        }
        swap(&splitter, &self.splitter)
    }

    private mutating func read(_ line: CUCMLine, _ context: RecordContext, into output: inout ParsedRecords) {
        let first = line.cell(0)
        if first.isEmpty || !first[0].isASCIIDigit, readHeader(line, context, into: &output) { return }
        guard let kind = recordKind(of: line) else {
            return output.reject(
                MalformedReason(
                    "unknown-record-type", "The column cdrRecordType holds neither 0, 1 nor 2."))
        }
        if let fault = shapeFault(of: line, as: kind.layout, context) { return output.reject(fault) }
        switch kind {
        case .start: output.skip(.startRecord)
        case .call: readCall(line, context, into: &output)
        case .quality: readQuality(line, into: &output)
        }
    }

    // MARK: Headers

    /// Reads a line that is a name or type line; says whether it was one.
    private mutating func readHeader(
        _ line: CUCMLine, _ context: RecordContext, into output: inout ParsedRecords
    ) -> Bool {
        let isNameLine = line.isNameLine
        guard isNameLine || line.isTypeLine else { return false }
        let width = memory.width(of: memory.lastNamed)
        if line.hasOpenQuote || context.endedByStream && line.count < width ?? 0 {
            output.reject(Self.truncated)
            return true
        }
        if isNameLine {
            if let layout = CUCMLayout(nameLine: line) { memory.take(layout) }
        } else if line.count != width {
            // A type line that does not belong to the names before: its file has no names.
            let kinds: [CUCMLayout.Kind] = [.call, .quality]
            if let kind = kinds.first(where: { line.count >= $0.fewestColumns }) {
                memory.take(CUCMLayout(positionsOf: kind, width: line.count))
            }
        }
        output.skip(.header)
        return true
    }

    // MARK: Records

    /// What a line is, by its first column.
    private enum RecordKind {
        /// A record that is written before a call; no release writes it.
        case start
        case call
        case quality

        /// Whose columns the line has.
        var layout: CUCMLayout.Kind { self == .quality ? .quality : .call }
    }

    private func recordKind(of line: CUCMLine) -> RecordKind? {
        let call = line.cell(memory.callLayout.typeCell).unsignedInteger()
        let quality = line.cell(memory.qualityLayout.typeCell).unsignedInteger()
        if memory.lastNamed == .quality, quality == 2 { return .quality }
        switch call {
        case 0: return .start
        case 1: return .call
        default: return quality == 2 ? .quality : nil
        }
    }

    /// Why a line is not a whole record.
    private func shapeFault(
        of line: CUCMLine, as kind: CUCMLayout.Kind, _ context: RecordContext
    ) -> MalformedReason? {
        if context.endedByStream, line.hasOpenQuote || line.count < memory.width(of: kind) ?? 0 {
            return Self.truncated
        }
        if line.hasOpenQuote {
            return MalformedReason("open-quote", "A text in double quotes does not end on its line.")
        }
        guard line.count >= kind.fewestColumns else {
            return MalformedReason(
                "too-few-columns", "The line has \(line.count) columns; at least \(kind.fewestColumns) are expected.")
        }
        return nil
    }

    private static let truncated = MalformedReason(
        "truncated", "The file ends within the line; it has fewer columns than it should, or a text without its end.")

    private mutating func readCall(
        _ line: CUCMLine, _ context: RecordContext, into output: inout ParsedRecords
    ) {
        memory.callLayout.note(width: line.count)
        if layoutName.width != line.count { layoutName = (line.count, "cdr-\(line.count)") }
        let layout = memory.callLayout
        layout.withCells { cells in
            var reader = CDRReader(CUCMCells(line: line, kind: .call, cells: cells))
            // Filled in where it stays: a record is too large to be moved about for nothing.
            let index = output.legs.count
            output.legs.append(CallRecord())
            reader.read(into: &output.legs[index], devices: devices, zones: &zones)
            let fault = reader.cells.fault
            guard fault == nil, isNew(reader.rowKey, .call) else {
                output.legs.removeLast()
                if let fault { output.reject(fault) } else { output.skip(.repeatedRow) }
                return
            }
            output.legs[index].provenance.layout = layoutName.text
            output.legs[index].provenance.recordIndex = context.index
            output.legs[index].provenance.receivedAt = context.receivedAt
            output.appendOutcome(.legs(1))
        }
    }

    private mutating func readQuality(_ line: CUCMLine, into output: inout ParsedRecords) {
        memory.qualityLayout.note(width: line.count)
        let layout = memory.qualityLayout
        layout.withCells { cells in
            var reader = CMRReader(CUCMCells(line: line, kind: .quality, cells: cells))
            let supplement = reader.read()
            if let fault = reader.fault { return output.reject(fault) }
            guard isNew(reader.rowKey, .quality) else { return output.skip(.repeatedRow) }
            output.append(supplement)
        }
    }

    /// Whether a row has not come lately; rows without a key are always new.
    private mutating func isNew(_ key: FieldBytes, _ kind: CUCMLayout.Kind) -> Bool {
        key.isEmpty || memory.rows.insert(key, kind: kind.rawValue)
    }
}

extension SkipKind {
    /// A row that came before, by its `pkid`: files and parts of files are sent again after failures.
    static let repeatedRow: SkipKind = "repeated-row"
}

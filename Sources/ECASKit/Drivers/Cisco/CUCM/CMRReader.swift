import ECASModel

/// Reads one line of call management records into the quality of a leg.
struct CMRReader {
    private var cells: CUCMCells

    /// Reads the cells of a line.
    init(_ cells: CUCMCells) {
        self.cells = cells
    }

    /// Why the line cannot be used, as far as it has been read.
    var fault: MalformedReason? { cells.fault }

    /// The line's own key, the same each time it is written.
    var rowKey: FieldBytes { cell(.pkid) }

    /// Reads the whole line; look at ``fault`` before the supplement is used.
    mutating func read() -> CallSupplement {
        let callID = cells.callID(
            cluster: CMRColumn.globalCallIDClusterID.rawValue, node: CMRColumn.globalCallIDCallManagerID.rawValue,
            number: CMRColumn.globalCallIDCallID.rawValue)
        var quality = CallQuality()
        if let leg = integer(.callIdentifier), leg != 0 { quality.leg = text(.callIdentifier) }
        quality.device = text(.deviceName)
        quality.measuredExtension = text(.directoryNum)
        if let seconds = integer(.dateTimeStamp), seconds > 0 { quality.at = Instant(seconds: Int64(seconds)) }
        quality.durationSeconds = small(.duration)
        quality.packetsSent = integer(.numberPacketsSent).map(Int64.init)
        quality.packetsReceived = integer(.numberPacketsReceived).map(Int64.init)
        quality.packetsLost = integer(.numberPacketsLost).map(Int64.init)
        quality.jitterMilliseconds = small(.jitter)
        quality.latencyMilliseconds = small(.latency)
        CMRMetrics(cell(.varVQMetrics)).fill(&quality)
        return CallSupplement(
            callID: callID, leg: quality.leg, rowID: text(.pkid), quality: quality)
    }

    private func cell(_ column: CMRColumn) -> FieldBytes { cells.cell(column.rawValue) }

    private func text(_ column: CMRColumn) -> String? { cells.text(column.rawValue) }

    private mutating func integer(_ column: CMRColumn) -> Int? {
        cells.integer(column.rawValue)
    }

    private mutating func small(_ column: CMRColumn) -> Int32? { integer(column).flatMap(Int32.init(exactly:)) }
}

/// The voice quality metrics of a phone: `key=value` between semicolons.
///
/// Source: Cisco, *Call Detail Records Administration Guide 12.5(1)*, K-Factor Data in Cisco Call Management Records.
struct CMRMetrics {
    private var average: FieldBytes?
    private var latest: FieldBytes?
    private var concealed: FieldBytes?
    private var codec: FieldBytes?

    /// Finds the metrics that are kept; unknown keys and empty values are allowed.
    init(_ text: FieldBytes) {
        var rest = text
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.count
            let pair = rest[0..<end]
            rest = rest.suffix(from: end + 1)
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let key = pair[0..<equals].trimmed()
            let value = pair.suffix(from: equals + 1).trimmed()
            if key.equalsIgnoringCase("MLQKav") {
                average = value
            } else if key.equalsIgnoringCase("MLQK") {
                latest = value
            } else if key.equalsIgnoringCase("CS") {
                concealed = value
            } else if key.equalsIgnoringCase("VoRxCodec") {
                codec = value
            }
        }
    }

    /// Fills in what the phone measured.
    func fill(_ quality: inout CallQuality) {
        quality.meanOpinionScoreThousandths = Self.score(average) ?? Self.score(latest)
        quality.concealedSeconds = concealed?.unsignedInteger().flatMap(Int32.init(exactly:))
        quality.codec = codec?.textWithoutDoubledQuotes()
    }

    /// A mean opinion score in thousandths; 0.0000 stands for none, and scores go from 1 to 5.
    private static func score(_ text: FieldBytes?) -> Int32? {
        guard let nanounits = text?.nanounits() else { return nil }
        let thousandths = (nanounits / 500_000 + 1) / 2
        return (1000...5000).contains(thousandths) ? Int32(thousandths) : nil
    }
}

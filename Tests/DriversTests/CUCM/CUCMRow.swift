import ECASDrivers
import ECASModel

/// One line of a file by the names of its columns, so that a test says only what it is about.
struct CUCMRow {
    /// What differs from an answered call of 60 s between two phones.
    var values: [String: String]
    var columns = CUCMColumns.call
    /// How many of the columns there are.
    var width: Int

    /// 2026-07-01T10:00:00Z.
    static let origin = 1_782_900_000

    /// A call detail record.
    static func call(_ values: [String: String] = [:], width: Int = 133) -> CUCMRow {
        CUCMRow(values: phoneCall.merging(values) { $1 }, width: width)
    }

    /// A call management record.
    static func quality(_ values: [String: String] = [:], width: Int = 48) -> CUCMRow {
        CUCMRow(values: phoneQuality.merging(values) { $1 }, columns: CUCMColumns.quality, width: width)
    }

    /// A call detail record between two devices, answered after five seconds.
    static func between(_ originating: String, _ destination: String, _ values: [String: String] = [:]) -> CUCMRow {
        call(["origDeviceName": originating, "destDeviceName": destination].merging(values) { $1 })
    }

    private static let phoneCall = [
        "cdrRecordType": "1", "globalCallID_callManagerId": "2", "globalCallID_callId": "77",
        "globalCallId_ClusterID": "Lab", "origLegCallIdentifier": "501", "destLegIdentifier": "502",
        "dateTimeOrigination": "\(origin)", "dateTimeConnect": "\(origin + 5)",
        "dateTimeDisconnect": "\(origin + 65)", "duration": "60", "callingPartyNumber": "2001",
        "originalCalledPartyNumber": "2002", "finalCalledPartyNumber": "2002", "lastRedirectDn": "2002",
        "origDeviceName": "SEP00000C002001", "destDeviceName": "SEP00000C002002",
    ]

    private static let phoneQuality = [
        "cdrRecordType": "2", "globalCallID_callManagerId": "2", "globalCallID_callId": "77",
        "globalCallId_ClusterID": "Lab", "callIdentifier": "501", "dateTimeStamp": "\(origin + 65)",
    ]

    /// The line without its end.
    var text: String {
        columns.prefix(width).map { column in
            let value = values[column.name]
            if column.isText { return "\"\(value ?? "")\"" }
            return value ?? (columns.count > 48 ? "0" : "")
        }.joined(separator: ",")
    }

    /// The name line of the row's columns.
    var names: String { columns.prefix(width).map { "\"\($0.name)\"" }.joined(separator: ",") }

    /// The type line of the row's columns.
    var types: String { columns.prefix(width).map { $0.isText ? "VARCHAR(50)" : "INTEGER" }.joined(separator: ",") }
}

/// What became of some lines.
struct CUCMResult {
    var calls: [CallRecord] = []
    var supplements: [CallSupplement] = []
    var malformed: [MalformedRecord] = []
    var skipped: [SkipKind: Int] = [:]
    var isBalanced = false

    /// Reads a file.
    init(file: String, zone: ZoneRules? = nil, settings: [String: String] = [:]) throws {
        let driver = try CiscoCUCM(settings: DriverSettings(zone: zone, values: settings))
        var stream = RecordStream(driver: driver)
        let bytes = [UInt8](file.utf8)
        stream.receive(bytes.span, receivedAt: nil, into: &calls, supplements: &supplements)
        stream.finish(receivedAt: nil, into: &calls, supplements: &supplements)
        malformed = stream.takeMalformed()
        skipped = stream.accounting.skipped
        isBalanced = stream.accounting.isBalanced && stream.accounting.bytes == UInt64(bytes.count)
    }

    /// Reads rows below a name and a type line.
    init(_ rows: [CUCMRow], zone: ZoneRules? = nil, settings: [String: String] = [:]) throws {
        let header = rows.first.map { [$0.names, $0.types] } ?? []
        try self.init(
            file: (header + rows.map(\.text)).map { $0 + "\n" }.joined(), zone: zone, settings: settings)
    }

    /// Reads one row.
    init(_ row: CUCMRow, settings: [String: String] = [:]) throws {
        try self.init([row], settings: settings)
    }

    /// The codes of what was not understood.
    var faults: [String] { malformed.map(\.reason.code) }

    /// The only call, or one in which everything is absent.
    var call: CallRecord { calls.count == 1 ? calls[0] : CallRecord() }

    /// The numbers of the calls, from their identifiers.
    var callNumbers: [String] {
        calls.map { $0.identity.callID?.split(separator: "/").last.map(String.init) ?? "" }
    }
}

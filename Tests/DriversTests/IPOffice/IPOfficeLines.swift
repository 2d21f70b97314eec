import ECASDrivers
import ECASModel

/// One SMDR record by its fields, so that a test says only what it is about.
struct IPOfficeLine {
    var start = "2026/03/11 10:00:00"
    var connected = "00:00:10"
    var ring = "5"
    var caller = "02079460133"
    var direction = "I"
    var called = "301"
    var dialled = "301"
    var account = ""
    var isInternal = "0"
    var callID = "1000001"
    var continuation = "0"
    var device1 = "E301"
    var name1 = "Anna Lind"
    var device2 = "T9001"
    var name2 = "Line 1.2"
    var hold = "0"
    var park = "0"
    /// Fields 17 and later, by index.
    var later: [Int: String] = [:]
    /// How many fields there are.
    var count = 30

    /// The record without a line end.
    var text: String {
        var fields = [
            start, connected, ring, caller, direction, called, dialled, account, isInternal, callID, continuation,
            device1, name1, device2, name2, hold, park,
        ]
        for index in fields.count..<max(count, fields.count) { fields.append(later[index] ?? "") }
        return fields.joined(separator: ",")
    }
}

/// What became of some lines.
struct IPOfficeResult {
    var calls: [CallRecord] = []
    var malformed: [String] = []
    var skipped: [SkipKind: Int] = [:]

    /// Reads lines as one stream.
    init(_ lines: [String], zone: String = "UTC", settings: [String: String] = [:], receivedAt: Instant? = nil) throws {
        let bytes = [UInt8](lines.map { $0 + "\r\n" }.joined().utf8)
        let driver = try AvayaIPOffice(settings: DriverSettings(zone: ZoneRules(name: zone), values: settings))
        var stream = RecordStream(driver: driver)
        var supplements: [CallSupplement] = []
        stream.receive(bytes.span, receivedAt: receivedAt, into: &calls, supplements: &supplements)
        stream.finish(receivedAt: receivedAt, into: &calls, supplements: &supplements)
        malformed = stream.takeMalformed().map(\.reason.code)
        skipped = stream.accounting.skipped
    }

    /// Reads records as one stream.
    init(_ lines: [IPOfficeLine], zone: String = "UTC") throws {
        try self.init(lines.map(\.text), zone: zone)
    }

    /// The only call, or one in which everything is absent.
    var call: CallRecord { calls.count == 1 ? calls[0] : CallRecord() }
}

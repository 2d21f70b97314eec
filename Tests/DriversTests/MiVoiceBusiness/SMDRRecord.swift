import ECASDrivers
import ECASModel

/// A record put together by columns, counted from 1 as the manuals do.
struct SMDRRecord {
    /// The layouts, with their columns as the manuals print them; nothing of the driver is used here.
    enum Layout {
        case standard
        case extended
        case level1
        case level2

        /// Column of a field.
        func column(_ field: Field) -> Int {
            switch self {
            case .standard: field.standard
            case .extended: field.extended
            case .level1: field.level1
            case .level2: field == .start ? 8 : field.level1 + 3
            }
        }
    }

    enum Field {
        case start, afternoon, duration, calling, attendant, timeToAnswer, digits, completion, forward, called
        case transfer, thirdParty, account, systemID, ani, dnis, call, sequence, associated

        fileprivate var standard: Int { columns.0 }
        fileprivate var extended: Int { columns.1 }
        fileprivate var level1: Int { columns.2 }

        private var columns: (Int, Int, Int) {
            switch self {
            case .start: (8, 8, 8)
            case .afternoon: (13, 13, 13)
            case .duration: (15, 15, 15)
            case .calling: (24, 26, 26)
            case .attendant: (29, 34, 34)
            case .timeToAnswer: (30, 35, 35)
            case .digits: (34, 39, 39)
            case .completion: (60, 65, 65)
            case .forward: (61, 66, 66)
            case .called: (62, 67, 67)
            case .transfer: (66, 74, 82)
            case .thirdParty: (68, 76, 84)
            case .account: (73, 84, 92)
            case .systemID: (86, 97, 105)
            case .ani: (92, 103, 111)
            case .dnis: (103, 114, 132)
            case .call: (114, 122, 151)
            case .sequence: (122, 130, 160)
            case .associated: (124, 132, 162)
            }
        }
    }

    private let layout: Layout
    private var columns: [UInt8]

    /// An outgoing call of extension 2140 over trunk T021 to +44 20 7946 0300, answered after no time to answer.
    init(_ layout: Layout = .standard, date: String = "03/12") {
        self.layout = layout
        let length =
            switch layout {
            case .standard: 131
            case .extended: 139
            case .level1: 204
            case .level2: 207
            }
        columns = [UInt8](repeating: 0x20, count: length)
        put(date, at: 2)
        self[.start] = layout == .level2 ? "09:01:30" : "09:01"
        self[.duration] = layout == .standard ? "00:01:00" : "0000:01:00"
        self[.calling] = "2140"
        self[.digits] = "02079460300"
        self[.completion] = "A"
        self[.called] = "T021"
        self[.systemID] = "003"
    }

    /// An incoming call over trunk T012 to extension 2140, answered after 5 seconds.
    static func incoming(_ layout: Layout = .standard) -> SMDRRecord {
        SMDRRecord(layout)[.calling, "T012"][.timeToAnswer, "005"][.digits, "2140"][.completion, " "][.called, "2140"]
    }

    /// An internal call of extension 2140 to 2141, answered after 5 seconds.
    static func `internal`(_ layout: Layout = .standard) -> SMDRRecord {
        SMDRRecord(layout)[.timeToAnswer, "005"][.digits, "2141"][.completion, "I"][.called, "2141"]
    }

    /// A call from trunk T012 to trunk T021, answered after 5 seconds.
    static func tandem(_ layout: Layout = .standard) -> SMDRRecord {
        SMDRRecord(layout)[.calling, "T012"][.timeToAnswer, "005"]
    }

    /// The record with a field changed; the rest of the field becomes blank.
    subscript(_ field: Field, _ text: String) -> SMDRRecord {
        var changed = self
        changed[field] = text
        return changed
    }

    private subscript(_ field: Field) -> String {
        get { "" }
        set {
            let width =
                switch field {
                case .calling, .called, .thirdParty: layout == .standard ? 4 : 7
                case .digits: 26
                case .account: 12
                case .ani: layout == .standard || layout == .extended ? 10 : 20
                default: newValue.utf8.count
                }
            let first = layout.column(field)
            put(String(repeating: " ", count: width), at: first)
            put(newValue, at: first)
        }
    }

    /// The record with other columns changed.
    func with(_ text: String, at column: Int) -> SMDRRecord {
        var changed = self
        changed.put(text, at: column)
        return changed
    }

    private mutating func put(_ text: String, at column: Int) {
        for (index, byte) in text.utf8.enumerated() { columns[column - 1 + index] = byte }
    }

    /// The whole record.
    var text: String { String(decoding: columns, as: UTF8.self) }

    /// The record up to a column.
    func text(to column: Int) -> String { String(decoding: columns.prefix(column), as: UTF8.self) }
}

/// What comes out of lines.
struct SMDRResult {
    private(set) var calls: [CallRecord] = []
    private(set) var malformed: [String] = []
    private(set) var skipped: [SkipKind: Int] = [:]

    init(
        _ lines: [String], lineEnd: String = "\r\n", year: Int? = 2026, zone: ZoneRules? = .utc,
        receivedAt: Instant? = nil, settings: [String: String] = [:]
    ) throws {
        let driver = try MitelMiVoiceBusiness(
            settings: DriverSettings(zone: zone, firstYear: year, values: settings))
        var stream = RecordStream(driver: driver)
        var supplements: [CallSupplement] = []
        let bytes = [UInt8](lines.map { $0 + lineEnd }.joined().utf8)
        stream.receive(bytes.span, receivedAt: receivedAt, into: &calls, supplements: &supplements)
        stream.finish(receivedAt: receivedAt, into: &calls, supplements: &supplements)
        malformed = stream.takeMalformed().map(\.reason.code)
        skipped = stream.accounting.skipped
    }

    init(_ records: SMDRRecord..., settings: [String: String] = [:]) throws {
        try self.init(records.map(\.text), settings: settings)
    }
}

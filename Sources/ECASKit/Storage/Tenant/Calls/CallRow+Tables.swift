import ECASModel

extension CallRow {
    /// The names of the columns, in the order in which they are coded.
    static let columns: [String] = {
        var row = CallRow()
        var names = ColumnNames()
        row.code(&names)
        return names.names
    }()

    /// Where new rows go.
    static let insertTarget = SQLInsertTarget(table: "call", columns: columns)

    /// Selects what ``init(_:)`` reads.
    static let selection = "SELECT \(columns.joined(separator: ", ")) FROM call"

    /// Reads a row selected by ``selection``.
    init(_ row: any SQLRow) throws {
        self.init()
        var reader = ColumnReader(row)
        code(&reader)
        if let problem = reader.problem { throw problem }
    }

    /// The row as the store's users see it.
    var call: StoredCall {
        StoredCall(
            id: CallID(id), rawRecord: rawRecord.map { RawRecordID($0) }, pbx: PBXID(pbx), site: SiteID(site),
            listedAt: Instant(milliseconds: listedAt), record: record, price: price)
    }
}

extension QualityRow {
    /// The names of the columns, in the order in which they are coded.
    static let columns: [String] = {
        var row = QualityRow()
        var names = ColumnNames()
        row.code(&names)
        return names.names
    }()

    /// Where new rows go.
    static let insertTarget = SQLInsertTarget(table: "call_quality", columns: columns)

    /// Reads a row in which ``columns`` begin at a column.
    init(_ row: any SQLRow, from column: Int) throws {
        self.init()
        var reader = ColumnReader(row, from: column)
        code(&reader)
        if let problem = reader.problem { throw problem }
        // The leg that the measurement itself names goes before the one that its record was about.
        quality.leg = quality.leg ?? callLeg
    }
}

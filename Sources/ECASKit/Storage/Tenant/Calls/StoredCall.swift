public import ECASModel

/// A call as the database has it.
public struct StoredCall: Hashable, Sendable, Identifiable {
    /// The key; later commits have greater keys.
    public let id: CallID
    /// The raw record that completed the call; absent if that record was none to be stored.
    public let rawRecord: RawRecordID?
    /// The PBX.
    public let pbx: PBXID
    /// The site at which the PBX stood.
    public let site: SiteID
    /// The point by which calls are listed: the start; the wall clock reading taken for UTC where the zone is not known;
    /// the arrival where there is no start.
    public let listedAt: Instant
    /// The call, with the quality that other records reported of it.
    public var record: CallRecord
    /// What it costs.
    public var price: CallPrice

    /// Describes a stored call.
    public init(
        id: CallID, rawRecord: RawRecordID?, pbx: PBXID, site: SiteID, listedAt: Instant, record: CallRecord,
        price: CallPrice
    ) {
        self.id = id
        self.rawRecord = rawRecord
        self.pbx = pbx
        self.site = site
        self.listedAt = listedAt
        self.record = record
        self.price = price
    }
}

/// A raw record as the database has it.
public struct StoredRawRecord: Hashable, Sendable, Identifiable {
    /// The key.
    public let id: RawRecordID
    /// The PBX.
    public let pbx: PBXID
    /// The epoch of the source: a connection or a file.
    public let stream: Int64
    /// The record's number in the stream.
    public let sequence: Int64
    /// Where in the stream its bytes began.
    public let offset: Int64
    /// When it arrived.
    public let receivedAt: Instant
    /// The bytes as they came.
    public let bytes: [UInt8]

    init(_ row: any SQLRow, from first: Int = 0) {
        id = row.identifier(first)
        pbx = row.identifier(first + 1)
        stream = row.integer(first + 2)
        sequence = row.integer(first + 3)
        offset = row.integer(first + 4)
        receivedAt = row.instant(first + 5)
        bytes = row.bytes(first + 6)
    }

    static let columns = ["id", "pbx_id", "stream", "sequence", "stream_offset", "received_at", "bytes"]
}

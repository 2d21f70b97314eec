public import ECASModel

/// What the pipeline made of a run of raw records of one stream, for one transaction.
public struct IngestBatch: Sendable {
    /// The PBX.
    public var pbx: PBXID
    /// The site at which it stands.
    public var site: SiteID
    /// The raw records in the order of the stream.
    public var records: [IngestRecord] = []
    /// The calls that came out, in order.
    public var calls: [IngestCall] = []
    /// What records said of calls of other records.
    public var supplements: [IngestSupplement] = []
    /// How far the stream is read with this batch, and what reading on needs.
    public var checkpoint: StreamCheckpoint

    /// Makes a batch without records, which moves the checkpoint only.
    public init(pbx: PBXID, site: SiteID, checkpoint: StreamCheckpoint) {
        self.pbx = pbx
        self.site = site
        self.checkpoint = checkpoint
    }
}

/// A raw record and what became of it.
public struct IngestRecord: Sendable {
    /// The record's number in the stream; numbers rise within a stream.
    public var sequence: Int64
    /// Where in the stream its bytes began.
    public var offset: Int64
    /// When it arrived.
    public var receivedAt: Instant
    /// The bytes as they came.
    public var bytes: [UInt8]
    /// When the record says it happened, or else its arrival.
    ///
    /// Together with ``contentHash`` it tells a record sent again from a new one; because it rises with time, the index
    /// of both grows at its end.
    public var contentTime: Instant
    /// A hash of what makes the record the record it is.
    public var contentHash: UInt64
    /// Whether the hash is of the PBX's own key of the record: then the same again is a duplicate wherever it comes.
    ///
    /// If not, the same again within one stream is another record that happens to look alike, such as two short calls
    /// of one minute in a format without seconds; from another stream it is a duplicate.
    public var repeatsAreDuplicates: Bool
    /// What became of it.
    public var outcome: Outcome

    /// Describes a raw record.
    public init(
        sequence: Int64, offset: Int64, receivedAt: Instant, bytes: [UInt8], contentTime: Instant, contentHash: UInt64,
        repeatsAreDuplicates: Bool = false, outcome: Outcome
    ) {
        self.sequence = sequence
        self.offset = offset
        self.receivedAt = receivedAt
        self.bytes = bytes
        self.contentTime = contentTime
        self.contentHash = contentHash
        self.repeatsAreDuplicates = repeatsAreDuplicates
        self.outcome = outcome
    }

    /// What became of a raw record.
    public enum Outcome: Hashable, Sendable {
        /// It was understood: it gave calls or supplements, or is part of one. Stored.
        case understood
        /// A rule leaves it out. Counted by kind, not stored.
        case skipped(kind: String)
        /// It could not be understood. Stored, and put into suspense.
        case malformed(code: String, message: String)
    }
}

/// A call with its price, and the raw record that completed it.
public struct IngestCall: Sendable {
    /// The call.
    public var record: CallRecord
    /// What it costs.
    public var price: CallPrice
    /// The raw record that completed the call, as an index into ``IngestBatch/records``; absent if none of this batch
    /// did, as when a call is given up waiting for its second half.
    ///
    /// A call is stored if this record is stored or skipped.
    public var recordIndex: Int?

    /// Describes a call.
    public init(record: CallRecord, price: CallPrice, recordIndex: Int?) {
        self.record = record
        self.price = price
        self.recordIndex = recordIndex
    }
}

/// What a raw record said of a call of another record.
public struct IngestSupplement: Sendable {
    /// The call, as ``ECASModel/CallIdentity/callID`` names it.
    public var callID: String
    /// The leg, as ``ECASModel/CallIdentity/leg`` or ``ECASModel/CallIdentity/relatedLeg`` names it; absent if it is about
    /// the whole call.
    public var leg: String?
    /// The PBX's own key of the record.
    public var rowID: String?
    /// The quality measured.
    public var quality: CallQuality
    /// The raw record that said so, as an index into ``IngestBatch/records``.
    public var recordIndex: Int

    /// Describes a supplement.
    public init(callID: String, leg: String?, rowID: String?, quality: CallQuality, recordIndex: Int) {
        self.callID = callID
        self.leg = leg
        self.rowID = rowID
        self.quality = quality
        self.recordIndex = recordIndex
    }
}

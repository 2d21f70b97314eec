public import ECASModel

/// What a parser found in a run of raw records: an outcome for each, and the legs and supplements in order.
///
/// Used again and again (``removeAll()`` keeps the memory). Legs are appended in place, never copied.
public struct ParsedRecords: Sendable {
    /// Call legs in the order found.
    public var legs: [CallRecord] = []
    /// Facts that belong to calls of other records, in the order found.
    public var supplements: [CallSupplement] = []
    /// One outcome for each raw record, in order; then those of records that were held back.
    public private(set) var outcomes: [RecordOutcome] = []

    /// Makes an empty collection.
    public init() {}

    /// Forgets everything and keeps the memory.
    public mutating func removeAll() {
        legs.removeAll(keepingCapacity: true)
        supplements.removeAll(keepingCapacity: true)
        outcomes.removeAll(keepingCapacity: true)
    }

    /// The record is one call leg.
    @inlinable
    public mutating func append(_ leg: consuming CallRecord) {
        legs.append(leg)
        appendOutcome(.legs(1))
    }

    /// The record says something of a call of another record.
    public mutating func append(_ supplement: CallSupplement) {
        supplements.append(supplement)
        outcomes.append(.supplement)
    }

    /// The record is none of a call, by a rule.
    public mutating func skip(_ kind: SkipKind) {
        outcomes.append(.skipped(kind))
    }

    /// The record cannot be understood.
    public mutating func reject(_ reason: MalformedReason) {
        outcomes.append(.malformed(reason))
    }

    /// Adds an outcome whose legs have been appended already.
    public mutating func appendOutcome(_ outcome: RecordOutcome) {
        outcomes.append(outcome)
    }
}

/// What became of one raw record.
public enum RecordOutcome: Hashable, Sendable {
    /// It gave this many legs: usually one; none if it is held back until a later record completes it.
    case legs(Int)
    /// It says something of a call of another record.
    case supplement
    /// It is none of a call, by a rule.
    case skipped(SkipKind)
    /// It cannot be understood and goes to suspense.
    ///
    /// Behind a reference, so that the outcomes of the many sound records stay small.
    indirect case malformed(MalformedReason)
}

/// Something that a record says of a call that another record is about.
public struct CallSupplement: Hashable, Sendable {
    /// The call, as ``CallIdentity/callID`` names it.
    public var callID: String
    /// The leg, as ``CallIdentity/leg`` or ``CallIdentity/relatedLeg`` names it.
    public var leg: String?
    /// The PBX's own key of the record, the same each time it is sent.
    public var rowID: String?
    /// The quality measured.
    public var quality: CallQuality

    /// Makes a supplement.
    public init(callID: String, leg: String?, rowID: String?, quality: CallQuality) {
        self.callID = callID
        self.leg = leg
        self.rowID = rowID
        self.quality = quality
    }
}

/// Why bytes belong to no call, by a rule of the format.
public struct SkipKind: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    /// The name in counts and metrics: small letters and hyphens, from a bounded set.
    public let rawValue: String

    /// Wraps a name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Wraps a name.
    public init(stringLiteral value: StaticString) {
        rawValue = value.description
    }

    /// A line without content.
    public static let emptyLine: SkipKind = "empty-line"
    /// A part of a line end.
    public static let lineEnd: SkipKind = "line-end"
    /// A line of column names or types.
    public static let header: SkipKind = "header"
    /// A page header or a form feed of a printer port.
    public static let pageHeader: SkipKind = "page-header"
    /// A comment added by a tool.
    public static let comment: SkipKind = "comment"
    /// A sign of life.
    public static let keepAlive: SkipKind = "keep-alive"
    /// A record that announces a call which a later record completes.
    public static let startRecord: SkipKind = "start-record"
}

/// Why a raw record cannot be understood.
public struct MalformedReason: Hashable, Sendable, CustomStringConvertible {
    /// The kind of fault, from a bounded set of the driver: small letters and hyphens.
    public let code: String
    /// What is wrong where, and what is expected, without the record's own text: records hold phone numbers.
    public let message: String
    /// Where in the record the fault was seen, in bytes from its beginning.
    public let position: Int?

    /// Makes a reason.
    public init(_ code: String, _ message: String, position: Int? = nil) {
        self.code = code
        self.message = message
        self.position = position
    }

    /// The message, with the place if it is known.
    public var description: String { position.map { "\(message) (byte \($0) of the record)" } ?? message }
}

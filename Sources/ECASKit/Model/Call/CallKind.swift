/// What kind of call it was and how it went.
public struct CallKind: Hashable, Sendable {
    /// Which way it went; absent where neither the record nor the number plan decides it.
    public var direction: Direction?
    /// Local, national, mobile ...: decided by classification.
    public var callClass: CallClass?
    /// How it went; absent where the record does not show it.
    public var disposition: Disposition?
    /// Whether the record is a whole call or a part.
    public var segment: Segment = .whole
    /// What else is true of it.
    public var flags: CallFlags = []
    /// Why it must not be charged; absent for ordinary calls.
    public var notChargeable: NotChargeable?
    /// Why it was redirected, as the PBX reports it.
    public var redirectReason: String?

    /// Makes a kind in which everything is absent.
    @inlinable
    public init() {}
}

/// Which way a call went, seen from the PBX.
public enum Direction: UInt8, Hashable, Sendable, CaseIterable {
    /// From outside to a party of the PBX.
    case inbound = 1
    /// From a party of the PBX to the outside.
    case outbound = 2
    /// Between parties of the PBX or its private network.
    case `internal` = 3
    /// From outside to outside through the PBX.
    case tandem = 4

    /// The word used in files and in the API.
    public var name: String {
        switch self {
        case .inbound: "inbound"
        case .outbound: "outbound"
        case .internal: "internal"
        case .tandem: "tandem"
        }
    }

    /// The direction with that word.
    public init?(name: String) {
        guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}

/// How a call went.
public enum Disposition: UInt8, Hashable, Sendable, CaseIterable {
    /// Somebody or something answered.
    case answered = 1
    /// Nobody answered.
    case unanswered = 2
    /// The called party was busy.
    case busy = 3
    /// It could not be set up.
    case failed = 4
    /// The caller gave up.
    case abandoned = 5

    /// The word used in files and in the API.
    public var name: String {
        switch self {
        case .answered: "answered"
        case .unanswered: "unanswered"
        case .busy: "busy"
        case .failed: "failed"
        case .abandoned: "abandoned"
        }
    }

    /// The disposition with that word.
    public init?(name: String) {
        guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}

/// What sort of destination or origin a call had, from the site's number plan.
public enum CallClass: UInt8, Hashable, Sendable, CaseIterable {
    /// Within the PBX or its private network.
    case `internal` = 1
    /// In the site's own area.
    case local = 2
    /// In the site's country.
    case national = 3
    /// To a mobile network of the site's country.
    case mobile = 4
    /// To another country.
    case international = 5
    /// At a raised price.
    case premium = 6
    /// At a price shared with the called party.
    case sharedCost = 7
    /// Free for the caller.
    case tollFree = 8
    /// To an emergency service.
    case emergency = 9
    /// To a special service number.
    case special = 10
    /// By the private network of the company.
    case privateNetwork = 11
    /// To a voice mailbox.
    case voiceMail = 12

    /// The word used in files and in the API.
    public var name: String {
        switch self {
        case .internal: "internal"
        case .local: "local"
        case .national: "national"
        case .mobile: "mobile"
        case .international: "international"
        case .premium: "premium"
        case .sharedCost: "shared-cost"
        case .tollFree: "toll-free"
        case .emergency: "emergency"
        case .special: "special"
        case .privateNetwork: "private-network"
        case .voiceMail: "voice-mail"
        }
    }

    /// The class with that word.
    public init?(name: String) {
        guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}

/// Whether a record is a whole call or a part of one.
public enum Segment: UInt8, Hashable, Sendable {
    /// The whole call, as far as the PBX shows it.
    case whole = 0
    /// One part of a call; others share its thread.
    case part = 1
    /// Only ringing: another part has the outcome.
    case ring = 2
}

/// Why a record must not be charged to anybody.
public enum NotChargeable: UInt8, Hashable, Sendable {
    /// A fragment left by a transfer; the joined call is charged.
    case transferFragment = 1
    /// A line into a conference bridge whose payer another record names.
    case conferenceBridgeLeg = 2
    /// A leg to a recorder or a supervisor.
    case recordingLeg = 3
}

/// Facts about a call that are true or not; an absent fact is false.
public struct CallFlags: OptionSet, Hashable, Sendable {
    /// The bits, as stored.
    public let rawValue: UInt32

    /// Makes flags from stored bits.
    @inlinable
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Passed on by a party to another.
    public static let transferred = CallFlags(rawValue: 1 << 0)
    /// Redirected before it was answered.
    public static let forwarded = CallFlags(rawValue: 1 << 1)
    /// More than two parties.
    public static let conference = CallFlags(rawValue: 1 << 2)
    /// Answered at another set by call pick-up.
    public static let pickedUp = CallFlags(rawValue: 1 << 3)
    /// Answered by a voice mailbox or an automated attendant: missed, for statistics.
    public static let voiceMail = CallFlags(rawValue: 1 << 4)
    /// Direct inward system access.
    public static let directInwardSystemAccess = CallFlags(rawValue: 1 << 5)
    /// A leg to a recorder.
    public static let recording = CallFlags(rawValue: 1 << 6)
    /// A leg to a supervisor listening in.
    public static let monitoring = CallFlags(rawValue: 1 << 7)
    /// The PBX printed the number with digits hidden.
    public static let maskedDigits = CallFlags(rawValue: 1 << 8)
    /// Data or fax, not speech.
    public static let dataCall = CallFlags(rawValue: 1 << 9)
    /// To an emergency service.
    public static let emergency = CallFlags(rawValue: 1 << 10)
    /// Marked private by its user.
    public static let privateCall = CallFlags(rawValue: 1 << 11)
    /// Handled by an attendant.
    public static let attendant = CallFlags(rawValue: 1 << 12)
    /// The record does not show all legs.
    public static let legsIncomplete = CallFlags(rawValue: 1 << 13)
    /// Has video.
    public static let video = CallFlags(rawValue: 1 << 14)
    /// The PBX said something that its documentation does not explain; the reading is the likeliest.
    public static let unusual = CallFlags(rawValue: 1 << 15)
    /// Reported as malicious.
    public static let malicious = CallFlags(rawValue: 1 << 16)
}

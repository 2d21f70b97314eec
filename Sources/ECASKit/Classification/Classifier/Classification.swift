public import ECASModel

/// What classification found out about a call, and by which rules.
public struct Classification: Hashable, Sendable {
    /// Which way the call went; absent where nothing decides it.
    public var direction: Direction?
    /// What decided the direction.
    public var directionRule: DirectionRule
    /// What sort of destination or origin it had; absent where the record shows no number to tell by.
    public var callClass: CallClass?
    /// What decided the class.
    public var classRule: ClassRule
    /// The outside number in international form; absent if there is none or it cannot be made.
    public var e164: E164Number?
    /// The outside number if it is a service number without an international form.
    public var serviceNumber: ServiceNumber?

    /// Makes a result.
    public init(
        direction: Direction?, directionRule: DirectionRule, callClass: CallClass?, classRule: ClassRule,
        e164: E164Number? = nil, serviceNumber: ServiceNumber? = nil
    ) {
        self.direction = direction
        self.directionRule = directionRule
        self.callClass = callClass
        self.classRule = classRule
        self.e164 = e164
        self.serviceNumber = serviceNumber
    }
}

/// What decided the direction of a call.
public enum DirectionRule: UInt8, Hashable, Sendable, CaseIterable {
    /// Nothing did.
    case undecided = 0
    /// The PBX's record says it.
    case record = 1
    /// The record names an incoming, an outgoing line or both.
    case trunks = 2
    /// The number plan knows which of the parties is inside.
    case numberPlan = 3
    /// An extension is charged for a call to an outside number.
    case chargedExtension = 4

    /// The rule in words.
    public var text: String {
        switch self {
        case .undecided: "neither the record nor the number plan decides the direction"
        case .record: "the PBX says so"
        case .trunks: "by the outside lines that the record names"
        case .numberPlan: "by the number plan: which of the parties is an extension"
        case .chargedExtension: "an extension is charged for a call to an outside number"
        }
    }
}

/// What decided the class of a call.
public enum ClassRule: UInt8, Hashable, Sendable, CaseIterable {
    /// There is no outside number, or it is withheld.
    case noNumber = 0
    /// The outside number is no row of digits.
    case notDigits = 1
    /// The direction is not known.
    case noDirection = 2
    /// Both parties are inside.
    case internalCall = 3
    /// A code for the PBX was dialled.
    case featureCode = 4
    /// A voice mailbox was reached.
    case voiceMail = 5
    /// It begins with a prefix of the private network.
    case privateNetworkPrefix = 6
    /// It is an emergency number.
    case emergencyNumber = 7
    /// It begins like a service number.
    case specialPrefix = 8
    /// It begins like a number free for the caller.
    case tollFreePrefix = 9
    /// It begins like a number with a shared price.
    case sharedCostPrefix = 10
    /// It begins like a number at a raised price.
    case premiumPrefix = 11
    /// It begins like a number of a mobile network.
    case mobilePrefix = 12
    /// It has the site's own area code.
    case ownAreaCode = 13
    /// It was dialled without any prefix.
    case noPrefix = 14
    /// It is a number of the site's country.
    case nationalNumber = 15
    /// It has another country code.
    case otherCountryCode = 16
    /// It has the code of a worldwide service: +800, +808 or +979 (ITU-T E.164, list of assigned country codes).
    case worldwideService = 17

    /// The rule in words.
    public var text: String {
        switch self {
        case .noNumber: "the record shows no outside number"
        case .notDigits: "the outside number is no row of digits"
        case .noDirection: "the direction is not known"
        case .internalCall: "both parties are inside"
        case .featureCode: "a code for the PBX was dialled"
        case .voiceMail: "a voice mailbox was reached"
        case .privateNetworkPrefix: "a prefix of the private network was dialled"
        case .emergencyNumber: "it is an emergency number"
        case .specialPrefix: "it begins like a service number"
        case .tollFreePrefix: "it begins like a number free for the caller"
        case .sharedCostPrefix: "it begins like a number with a shared price"
        case .premiumPrefix: "it begins like a number at a raised price"
        case .mobilePrefix: "it begins like a number of a mobile network"
        case .ownAreaCode: "it has the site's own area code"
        case .noPrefix: "it was dialled without a prefix"
        case .nationalNumber: "it is a number of the site's country"
        case .otherCountryCode: "it has the code of another country"
        case .worldwideService: "it has the code of a worldwide service"
        }
    }
}

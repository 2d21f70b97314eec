/// Why a call costs nothing whatever the tariff says.
public enum FreeCallRule: String, Hashable, Sendable, CaseIterable {
    /// The record must not be charged: another record of the same call is.
    case notChargeable = "not-chargeable"
    /// Nobody answered, or the record shows ringing only.
    case unanswered = "unanswered"
    /// It was over within the first second.
    case noTalkTime = "no-talk-time"
    /// It came in: the caller pays.
    case inbound = "inbound"
    /// It stayed inside, or in the company's private network.
    case `internal` = "internal"

    /// The rule in words.
    public var text: String {
        switch self {
        case .notChargeable: "the record is a part of a call whose price another record carries"
        case .unanswered: "nobody answered"
        case .noTalkTime: "there was no talk time"
        case .inbound: "it came in, so the caller pays"
        case .internal: "it did not leave the company's own network"
        }
    }
}

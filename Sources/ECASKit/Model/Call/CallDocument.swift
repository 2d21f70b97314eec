/// A call record in the flat form in which people and programs read it: `ecas parse`, fixtures, exports, the API.
///
/// Keys are small letters with underscores, units stand in them, values that the record cannot decide are absent, flags
/// are there only when true. Times are RFC 3339 with the offset of the PBX's zone, without one where the zone is unknown.
public struct CallDocument: Codable, Hashable, Sendable {
    /// Seizure, off-hook or arrival.
    public var start: String?
    /// When it was answered.
    public var answer: String?
    /// When it ended.
    public var end: String?
    /// Talk time in seconds.
    public var durationSeconds: Int32?
    /// From arrival to answer or hang-up, in seconds.
    public var ringSeconds: Int32?
    /// `inbound`, `outbound`, `internal` or `tandem`.
    public var direction: String?
    /// `answered`, `unanswered`, `busy`, `failed` or `abandoned`.
    public var disposition: String?
    /// The caller.
    public var calling: String?
    /// The party called.
    public var called: String?
    /// The digits dialled or received.
    public var dialed: String?
    /// The extension charged.
    public var chargedExtension: String?
    /// The trunk it came in by.
    public var trunkIn: String?
    /// The trunk it went out by.
    public var trunkOut: String?
    /// Account code.
    public var accountCode: String?
    /// Authorisation code.
    public var authCode: String?
    /// The PBX's identifier of the call.
    public var callID: String?
    /// What ties the segments of one conversation.
    public var thread: String?
    /// Passed on by a party to another.
    public var transferred: Bool?
    /// More than two parties.
    public var conference: Bool?
    /// Meter pulses of the PBX.
    public var meterPulses: Int32?
    /// The PBX's own charge as a decimal number.
    public var cost: String?
    /// The currency of `cost`.
    public var currency: String?
    /// Release cause as the PBX reports it.
    public var cause: String?

    /// The keys in the order in which columns are printed.
    public enum CodingKeys: String, CodingKey, CaseIterable, Sendable {
        case start, answer, end
        case durationSeconds = "duration_s"
        case ringSeconds = "ring_s"
        case direction, disposition, calling, called, dialed
        case chargedExtension = "extension"
        case trunkIn = "trunk_in"
        case trunkOut = "trunk_out"
        case accountCode = "account_code"
        case authCode = "auth_code"
        case callID = "call_id"
        case thread, transferred, conference
        case meterPulses = "meter_pulses"
        case cost, currency, cause
    }

    /// Makes the flat form of a call record.
    public init(_ call: CallRecord) {
        start = call.times.start?.description
        answer = call.times.answer?.description
        end = call.times.end?.description
        durationSeconds = call.times.durationSeconds
        ringSeconds = call.times.ringSeconds
        direction = call.kind.direction?.name
        disposition = call.kind.disposition?.name
        calling = call.parties.calling?.text
        called = call.parties.called?.text
        dialed = call.parties.dialed?.text
        chargedExtension = call.parties.chargedExtension
        trunkIn = call.trunks.incoming
        trunkOut = call.trunks.outgoing
        accountCode = call.codes.account
        authCode = call.codes.authorisation
        callID = call.identity.callID
        thread = call.identity.thread
        transferred = call.kind.flags.contains(.transferred) ? true : nil
        conference = call.kind.flags.contains(.conference) ? true : nil
        meterPulses = call.pbxCharge?.meterPulses
        cost = call.pbxCharge?.amountNanounits.map(DecimalText.text(nanounits:))
        currency = call.pbxCharge?.currency?.code
        cause = call.release.cause
    }

    /// The value of a key as text, for tables and separated files; empty where it is absent.
    public func text(_ key: CodingKeys) -> String {
        switch key {
        case .start: start ?? ""
        case .answer: answer ?? ""
        case .end: end ?? ""
        case .durationSeconds: durationSeconds.map(String.init) ?? ""
        case .ringSeconds: ringSeconds.map(String.init) ?? ""
        case .direction: direction ?? ""
        case .disposition: disposition ?? ""
        case .calling: calling ?? ""
        case .called: called ?? ""
        case .dialed: dialed ?? ""
        case .chargedExtension: chargedExtension ?? ""
        case .trunkIn: trunkIn ?? ""
        case .trunkOut: trunkOut ?? ""
        case .accountCode: accountCode ?? ""
        case .authCode: authCode ?? ""
        case .callID: callID ?? ""
        case .thread: thread ?? ""
        case .transferred: transferred == true ? "true" : ""
        case .conference: conference == true ? "true" : ""
        case .meterPulses: meterPulses.map(String.init) ?? ""
        case .cost: cost ?? ""
        case .currency: currency ?? ""
        case .cause: cause ?? ""
        }
    }
}

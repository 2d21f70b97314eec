/// One talk segment charged to one party: what every driver makes of its PBX's records.
///
/// Segments of one conversation share ``CallIdentity/thread``; transfers and forwards are visible as segments. A value
/// that the raw record cannot decide is absent, never guessed. The format page of each driver says which field of the
/// PBX fills what.
///
/// The parts that nearly every record has lie in the record itself; the rare ones are behind references that cost
/// nothing while absent, because records are made and moved by the million.
public struct CallRecord: Hashable, Sendable {
    /// What the PBX calls this call, and how its records belong together.
    public var identity: CallIdentity
    /// When it was and how long its phases took.
    public var times: CallTimes
    /// Who called whom, and whose call it is.
    public var parties: CallParties
    /// The outside lines used.
    public var trunks: CallTrunks
    /// Account, authorisation and other codes entered for the call.
    public var codes: CallCodes
    /// What kind of call it was and how it went.
    public var kind: CallKind
    /// Why and by whom it was ended.
    public var release: CallRelease
    /// What the PBX itself says of the charge; absent if it says nothing.
    public var pbxCharge: PBXCharge?
    /// Voice quality per leg, where the PBX measures it.
    public var quality: [CallQuality]
    /// Which driver read it from which raw record.
    public var provenance: CallProvenance

    /// Makes a record in which everything is absent.
    @inlinable
    @inline(__always)
    public init() {
        identity = CallIdentity()
        times = CallTimes()
        parties = CallParties()
        trunks = CallTrunks()
        codes = CallCodes()
        kind = CallKind()
        release = CallRelease()
        quality = []
        provenance = CallProvenance()
    }
}

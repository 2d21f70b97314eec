/// What the PBX calls a call, and how its records belong together.
public struct CallIdentity: Hashable, Sendable {
    /// The PBX's own identifier of the call; all parts of a call share it.
    ///
    /// Unique only within one PBX and one stretch of time.
    public var callID: String?
    /// The conversation: segments with the same thread within one PBX belong together.
    public var thread: String?
    /// This leg, where the PBX numbers legs.
    public var leg: String?
    /// The leg that this one continues, replaces or is joined to.
    public var relatedLeg: String?
    /// The PBX's own key of the record, the same each time the record is sent: what re-sends are recognised by.
    public var rowID: String?
    /// The number the PBX gave the record in its output, where it numbers them: gaps show losses.
    public var sequence: Int64?
    /// The node or gateway that wrote the record.
    public var node: String?

    /// Makes an identity in which everything is absent.
    @inlinable
    public init() {}
}

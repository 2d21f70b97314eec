/// The outside lines that a call used.
public struct CallTrunks: Hashable, Sendable {
    /// The trunk it came in by.
    public var incoming: String?
    /// The trunk it went out by.
    public var outgoing: String?
    /// Channel or member within the incoming trunk.
    public var incomingMember: String?
    /// Channel or member within the outgoing trunk.
    public var outgoingMember: String?
    /// The route chosen.
    public var route: String?

    /// Makes trunks in which everything is absent.
    @inlinable
    public init() {}
}

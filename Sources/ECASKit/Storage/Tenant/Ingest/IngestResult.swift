public import ECASModel

/// What a batch did: `received = stored + suspended + duplicate + skipped + repeated`.
public struct IngestResult: Hashable, Sendable {
    /// Raw records in the batch.
    public var received = 0
    /// Raw records stored as understood.
    public var stored = 0
    /// Raw records stored in suspense.
    public var suspended = 0
    /// Raw records that were there already, by content: the PBX sent them again.
    ///
    /// Nothing of them was stored.
    public var duplicate = 0
    /// Raw records that a rule leaves out.
    public var skipped = 0
    /// Raw records that an earlier batch of the stream has committed already.
    ///
    /// Nothing of them was stored.
    public var repeated = 0
    /// Calls stored.
    public var callsStored = 0
    /// The greatest key of a stored call after the batch, 0 if there is none.
    public var highestCallID = CallID(0)

    /// Makes a result of nothing.
    public init() {}
}

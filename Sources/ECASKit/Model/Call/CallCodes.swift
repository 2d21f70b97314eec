/// Codes that were entered for a call.
public struct CallCodes: Hashable, Sendable {
    /// Account or client matter code.
    public var account: String?
    /// Authorisation code.
    public var authorisation: String?
    /// The rarer codes; reading a field of an absent set gives an absent field.
    public var others: OtherCodes {
        get { storedOthers?.value ?? OtherCodes() }
        set { storedOthers = newValue == OtherCodes() ? nil : Boxed(newValue) }
    }

    @usableFromInline var storedOthers: Boxed<OtherCodes>?

    /// Makes codes in which everything is absent.
    @inlinable
    public init() {}
}

/// The codes that few records carry.
public struct OtherCodes: Hashable, Sendable {
    /// What the authorisation code stands for.
    public var authorisationDescription: String?
    /// The level the authorisation code gives.
    public var authorisationLevel: Int32?
    /// The PBX's cost centre.
    public var costCentre: String?
    /// The PBX's company or tenant.
    public var company: String?

    /// Makes a set in which everything is absent.
    public init() {}
}

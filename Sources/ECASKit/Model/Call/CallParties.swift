/// Who called whom, and whose call it is.
public struct CallParties: Hashable, Sendable {
    /// The caller as presented.
    public var calling: PhoneNumber?
    /// The party that the call is to, after redirection as far as the record shows it.
    public var called: PhoneNumber?
    /// What was dialled or received as digits, where it differs from or explains `called`.
    public var dialed: PhoneNumber?
    /// The extension the call is charged to.
    public var chargedExtension: String?
    /// The caller's name as the PBX prints it.
    public var callingName: String?
    /// The called party's name as the PBX prints it.
    public var calledName: String?
    /// The rarer parties; reading a field of an absent set gives an absent field.
    public var others: OtherParties {
        get { storedOthers?.value ?? OtherParties() }
        set { storedOthers = newValue == OtherParties() ? nil : Boxed(newValue) }
    }

    @usableFromInline var storedOthers: Boxed<OtherParties>?

    /// Makes parties in which everyone is absent.
    @inlinable
    public init() {}
}

/// The parties that few records name.
public struct OtherParties: Hashable, Sendable {
    /// The caller's number as the network verified it.
    public var networkCalling: PhoneNumber?
    /// The result of verifying the caller's number (STIR/SHAKEN), as printed.
    public var callingVerification: String?
    /// The number really sent to the network, after least cost routing.
    public var sent: PhoneNumber?
    /// The direct dial-in number or DNIS that the network delivered.
    public var directDialIn: PhoneNumber?
    /// Who was connected in the end.
    public var connected: PhoneNumber?
    /// The mobile number of a mobility call.
    public var mobile: PhoneNumber?
    /// The user charged, as the PBX names him.
    public var user: String?
    /// The device of the calling side.
    public var callingDevice: String?
    /// The device of the called side.
    public var calledDevice: String?
    /// Who forwarded or redirected the call last.
    public var forwarding: PhoneNumber?
    /// Who transferred the call.
    public var transferring: PhoneNumber?
    /// Who answered first, before a transfer.
    public var firstAnswering: PhoneNumber?
    /// Hunt group, pilot or vector directory number.
    public var huntGroup: String?

    /// Makes a set in which everyone is absent.
    public init() {}
}

/// What a call costs, and how far that is known.
public struct CallPrice: Hashable, Sendable {
    /// How far the price is known.
    public var state: State
    /// What the carrier charges the company.
    public var carrierCost: Money?
    /// What the company charges the user, department or customer.
    public var charge: Money?
    /// The tariff and its version.
    public var tariff: String?
    /// How the price came about, as compact text that the rating engine can explain in words.
    public var trace: String?

    /// Makes a price.
    public init(
        state: State, carrierCost: Money? = nil, charge: Money? = nil, tariff: String? = nil, trace: String? = nil
    ) {
        self.state = state
        self.carrierCost = carrierCost
        self.charge = charge
        self.tariff = tariff
        self.trace = trace
    }

    /// A call nobody has rated yet.
    public static let unrated = CallPrice(state: .unrated)

    /// How far the price of a call is known.
    public enum State: Hashable, Sendable {
        /// Not rated yet, or there is nothing to rate.
        case unrated
        /// Rated; free calls are rated with a price of nought.
        case rated
        /// Rating could not decide; the reason says what to mend.
        case failed(reason: String)
    }
}

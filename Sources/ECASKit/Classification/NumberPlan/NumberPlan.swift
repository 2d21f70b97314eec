/// How numbers are dialled at a site: what an extension looks like, what leads outside, and what the prefixes mean.
///
/// Its JSON form has the names of the properties in small letters with underscores; absent lists are empty:
/// ```json
/// {
///   "name": "Berlin", "country_code": "49", "area_code": "30",
///   "national_prefix": "0", "international_prefixes": ["00"],
///   "trunk_prefixes": ["0"], "trunk_prefix_use": "recorded",
///   "national_number_lengths": {"shortest": 5, "longest": 12},
///   "extensions": {"ranges": [{"from": "200", "to": "299"}], "lengths": [4]},
///   "voice_mail_numbers": ["900"], "private_network_prefixes": ["81"],
///   "emergency_numbers": ["110", "112"], "special_prefixes": ["115", "116", "118"],
///   "toll_free_prefixes": ["800"], "shared_cost_prefixes": ["180"],
///   "premium_prefixes": ["900"], "mobile_prefixes": ["15", "16", "17"]
/// }
/// ```
public struct NumberPlan: Hashable, Sendable, Encodable {
    /// The name shown, for example of the site.
    public var name: String
    /// The country calling code of ITU-T E.164, without `+`: `49`.
    public var countryCode: String
    /// The site's own area code without the national prefix: `30`; empty if the country has none or it is not set.
    ///
    /// While it is not set, numbers dialled without a prefix have no international form, and so no price.
    public var areaCode = ""
    /// What is dialled before a number of the own country: `0`; empty where nothing is.
    public var nationalPrefix = ""
    /// Whether a number of national length may be dialled without the national prefix, as in North America.
    public var nationalPrefixOptional = false
    /// What is dialled before a number of another country: `00`.
    public var internationalPrefixes: [String] = []
    /// What is dialled for an outside line: `0` or `9`.
    public var trunkPrefixes: [String] = []
    /// Whether the PBX's records show the outside line's digits.
    public var trunkPrefixUse: TrunkPrefixUse = .detect
    /// How many digits a number of the own country has, without the national prefix and the country code.
    public var nationalNumberLengths = DigitCount(shortest: 4, longest: 12)
    /// What the site's extensions look like.
    public var extensions = ExtensionPlan()
    /// Numbers that lead to voice mailboxes.
    public var voiceMailNumbers: [String] = []
    /// What is dialled before a number of the company's other sites.
    public var privateNetworkPrefixes: [String] = []
    /// The numbers of emergency services, in full.
    public var emergencyNumbers: [String] = []
    /// The beginnings of service numbers that are dialled without any prefix: `118`.
    ///
    /// Only numbers of at most six digits are taken for one, so that `988` does not catch local numbers that begin
    /// likewise.
    public var specialPrefixes: [String] = []
    /// The beginnings of national numbers, without the national prefix, that are free for the caller.
    public var tollFreePrefixes: [String] = []
    /// The beginnings of national numbers, without the national prefix, whose price is shared.
    public var sharedCostPrefixes: [String] = []
    /// The beginnings of national numbers, without the national prefix, at a raised price.
    public var premiumPrefixes: [String] = []
    /// The beginnings of national numbers, without the national prefix, of mobile networks.
    public var mobilePrefixes: [String] = []

    /// Makes a plan of which only name and country are known.
    public init(name: String, countryCode: String) {
        self.name = name
        self.countryCode = countryCode
    }

    /// Whether records show the digits for an outside line.
    public enum TrunkPrefixUse: String, Hashable, Sendable, Codable, CaseIterable {
        /// They do: the digits are taken away where they are there.
        case recorded
        /// They do not: nothing is taken away.
        case removed
        /// Nobody knows: they are taken away where only that makes a complete number. Where outside line and national
        /// prefix are the same digit this can go wrong (`0030…` may be Berlin or Greece): set one of the others.
        case detect
    }

    /// A number of digits, from and to.
    public struct DigitCount: Hashable, Sendable, Codable {
        /// The fewest.
        public var shortest: Int
        /// The most.
        public var longest: Int

        /// Makes a range.
        public init(shortest: Int, longest: Int) {
            self.shortest = shortest
            self.longest = longest
        }
    }
}

/// What the extensions of a site look like.
public struct ExtensionPlan: Hashable, Sendable, Encodable {
    /// Blocks of extensions.
    public var ranges: [ExtensionRange]
    /// Any digits of such a length are an extension, unless they are an emergency or a special number.
    public var lengths: [Int]

    /// Makes a plan.
    public init(ranges: [ExtensionRange] = [], lengths: [Int] = []) {
        self.ranges = ranges
        self.lengths = lengths
    }
}

/// A block of extensions of equal length.
public struct ExtensionRange: Hashable, Sendable, Codable {
    /// The first extension.
    public var from: String
    /// The last extension, as long as the first.
    public var to: String

    /// Makes a block.
    public init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}

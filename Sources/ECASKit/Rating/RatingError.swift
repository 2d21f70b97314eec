/// Why a tariff cannot be used, or a price not be explained.
public struct RatingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, stable for programs.
    public let code: Code
    /// What went wrong and what to do, for people.
    public let message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }

    /// What went wrong, stable for programs.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as printed in answers and metrics.
        public let rawValue: String

        /// Wraps a code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A tariff cannot be read, or a field of it makes no sense.
        public static let unusableTariff = Code(rawValue: "unusable-tariff")
        /// The versions of a tariff do not go together.
        public static let unusableVersions = Code(rawValue: "unusable-versions")
        /// A stored trace is not one that this release or an earlier one wrote.
        public static let unreadableTrace = Code(rawValue: "unreadable-trace")
    }
}

/// Why calls cannot be classified with a number plan.
public struct ClassificationError: Error, Hashable, Sendable, CustomStringConvertible {
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

        /// A number plan cannot be read, or a field of it makes no sense.
        public static let unusableNumberPlan = Code(rawValue: "unusable-number-plan")
        /// There is no ready-made number plan of that name.
        public static let unknownNumberPlan = Code(rawValue: "unknown-number-plan")
    }
}

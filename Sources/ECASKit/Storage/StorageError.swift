/// Why a database could not do what it was asked.
///
/// ``description`` never holds values of rows: rows hold phone numbers.
public struct StorageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, stable for programs.
    public let code: Code
    /// What went wrong and what to do, for people.
    public let message: String
    /// What the engine calls it: SQLite's extended result code in decimal, or an SQLSTATE; absent if the engine was not
    /// the one to complain.
    public let engineCode: String?

    /// Makes an error.
    public init(_ code: Code, _ message: String, engineCode: String? = nil) {
        self.code = code
        self.message = message
        self.engineCode = engineCode
    }

    /// The message, and the engine's own code if there is one.
    public var description: String { engineCode.map { "\(message) (engine code \($0))" } ?? message }

    /// What went wrong, stable for programs.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as printed in logs and metrics.
        public let rawValue: String

        /// Wraps a code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Another process held the database for longer than the time-out; trying again may help.
        public static let busy = Code(rawValue: "busy")
        /// A value that must be unique is there already.
        public static let duplicate = Code(rawValue: "duplicate")
        /// A rule of the schema other than uniqueness forbids the change.
        public static let constraint = Code(rawValue: "constraint")
        /// The database was written by a newer program.
        public static let newerSchema = Code(rawValue: "newer-schema")
        /// The database is not of the kind, or not of the tenant, that was expected.
        public static let wrongDatabase = Code(rawValue: "wrong-database")
        /// The database cannot be reached, opened, read or written.
        public static let unavailable = Code(rawValue: "unavailable")
        /// There is no room left.
        public static let full = Code(rawValue: "full")
        /// The database holds what it cannot hold if it is sound.
        public static let corrupt = Code(rawValue: "corrupt")
        /// What should be changed is not there.
        public static let notFound = Code(rawValue: "not-found")
        /// The caller asked for something that makes no sense; the message says what.
        public static let invalidRequest = Code(rawValue: "invalid-request")
        /// The engine failed in a way that has no code of its own here.
        public static let engine = Code(rawValue: "engine")
    }
}

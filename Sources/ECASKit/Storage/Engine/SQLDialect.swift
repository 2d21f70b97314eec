/// The words in which an engine's schema statements differ from others'.
///
/// Schema statements are written once; `{identity}`, `{key}` and `{bytes}` stand for these words.
public struct SQLDialect: Hashable, Sendable {
    /// The engine's name in messages.
    public let engine: String
    /// Type and constraint of a primary key that the engine gives out, never twice, even after deletion.
    public let identity: String
    /// Type and constraint of a 64-bit primary key that the store gives out.
    public let key: String
    /// The type of byte strings.
    public let bytes: String
    /// Statements that keep every other migration out for the rest of the transaction, where writing alone does not.
    public let migrationLock: [String]

    /// Describes an engine.
    public init(engine: String, identity: String, key: String, bytes: String, migrationLock: [String]) {
        self.engine = engine
        self.identity = identity
        self.key = key
        self.bytes = bytes
        self.migrationLock = migrationLock
    }

    /// A schema statement with this engine's words put in.
    func statement(_ template: String) -> String {
        var statement = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            statement += rest[..<open]
            switch rest[rest.index(after: open)..<close] {
            case "identity": statement += identity
            case "key": statement += key
            case "bytes": statement += bytes
            case let other: statement += "{\(other)}"
            }
            rest = rest[rest.index(after: close)...]
        }
        return statement + rest
    }
}

/// One step in the life of a schema.
///
/// Steps are only ever added: a database that has taken a step keeps it.
public struct Migration: Hashable, Sendable {
    /// What the step does, in a few words; written into the database and compared on every start.
    public let name: String
    /// The statements, each one statement, with the words of ``SQLDialect`` in braces.
    public let statements: [String]

    /// Describes a step.
    public init(_ name: String, _ statements: [String]) {
        self.name = name
        self.statements = statements
    }
}

/// A schema: what it is called and the steps that lead to it.
///
/// The version of a database is the number of steps taken.
public struct Schema: Hashable, Sendable {
    /// What a database with this schema is called in messages.
    public let name: String
    /// All steps, the first first.
    public let migrations: [Migration]

    /// Describes a schema.
    public init(name: String, migrations: [Migration]) {
        self.name = name
        self.migrations = migrations
    }
}

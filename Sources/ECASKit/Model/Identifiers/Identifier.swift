/// A database key that knows what it is the key of, so that a tenant's key cannot be handed in where a call's is meant.
///
/// Keys are positive 64-bit integers given out by the store. `Entity` is only a mark; no value of it ever exists.
public struct Identifier<Entity>: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The key as the database holds it.
    public let rawValue: Int64

    /// Wraps a key read from the database.
    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Wraps a key read from the database.
    public init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Decodes the bare integer.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Encodes the bare integer.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// Earlier keys come first.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The bare integer.
    public var description: String { String(rawValue) }
}

/// Marks for ``Identifier``: what a key is the key of.
public enum Entity {
    /// A customer of the installation, with a database of its own.
    public enum Tenant {}
    /// A place with one number plan and one time zone.
    public enum Site {}
    /// A telephone system.
    public enum PBX {}
    /// A stored call record.
    public enum Call {}
    /// A stored raw record.
    public enum RawRecord {}
    /// One connection of a PBX, or one file: what records are numbered within.
    public enum Stream {}
    /// A person who can log in.
    public enum User {}
    /// A running collector.
    public enum Collector {}
    /// A tariff.
    public enum Tariff {}
}

/// The key of a tenant in the master database.
public typealias TenantID = Identifier<Entity.Tenant>
/// The key of a site in the master database.
public typealias SiteID = Identifier<Entity.Site>
/// The key of a PBX in the master database.
public typealias PBXID = Identifier<Entity.PBX>
/// The key of a call in its tenant's database.
public typealias CallID = Identifier<Entity.Call>
/// The key of a raw record in its tenant's database.
public typealias RawRecordID = Identifier<Entity.RawRecord>
/// The key of a stream of a PBX: unique and rising within the PBX, whichever collector opened it.
public typealias StreamID = Identifier<Entity.Stream>
/// The key of a user in the master database.
public typealias UserID = Identifier<Entity.User>
/// The key of a collector in the master database.
public typealias CollectorID = Identifier<Entity.Collector>
/// The key of a tariff in its tenant's database.
public typealias TariffID = Identifier<Entity.Tariff>

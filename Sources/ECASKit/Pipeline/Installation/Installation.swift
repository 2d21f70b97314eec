public import ECASModel
public import ECASStorage
import ECASStorageSQLite
public import Foundation

/// The databases of one installation of ECAS, on SQLite in one folder.
///
/// `master.sqlite` holds what is configured, `tenant-KEY.sqlite` a tenant, `spool/` one file a collector. Any number of
/// processes may have an installation open at the same time.
public struct Installation: Sendable {
    /// The folder.
    public let home: URL
    /// What is configured, who may log in, and how the collectors are.
    public let master: MasterStore
    private let masterDatabase: SQLiteDatabase
    private let tenants: TenantStores

    /// Opens an installation.
    ///
    /// - Throws: ``InstallationError`` if there is none in the folder, `StorageError` if it cannot be opened.
    public static func open(home: URL, now: Instant) async throws -> Installation {
        let file = masterFile(in: home)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw InstallationError(
                .notInitialised, "There is no ECAS installation in \(home.path). Make one with 'ecas init'.")
        }
        return try await Installation(home: home, now: now)
    }

    /// Opens an installation, or begins an empty one.
    package init(home: URL, now: Instant) async throws {
        self.home = home
        let engine = SQLiteEngine(folder: home.path, options: SQLiteOptions(durability: .full))
        tenants = TenantStores(engine: engine)
        masterDatabase = try await SQLiteDatabase.open(path: Self.masterFile(in: home).path)
        master = try await MasterStore.open(masterDatabase, now: now)
    }

    static func masterFile(in home: URL) -> URL { home.appendingPathComponent("master.sqlite") }

    /// The address of a new tenant's database.
    package static func databaseAddress(of tenant: TenantID) -> String { SQLiteEngine.address(ofTenant: tenant) }

    /// Opens a tenant's database, once for each process.
    ///
    /// - Throws: `StorageError` if it cannot be opened.
    public func store(of tenant: Tenant, now: Instant) async throws -> TenantStore {
        try await tenants.store(of: tenant, now: now)
    }

    /// Opens the spool of a collector, making it if there is none.
    ///
    /// - Throws: `StorageError` if it cannot be opened.
    public func spoolDatabase(collector: String) async throws -> any SQLDatabase {
        let file = home.appendingPathComponent("spool").appendingPathComponent("\(collector).sqlite")
        return try await SQLiteDatabase.open(path: file.path, options: SQLiteOptions(durability: .full))
    }

    /// Closes all databases.
    ///
    /// - Throws: `StorageError` if one does not close.
    public func close() async throws {
        try await tenants.close()
        try await masterDatabase.close()
    }
}

/// Why an installation cannot be used.
public struct InstallationError: Error, Hashable, Sendable, CustomStringConvertible {
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
        /// The code as printed.
        public let rawValue: String

        /// Wraps a code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// There is no installation in the folder.
        public static let notInitialised = Code(rawValue: "not-initialised")
        /// There is one already.
        public static let alreadyInitialised = Code(rawValue: "already-initialised")
        /// A setting cannot be used.
        public static let unusableSetting = Code(rawValue: "unusable-setting")
    }
}

public import ECASStorage
import Foundation

/// Opens databases that are files of one folder.
///
/// Addresses have the form `sqlite:FILE`, where `FILE` is a path, relative to the folder unless it begins with `/`.
public struct SQLiteEngine: SQLEngine {
    private let folder: String
    private let options: SQLiteOptions

    /// Chooses the folder of the installation's databases.
    public init(folder: String, options: SQLiteOptions = SQLiteOptions()) {
        self.folder = folder
        self.options = options
    }

    /// The address of a tenant's database where nothing else is wished.
    ///
    /// - Parameter key: what tells the tenant from others; usually its key.
    /// - Returns: an address of a file of the folder.
    public static func address(ofTenant key: some CustomStringConvertible) -> String { "sqlite:tenant-\(key).sqlite" }

    /// The address of the master database.
    public static let masterAddress = "sqlite:master.sqlite"

    /// Opens the file of an address, making it if there is none.
    ///
    /// - Throws: ``ECASStorage/StorageError``, with ``ECASStorage/StorageError/Code/invalidRequest`` if the address is of
    ///   another form.
    public func open(_ address: String) async throws -> any SQLDatabase {
        let scheme = "sqlite:"
        guard address.hasPrefix(scheme), address.count > scheme.count else {
            throw StorageError(
                .invalidRequest,
                "The database address does not have the form sqlite:FILE. Correct it in the configuration.")
        }
        let file = String(address.dropFirst(scheme.count))
        let path = file.hasPrefix("/") ? file : URL(fileURLWithPath: folder).appendingPathComponent(file).path
        return try await SQLiteDatabase.open(path: path, options: options)
    }
}

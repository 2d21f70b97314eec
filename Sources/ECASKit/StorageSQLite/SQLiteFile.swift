import ECASStorage
import Foundation

/// The file below a database, before SQLite opens it.
enum SQLiteFile {
    /// Makes the folder (mode 0700) and an empty file (mode 0600) where there are none.
    ///
    /// SQLite gives its log files the mode of the database file.
    static func prepare(_ path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StorageError(
                .unavailable,
                "The folder '\(folder.path)' cannot be made (\(error.localizedDescription)). "
                    + "Make it, or give the right to make it.")
        }
        let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            let reason = String(cString: strerror(errno))
            throw StorageError(
                .unavailable, "The database file '\(path)' cannot be opened or made (\(reason)). Check path and rights."
            )
        }
        close(file)
    }
}

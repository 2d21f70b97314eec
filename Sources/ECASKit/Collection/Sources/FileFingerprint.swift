import Crypto
package import Foundation

/// What a file is known by: the SHA-256 of its content.
///
/// Its name says nothing: PBXs overwrite files each week.
package enum FileFingerprint {
    /// Reads the whole file in pieces.
    package static func of(_ file: URL) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        var hash = SHA256()
        while let piece = try handle.read(upToCount: 1_048_576), !piece.isEmpty {
            hash.update(data: piece)
        }
        try handle.close()
        return Array(hash.finalize())
    }
}

import ECASDrivers
import ECASModel
import ECASStorage
import Foundation
import Logging

/// Files appear in a folder, are read and moved to another.
///
/// A file counts as complete when neither its size nor its time has changed between two looks and its name does not
/// begin with `_` or `.` or end with a mark of unfinished transfers. It is known by its content: a copy under another
/// name is moved, not read again, and a name that comes back with other content is read.
struct FolderSource: Source {
    let settings: SourceSettings
    let folder: URL
    let processed: URL
    let spool: Spool
    let report: SourceReporter
    let clock: CollectionClock

    private static let unfinishedEndings = [".tmp", ".part", ".filepart", ".swp"]
    private static let pollMilliseconds: Int64 = 1_000

    func run() async {
        var look = Look()
        while !Task.isCancelled {
            do {
                look = try await poll(look.seen)
                if let trouble = look.trouble { throw trouble }
                report.changed(to: .polling, folder.path)
            } catch is CancellationError {
                break
            } catch {
                report.changed(
                    to: .failed,
                    "Cannot read the folder \(folder.path) or move files to \(processed.path): \(error). "
                        + "Check that both exist and may be written; tried again every second.")
            }
            do { try await clock.sleep(Self.pollMilliseconds) } catch { break }
        }
        report.changed(to: .stopped)
    }

    /// What a file looked like at the last look.
    private struct FileState: Hashable {
        var size: Int
        var changedAt: Date
    }

    /// What one look at the folder found.
    private struct Look {
        /// The files that are not taken yet.
        var seen: [String: FileState] = [:]
        /// Why the first of the files that cannot be taken cannot.
        var trouble: (any Error)?
    }

    /// Takes the files that have not changed since the last look; one that cannot be taken does not hold up the others.
    private func poll(_ before: [String: FileState]) async throws -> Look {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var look = Look()
        for name in names where Self.isComplete(name) {
            let file = folder.appendingPathComponent(name)
            do {
                guard let state = try state(of: file) else { continue }
                look.seen[name] = state
                guard before[name] == state else { continue }
                try await take(file, changedAt: Instant(state.changedAt))
                look.seen[name] = nil
            } catch let error as StorageError {
                throw error
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                guard FileManager.default.fileExists(atPath: file.path) else {
                    report.note(
                        .warning, "file vanished while it was read; its records so far are kept", ["file": "\(name)"])
                    look.seen[name] = nil
                    continue
                }
                look.trouble = look.trouble ?? error
            }
        }
        return look
    }

    private static func isComplete(_ name: String) -> Bool {
        !name.hasPrefix("_") && !name.hasPrefix(".") && !unfinishedEndings.contains { name.hasSuffix($0) }
    }

    /// Size and time of a plain file; nothing for folders and for files that have gone.
    private func state(of file: URL) throws -> FileState? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        guard attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int,
            let changedAt = attributes[.modificationDate] as? Date
        else { return nil }
        return FileState(size: size, changedAt: changedAt)
    }

    /// Reads a file into the spool and moves it away.
    private func take(_ file: URL, changedAt: Instant) async throws {
        let name = file.lastPathComponent
        let fingerprint = try FileFingerprint.of(file)
        let known = try await spool.openFile(
            pbx: settings.pbx, fingerprint: fingerprint, name: name, at: clock.now())
        if known.isFinished {
            report.note(.notice, "file was read before, its content is known; moved away unread", ["file": "\(name)"])
        } else {
            let intake = StreamIntake(
                pbx: settings.pbx, stream: known.stream, session: settings.driver.makeLinkSession(), spool: spool,
                report: report, firstNewSequence: known.recordsTaken, isConnection: false)
            _ = try await intake.connected(at: changedAt)
            let handle = try FileHandle(forReadingFrom: file)
            defer { close(handle) }
            while let piece = try handle.read(upToCount: 262_144), !piece.isEmpty {
                _ = try await intake.receive([UInt8](piece), at: changedAt)
            }
            try await intake.finish(at: changedAt)
            try await spool.finishFile(known)
            report.note(.info, "file read", ["file": "\(name)"])
        }
        try move(file)
    }

    private func close(_ handle: FileHandle) {
        do {
            try handle.close()
        } catch {
            report.note(.warning, "file could not be closed", ["detail": "\(error)"])
        }
    }

    /// Moves a file to the processed folder, under another name if its own is taken.
    private func move(_ file: URL) throws {
        try FileManager.default.createDirectory(at: processed, withIntermediateDirectories: true)
        let name = file.lastPathComponent
        var target = processed.appendingPathComponent(name)
        var number = 2
        while FileManager.default.fileExists(atPath: target.path) {
            target = processed.appendingPathComponent("\(name).\(number)")
            number += 1
        }
        try FileManager.default.moveItem(at: file, to: target)
    }
}

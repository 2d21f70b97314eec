import ECASCollection
import ECASDrivers
import ECASModel
import ECASStorage
import ECASStorageSQLite
import ECASTestSupport
import Foundation
import Logging

extension CollectionClock {
    /// Tells a fixed time; every wait takes a moment only.
    static let quick = CollectionClock(now: { .noon }, sleep: { _ in try await briefPause() }, random: { 0.5 })
}

extension Instant {
    /// 2026-03-11T12:00:00Z.
    static let noon = Instant(seconds: 1_773_230_400)
}

extension PBXID {
    static let first = PBXID(1)
    static let second = PBXID(2)
}

/// An empty spool in a temporary folder, with the database below it.
func withSpool(
    clock: CollectionClock = .quick, onTrouble: @escaping @Sendable ((any Error)?) -> Void = { _ in },
    _ body: (Spool, DatabaseDouble) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        let database = DatabaseDouble(try await openSpoolFile(in: folder))
        let spool = try await Spool(database: database, clock: clock, onTrouble: onTrouble)
        try await body(spool, database)
        try await spool.close()
    }
}

func openSpoolFile(in folder: URL) async throws -> SQLiteDatabase {
    try await SQLiteDatabase.open(path: folder.appendingPathComponent("spool.sqlite").path)
}

extension SpooledRecord {
    /// A record with its number as its text.
    static func numbered(_ sequence: Int64, stream: StreamID = StreamID(1), pbx: PBXID = .first) -> SpooledRecord {
        SpooledRecord(
            pbx: pbx, stream: stream, sequence: sequence, receivedAt: .noon, offset: UInt64(sequence) * 10,
            line: UInt64(sequence) + 1, damage: nil, endedByStream: false, bytes: Array("record \(sequence)".utf8))
    }
}

extension SpoolEntry {
    /// The record that stands here; absent for an end.
    var record: SpooledRecord? {
        guard case .record(let record) = content else { return nil }
        return record
    }

    /// Whose end stands here and the number that would have come next; absent for a record.
    var end: (stream: StreamID, sequence: Int64)? {
        guard case .endOfStream(let stream, let sequence) = content else { return nil }
        return (stream, sequence)
    }
}

extension Spool {
    /// Everything that waits for a PBX.
    func all(of pbx: PBXID = .first) async throws -> [SpoolEntry] {
        var all: [SpoolEntry] = []
        while true {
            let page = try await entries(pbx: pbx, after: all.last?.position ?? 0, limit: 500)
            all += page
            guard page.count == 500 else { return all }
        }
    }

    /// The texts of the records that wait for a PBX, by stream in the order of the streams' first records.
    func texts(of pbx: PBXID = .first) async throws -> [[String]] {
        var order: [StreamID] = []
        var byStream: [StreamID: [String]] = [:]
        for record in try await all(of: pbx).compactMap(\.record) {
            if byStream[record.stream] == nil { order.append(record.stream) }
            byStream[record.stream, default: []].append(String(decoding: record.bytes, as: UTF8.self))
        }
        return order.compactMap { byStream[$0] }
    }

    /// How many ends of streams wait for a PBX.
    func ends(of pbx: PBXID = .first) async throws -> Int {
        try await all(of: pbx).count { $0.end != nil }
    }
}

/// A logger that says nothing.
let silence = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

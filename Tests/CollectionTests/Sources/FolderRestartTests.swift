import ECASCollection
import ECASDrivers
import ECASModel
import ECASStorage
import ECASTestSupport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FolderRestartTests {
    private let lines: any Driver

    init() throws {
        lines = try AvayaIPOffice(settings: DriverSettings())
    }

    /// Where a collector was cut off.
    struct Cut: Sendable, CustomTestStringConvertible {
        /// How many of the file's ten records were durable.
        var durable: Int
        /// How many of those had left the spool for the tenant's database.
        var removed: Int
        /// Whether the end of the stream was durable too, but the file not yet noted as finished.
        var hasEnded = false

        var testDescription: String { "\(durable) durable, \(removed) removed\(hasEnded ? ", ended" : "")" }
    }

    static let cuts =
        (0...10).flatMap { durable in (0...durable).map { Cut(durable: durable, removed: $0) } }
        + [Cut(durable: 10, removed: 0, hasEnded: true), Cut(durable: 10, removed: 10, hasEnded: true)]

    @Test("A file cut off anywhere is read on without loss or repeats", arguments: cuts)
    func readsOn(cut: Cut) async throws {
        let texts = (0..<10).map { "record \($0)" }
        try await withTemporaryFolder { folder in
            let inbox = folder.appendingPathComponent("in")
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
            let file = inbox.appendingPathComponent("a.csv")
            try Data((texts.joined(separator: "\n") + "\n").utf8).write(to: file)
            var left = try await takePart(cut, of: file, texts, in: folder)

            let spool = try await Spool(database: openSpoolFile(in: folder), clock: .quick) { _ in }
            let transport = SourceSettings.Transport.folder(
                inbox, processed: folder.appendingPathComponent("processed"))
            try await withSource(transport, driver: lines, spool: spool) { report in
                try await eventually("the file is moved") { !FileManager.default.fileExists(atPath: file.path) }
                #expect(report.received == Int64(10 - cut.durable))
            }
            left += try await spool.all().compactMap(\.record)
            #expect(Set(left.map(\.stream)).count == 1)
            #expect(left.map(\.sequence) == Array(0..<10))
            #expect(left.map { String(decoding: $0.bytes, as: UTF8.self) } == texts)
            #expect(left.map(\.line) == Array(1...10))
            try await spool.close()
        }
    }

    /// Does what a collector does until it is cut off; gives the records that have left the spool.
    private func takePart(
        _ cut: Cut, of file: URL, _ texts: [String], in folder: URL
    ) async throws -> [SpooledRecord] {
        let spool = try await Spool(database: openSpoolFile(in: folder), clock: .quick) { _ in }
        let known = try await spool.openFile(
            pbx: .first, fingerprint: FileFingerprint.of(file), name: "a.csv", at: .noon)
        let intake = StreamIntake(
            pbx: .first, stream: known.stream, session: lines.makeLinkSession(), spool: spool,
            report: SourceReporter(pbx: "test", logger: silence) {}, isConnection: false)
        let bytes = Array(texts.prefix(cut.durable).map { $0 + "\n" }.joined().utf8)
        _ = try await intake.receive(bytes, at: .noon)
        if cut.hasEnded { try await intake.finish(at: .noon) }
        let removed = try await spool.all().prefix(cut.hasEnded && cut.removed == 10 ? 11 : cut.removed)
        if let last = removed.last { try await spool.remove(pbx: .first, through: last.position) }
        try await spool.close()
        return removed.compactMap(\.record)
    }
}

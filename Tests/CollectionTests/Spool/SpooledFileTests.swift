import ECASCollection
import ECASModel
import ECASTestSupport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SpooledFileTests {
    @Test("A file is known by its content and its PBX, not by its name")
    func isKnownByContent() async throws {
        try await withSpool { spool, _ in
            let first = try await spool.openFile(pbx: .first, fingerprint: [1], name: "a", at: .noon)
            #expect(first.recordsTaken == 0)
            #expect(!first.isFinished)
            #expect(try await spool.openFile(pbx: .first, fingerprint: [1], name: "b", at: .noon) == first)
            let other = try await spool.openFile(pbx: .first, fingerprint: [2], name: "a", at: .noon)
            let foreign = try await spool.openFile(pbx: .second, fingerprint: [1], name: "a", at: .noon)
            #expect(Set([first.stream, other.stream, foreign.stream]).count == 3)
        }
    }

    @Test("How many records an unfinished file has given is known before and after they leave the spool")
    func countsWhatWasTaken() async throws {
        try await withSpool { spool, _ in
            let file = try await spool.openFile(pbx: .first, fingerprint: [1], name: "a", at: .noon)
            let other = try await spool.openFile(pbx: .first, fingerprint: [2], name: "b", at: .noon)
            let records = (Int64(0)..<5).map { SpooledRecord.numbered($0, stream: file.stream) }
            try await spool.enqueue(records, endOf: nil).wait()
            try await spool.enqueue([.numbered(0, stream: other.stream)], endOf: nil).wait()

            func taken() async throws -> Int64 {
                try await spool.openFile(pbx: .first, fingerprint: [1], name: "a", at: .noon).recordsTaken
            }
            #expect(try await taken() == 5)
            let places = try await spool.all().map(\.position)
            try await spool.remove(pbx: .first, through: places[2])
            #expect(try await taken() == 5)
            try await spool.remove(pbx: .first, through: places[5])
            #expect(try await taken() == 5)
            #expect(try await spool.count(pbx: .first) == 0)
            // The other's count is its own.
            let again = try await spool.openFile(pbx: .first, fingerprint: [2], name: "b", at: .noon)
            #expect(again.recordsTaken == 1)
        }
    }

    @Test("A finished file is known as finished, also after the file of the spool was opened anew")
    func remembersFinished() async throws {
        try await withTemporaryFolder { folder in
            let spool = try await Spool(database: openSpoolFile(in: folder), clock: .quick) { _ in }
            let file = try await spool.openFile(pbx: .first, fingerprint: [1], name: "a", at: .noon)
            try await spool.finishFile(file)
            try await spool.close()

            let later = try await Spool(database: openSpoolFile(in: folder), clock: .quick) { _ in }
            let known = try await later.openFile(pbx: .first, fingerprint: [1], name: "a", at: .noon)
            #expect(known.isFinished)
            #expect(known.stream == file.stream)
            try await later.close()
        }
    }
}

import ECASCollection
import ECASDrivers
import ECASModel
import ECASStorage
import ECASTestSupport
import Foundation
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SpoolTests {
    @Test("Records of several sources at once are there when their tickets resolve, each source's in its order")
    func keepsOrder() async throws {
        try await withSpool { spool, _ in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for source in 1...4 {
                    group.addTask {
                        for batch in Int64(0)..<25 {
                            let records = (batch * 3..<batch * 3 + 3).map {
                                SpooledRecord.numbered($0, stream: StreamID(Int64(source)))
                            }
                            try await spool.enqueue(records, endOf: nil).wait()
                            let durable = try await spool.all().compactMap(\.record)
                            #expect(durable.contains(records[2]))
                        }
                    }
                }
                try await group.waitForAll()
            }
            let all = try await spool.all()
            #expect(all.count == 4 * 75)
            #expect(all.map(\.position) == all.map(\.position).sorted())
            for source in Int64(1)...4 {
                let records = all.compactMap(\.record).filter { $0.stream == StreamID(source) }
                #expect(records == (0..<75).map { .numbered($0, stream: StreamID(source)) })
            }
        }
    }

    @Test("What a record says of itself comes back, and so does the end of its stream")
    func keepsEverything() async throws {
        try await withSpool { spool, _ in
            let record = SpooledRecord(
                pbx: .first, stream: StreamID(7), sequence: 3, receivedAt: .noon, offset: .max, line: 9,
                damage: .overlong, endedByStream: true, bytes: [0, 0xFF, 0x0A, 0])
            let empty = SpooledRecord(
                pbx: .first, stream: StreamID(7), sequence: 4, receivedAt: .noon, offset: 0, line: 10, damage: nil,
                endedByStream: false, bytes: [])
            try await spool.enqueue([record, empty], endOf: (.first, StreamID(7), 5)).wait()
            let all = try await spool.all()
            #expect(all.compactMap(\.record) == [record, empty])
            #expect(all.last?.content == .endOfStream(StreamID(7), sequence: 5))
        }
    }

    @Test("What gathers while a commit is under way shares the next one")
    func commitsInGroups() async throws {
        try await withSpool { spool, database in
            database.startCounting()
            database.hold()
            var tickets = [spool.enqueue([.numbered(0)], endOf: nil)]
            try await eventually("the first commit begins") { database.held == 1 }
            for sequence in Int64(1)...50 { tickets.append(spool.enqueue([.numbered(sequence)], endOf: nil)) }
            database.release()
            for ticket in tickets { try await ticket.wait() }
            #expect(database.writes == 2)
            #expect(try await spool.all().compactMap(\.record?.sequence) == Array(0...50))
        }
    }

    @Test("Removing takes what stands up to a place, of one PBX only")
    func removes() async throws {
        try await withSpool { spool, _ in
            for sequence in Int64(0)..<6 {
                try await spool.enqueue([.numbered(sequence, pbx: .first)], endOf: nil).wait()
                try await spool.enqueue([.numbered(sequence, pbx: .second)], endOf: nil).wait()
            }
            let third = try await spool.all(of: .first)[2]
            try await spool.remove(pbx: .first, through: third.position)
            #expect(try await spool.all(of: .first).compactMap(\.record?.sequence) == [3, 4, 5])
            #expect(try await spool.count(pbx: .first) == 3)
            #expect(try await spool.count(pbx: .second) == 6)
        }
    }

    @Test("Everything is there after the file was opened anew, and places go on rising")
    func survivesReopening() async throws {
        try await withTemporaryFolder { folder in
            let first = try await Spool(database: openSpoolFile(in: folder), clock: .quick) { _ in }
            try await first.enqueue([.numbered(0), .numbered(1)], endOf: (.first, StreamID(1), 2)).wait()
            let before = try await first.all()
            try await first.remove(pbx: .first, through: before[2].position)
            try await first.enqueue([.numbered(5)], endOf: nil).wait()
            try await first.close()

            let second = try await Spool(database: openSpoolFile(in: folder), clock: .quick) { _ in }
            try await second.enqueue([.numbered(6)], endOf: nil).wait()
            let after = try await second.all()
            #expect(after.compactMap(\.record) == [.numbered(5), .numbered(6)])
            #expect(after.allSatisfy { $0.position > before[2].position })
            try await second.close()
        }
    }

    @Test("Stream numbers rise while the clock stands still, when it goes back, and after a restart")
    func streamNumbersRise() async throws {
        try await withTemporaryFolder { folder in
            var numbers: [StreamID] = []
            for _ in 0..<2 {
                let spool = try await Spool(database: openSpoolFile(in: folder), clock: .quick) { _ in }
                for milliseconds in [0, 0, 0, 500, 500, -3_600_000, -1, 501] {
                    let now = Instant.noon.advanced(byMilliseconds: Int64(milliseconds))
                    numbers.append(try await spool.openStream(pbx: .first, at: now))
                }
                try await spool.close()
            }
            #expect(zip(numbers, numbers.dropFirst()).allSatisfy(<))
        }
    }

    // MARK: Trouble

    @Test("A commit that fails is tried again; nothing is lost or doubled, and trouble is told once each way")
    func triesAgain() async throws {
        let told = Mutex<[String]>([])
        let note: @Sendable ((any Error)?) -> Void = { error in
            told.withLock { $0.append((error as? StorageError)?.code.rawValue ?? "over") }
        }
        try await withSpool(onTrouble: note) { spool, database in
            try await spool.enqueue([.numbered(0)], endOf: nil).wait()
            for round in Int64(0)..<2 {
                database.failNext(5)
                let tickets = (0..<10).map { spool.enqueue([.numbered(round * 10 + $0 + 1)], endOf: nil) }
                for ticket in tickets { try await ticket.wait() }
            }
            #expect(try await spool.all().compactMap(\.record?.sequence) == Array(0...20))
        }
        #expect(told.withLock { $0 } == ["full", "over", "full", "over"])
    }

    @Test("Closing gives up what cannot be committed, and says so to who waits")
    func closesInTrouble() async throws {
        try await withTemporaryFolder { folder in
            let database = DatabaseDouble(try await openSpoolFile(in: folder))
            let spool = try await Spool(database: database, clock: .quick) { _ in }
            database.failNext(.max)
            let ticket = spool.enqueue([.numbered(0)], endOf: nil)
            try await spool.close()
            await #expect(throws: StorageError.self) { try await ticket.wait() }
        }
    }
}

import ECASCollection
import ECASDrivers
import ECASModel
import ECASStorage
import ECASTestSupport
import Foundation
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct StreamIntakeTests {
    private let driver = AcknowledgingDriver(settings: DriverSettings())

    private func intake(_ spool: Spool, firstNewSequence: Int64 = 0, _ report: SourceReporter? = nil) -> StreamIntake {
        StreamIntake(
            pbx: .first, stream: StreamID(1), session: driver.makeLinkSession(), spool: spool,
            report: report ?? SourceReporter(pbx: "test", logger: silence) {}, firstNewSequence: firstNewSequence,
            isConnection: true)
    }

    @Test("A reply is given only when the records before it are durable")
    func repliesOnceDurable() async throws {
        try await withSpool { spool, database in
            let intake = intake(spool)
            #expect(try await intake.connected(at: .noon).replies == [Array("hello".utf8)])
            database.hold()
            let replies = Mutex<[[UInt8]]>([])
            let receiving = Task {
                let response = try await intake.receive(Array("one\ntwo\n".utf8), at: .noon)
                replies.withLock { $0 = response.replies }
            }
            try await eventually("the commit begins") { database.held == 1 }
            #expect(replies.withLock { $0 } == [])
            #expect(try await spool.count(pbx: .first) == 0)
            database.release()
            try await receiving.value
            #expect(replies.withLock { $0 } == [Array("ack one".utf8), Array("ack two".utf8)])
            #expect(try await spool.texts() == [["one", "two"]])
        }
    }

    @Test("No reply is given for records that cannot be made durable")
    func doesNotReplyInTrouble() async throws {
        try await withTemporaryFolder { folder in
            let database = DatabaseDouble(try await openSpoolFile(in: folder))
            let spool = try await Spool(database: database, clock: .quick) { _ in }
            let intake = intake(spool)
            database.failNext(.max)
            let receiving = Task { try await intake.receive(Array("one\n".utf8), at: .noon) }
            try await eventually("the commit fails") { database.writes > 2 }
            try await spool.close()
            await #expect(throws: StorageError.self) { try await receiving.value }
        }
    }

    @Test("Records below the first new number are counted and not spooled again")
    func leavesOutWhatIsKnown() async throws {
        try await withSpool { spool, _ in
            let report = SourceReporter(pbx: "test", logger: silence) {}
            let intake = intake(spool, firstNewSequence: 2, report)
            _ = try await intake.receive(Array("zero\none\n".utf8), at: .noon)
            #expect(try await spool.count(pbx: .first) == 0)
            _ = try await intake.receive(Array("two\nthree\n".utf8), at: .noon)
            try await intake.finish(at: .noon)
            let all = try await spool.all()
            #expect(all.compactMap(\.record?.sequence) == [2, 3])
            #expect(all.compactMap(\.record?.line) == [3, 4])
            #expect(all.last?.content == .endOfStream(StreamID(1), sequence: 4))
            #expect(report.received == 2)
        }
    }

    @Test("The end of a stream is marked behind its last record, which carries what is wrong with it")
    func marksTheEnd() async throws {
        try await withSpool { spool, _ in
            let intake = intake(spool)
            _ = try await intake.receive(Array("whole\nhal".utf8), at: .noon)
            try await intake.finish(at: .noon.advanced(bySeconds: 5))
            let all = try await spool.all()
            #expect(all.compactMap(\.record?.damage) == [.truncated])
            #expect(all.compactMap(\.record?.endedByStream) == [false, true])
            #expect(all.compactMap(\.record?.offset) == [0, 6])
            #expect(all.compactMap(\.record?.receivedAt) == [.noon, .noon.advanced(bySeconds: 5)])
            #expect(all.last?.content == .endOfStream(StreamID(1), sequence: 2))
        }
    }

    @Test(
        "A record that only the end of a connection ended is damaged; the last line of a file need not be",
        arguments: [true, false], ["one\ntwo", "one\ntwo\n", "one\r\ntwo\r\n", "two"])
    func judgesTheTail(isConnection: Bool, text: String) async throws {
        let drivers: [any Driver] = [
            try AvayaIPOffice(settings: DriverSettings()), try MitelMiVoiceBusiness(settings: DriverSettings()),
            try CiscoCUCM(settings: DriverSettings()),
        ]
        for driver in drivers {
            try await withSpool { spool, _ in
                let intake = StreamIntake(
                    pbx: .first, stream: StreamID(1), session: driver.makeLinkSession(), spool: spool,
                    report: SourceReporter(pbx: "test", logger: silence) {}, isConnection: isConnection)
                for byte in text.utf8 { _ = try await intake.receive([byte], at: .noon) }
                try await intake.finish(at: .noon)
                let records = try await spool.all().compactMap(\.record)
                #expect(records.last?.bytes == Array("two".utf8))
                #expect(records.last?.damage == (isConnection && text.hasSuffix("two") ? .truncated : nil))
                #expect(records.dropLast().allSatisfy { $0.damage == nil })
            }
        }
    }

    @Test("A stream that gave nothing is marked as ended too")
    func marksAnEmptyStream() async throws {
        try await withSpool { spool, _ in
            try await intake(spool).finish(at: .noon)
            #expect(try await spool.all().map(\.content) == [.endOfStream(StreamID(1), sequence: 0)])
        }
    }

    @Test("A tick and a wish to close are handed on")
    func handsOnTheLink() async throws {
        try await withSpool { spool, _ in
            let intake = intake(spool)
            #expect(await intake.nextTick == nil)
            _ = try await intake.receive(Array("one\n".utf8), at: .noon)
            #expect(await intake.nextTick == .noon)
            #expect(try await intake.tick(at: .noon).replies == [Array("tick".utf8)])
            #expect(try await intake.receive(Array("bye\n".utf8), at: .noon).closeReason != nil)
        }
    }
}

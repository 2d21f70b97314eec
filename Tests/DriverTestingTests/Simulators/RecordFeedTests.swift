import ECASDriverTesting
import ECASDrivers
import ECASModel
import ECASTestSupport
import Testing

@Suite
struct RecordFeedTests {
    @Test(
        "A feed makes the records of its numbers and no more, going round through the fixture",
        arguments: simulatedDrivers)
    func counts(driverID: String) throws {
        let golden = try demoCase(driverID)
        var feed = try RecordFeed(driverID: driverID, cases: [golden], zone: berlin(), numbers: 41...100)
        var records: [[UInt8]] = []
        while let record = feed.next(at: Instant(seconds: 1_784_547_927 + Int64(records.count))) {
            records.append(record)
        }
        #expect(records.count == 60)
        #expect(Set(records).count == 60)
        #expect(records.allSatisfy { $0.suffix(feed.lineEnd.count).elementsEqual(feed.lineEnd) })
        #expect(feed.nextNumber == 101)
    }

    @Test("Header lines stand apart from the records, and only where the format has them")
    func separatesHeaders() throws {
        let cucm = try RecordFeed(driverID: "cisco-cucm", cases: [demoCase("cisco-cucm")], zone: berlin())
        #expect(cucm.header.first?.starts(with: Array("\"cdrRecordType\"".utf8)) == true)
        #expect(cucm.headerBytes.split(separator: 0x0A).count == cucm.header.count)
        for driverID in ["avaya-ip-office", "mitel-mivoice-business"] {
            let feed = try RecordFeed(driverID: driverID, cases: [demoCase(driverID)], zone: berlin())
            #expect(feed.header == [])
        }
    }

    @Test("A feed without a record to take is refused")
    func refusesNothing() throws {
        let zone = try berlin()
        #expect(throws: GoldenError.self) { try RecordFeed(driverID: "avaya-ip-office", cases: [], zone: zone) }
    }
}

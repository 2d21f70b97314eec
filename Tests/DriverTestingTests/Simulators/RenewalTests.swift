import ECASDriverTesting
import ECASDrivers
import ECASModel
import ECASTestSupport
import Foundation
import Testing

/// The drivers whose records can be renewed.
let simulatedDrivers = ["avaya-ip-office", "cisco-cucm", "mitel-mivoice-business"]

/// The case from which simulated PBXs take their records.
func demoCase(_ driverID: String) throws -> GoldenCase {
    try GoldenCase(folder: Fixtures.drivers.appendingPathComponent("\(driverID)/demo-office-day"))
}

func berlin() throws -> ZoneRules { try #require(ZoneRules(name: "Europe/Berlin")) }

@Suite
struct RenewalTests {
    /// 2026-07-20T13:45:27+02:00, after noon and in another season than the fixtures.
    private let start = Instant(seconds: 1_784_547_927)

    @Test(
        "Every renewed record is read to the given start and number, and to the rest of its template",
        arguments: simulatedDrivers)
    func renews(driverID: String) throws {
        let golden = try demoCase(driverID)
        let before = try golden.run(registry: .standard, cuts: .whole)
        var feed = try RecordFeed(driverID: driverID, cases: [golden], zone: berlin())
        var bytes = feed.headerBytes
        for index in before.calls.indices {
            let record = feed.next(at: start.advanced(bySeconds: Int64(index) * 60))
            bytes += try #require(record)
        }
        let driver = try DriverRegistry.standard.makeDriver(id: driverID, settings: golden.settings())
        var stream = RecordStream(driver: driver)
        var calls: [CallRecord] = []
        var supplements: [CallSupplement] = []
        stream.receive(bytes.span, receivedAt: start, into: &calls, supplements: &supplements)
        stream.finish(receivedAt: start, into: &calls, supplements: &supplements)
        #expect(stream.takeMalformed().map(\.reason.code) == [])
        try #require(calls.count == before.calls.count)
        for (index, call) in calls.enumerated() {
            let expected = start.advanced(bySeconds: Int64(index) * 60)
            let precision: Int64 = call.times.precision == .minute ? 60_000 : 1_000
            let found = try #require(call.times.start?.instant)
            #expect(found.milliseconds / precision == expected.milliseconds / precision)
            #expect(try simulatedNumber(of: call) == index + 1)
            #expect(call.times.durationSeconds == before.calls[index].durationSeconds)
            #expect(call.parties.called?.text == before.calls[index].called)
        }
    }

    @Test("What is no record of the format is given back as it is", arguments: simulatedDrivers)
    func leavesNoise(driverID: String) throws {
        let renewal = try RecordRenewals.renewal(driverID: driverID)
        let local = try berlin().local(start)
        for noise in ["", "x", "hello, world", String(repeating: ",", count: 200), String(repeating: " ", count: 200)] {
            #expect(renewal.renew(Array(noise.utf8), number: 7, start: local) == Array(noise.utf8))
        }
    }

    @Test("Records of an unknown driver cannot be renewed, and the error names it")
    func refusesUnknownDrivers() throws {
        let error = #expect(throws: GoldenError.self) { try RecordRenewals.renewal(driverID: "acme") }
        #expect(error?.description.contains("acme") == true)
    }
}

/// The number that a simulated PBX gave the record of a call.
func simulatedNumber(of call: CallRecord) throws -> Int {
    let text = try #require(call.identity.callID)
    return try #require(text.split { !$0.isNumber }.last.flatMap { Int($0) })
}

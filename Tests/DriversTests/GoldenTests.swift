import ECASDriverTesting
import ECASDrivers
import ECASModel
import ECASTestSupport
import Foundation
import Testing

/// Every case below `Fixtures/drivers`: whole, byte by byte and cut at random places.
@Suite("Golden cases")
struct GoldenTests {
    static let cases: [GoldenCase] = {
        do {
            return try GoldenCase.all(below: Fixtures.drivers)
        } catch {
            Issue.record("\(error)")
            return []
        }
    }()

    static var isRecording: Bool { ProcessInfo.processInfo.environment["ECAS_RECORD"] == "1" }

    @Test("gives what is expected", arguments: cases)
    func expected(_ golden: GoldenCase) throws {
        let result = try golden.run(registry: .standard, cuts: .whole)
        #expect(result.accounting.isBalanced, "\(golden): \(result.accounting)")
        #expect(result.accounting.bytes == UInt64(golden.input.count), "\(golden): every byte is accounted for")
        if Self.isRecording {
            try golden.record(result)
            Issue.record("\(golden): recorded; read the difference in git, then run again without ECAS_RECORD")
            return
        }
        let expected = try golden.expectation()
        let differences = try result.differences(from: expected)
        #expect(differences.isEmpty, "\(golden) differs:\n\(differences.joined(separator: "\n"))")
    }

    @Test("gives the same however it is cut", arguments: cases)
    func cuts(_ golden: GoldenCase) throws {
        let whole = try golden.run(registry: .standard, cuts: .whole)
        for cuts in [Cuts.everyByte, .random(seed: 1), .random(seed: UInt64.random(in: 2...(.max)))] {
            let result = try golden.run(registry: .standard, cuts: cuts)
            let differences = try result.differences(from: whole)
            #expect(differences.isEmpty, "\(golden), \(cuts):\n\(differences.joined(separator: "\n"))")
            #expect(result.accounting == whole.accounting, "\(golden), \(cuts)")
        }
    }

    @Test(
        "exist for every driver, with a format page and a malformed record",
        arguments: DriverRegistry.standard.drivers.map { $0.descriptor.id })
    func complete(_ id: String) throws {
        let cases = Self.cases.filter { $0.driverID == id }
        #expect(cases.count >= 4, "\(id) has \(cases.count) cases; at least 4 are wanted below Fixtures/drivers/\(id)")
        let malformed = try cases.filter { try !$0.expectation().malformed.isEmpty }
        #expect(!malformed.isEmpty, "\(id) has no case with a malformed record")
        let page = try String(
            contentsOf: Fixtures.drivers.appendingPathComponent(id).appendingPathComponent("FORMAT.md"), encoding: .utf8
        )
        let headings = [
            "## Where the records come from", "## Layouts", "## Fields", "## What is skipped and what is malformed",
            "## Settings", "## Known gaps",
        ]
        for heading in headings {
            #expect(page.contains(heading), "Fixtures/drivers/\(id)/FORMAT.md has no heading '\(heading)'")
        }
    }

    @Test("belong to a registered driver")
    func registered() {
        let known = Set(DriverRegistry.standard.drivers.map { $0.descriptor.id })
        let unknown = Set(Self.cases.map(\.driverID)).subtracting(known)
        #expect(unknown.isEmpty, "no driver is registered for the fixture folders \(unknown.sorted())")
    }
}

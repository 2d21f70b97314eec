import ECASDriverTesting
import ECASDrivers
import ECASModel
import ECASTestSupport
import Foundation
import Testing

@Suite
struct GoldenCaseTests {
    private let line =
        "2026/03/11 08:01:12,00:02:41,6,03023125017,I,204,4930231254,,0,1000101,0,E204,A,T9017,L,0,0,0,n/a,,,,,,,,,,,\n"

    /// Writes a case of two calls and a damaged line into a folder of the shape that fixtures have.
    private func write(in folder: URL, circumstances: String? = nil, inputs: [String] = ["input.csv"]) throws -> URL {
        let place = folder.appendingPathComponent("avaya-ip-office/example")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for input in inputs {
            try Data((line + "damage\n" + line.replacing("1000101", with: "1000102")).utf8)
                .write(to: place.appendingPathComponent(input))
        }
        let text = circumstances ?? #"{"shows": "x", "source": "x", "zone": "Europe/Berlin"}"#
        try Data(text.utf8).write(to: place.appendingPathComponent("case.json"))
        return place
    }

    @Test("A case that was recorded is met, and one value changed is told by its line")
    func recordsAndCompares() async throws {
        try await withTemporaryFolder { folder in
            let golden = try GoldenCase(folder: write(in: folder))
            #expect(throws: GoldenError.self) { try golden.expectation() }
            let result = try golden.run(registry: .standard, cuts: .whole)
            #expect(result.calls.count == 2)
            #expect(result.malformed.map(\.line) == [2])
            #expect(result.accounting.isBalanced)
            try golden.record(result)
            #expect(try golden.expectation() == result)
            #expect(try result.differences(from: golden.expectation()) == [])

            var other = result
            other.calls[1].durationSeconds = 99
            #expect(other != result)
            let differences = try other.differences(from: result)
            #expect(differences.count == 2)
            #expect(differences.contains { $0.hasPrefix("+") && $0.contains("99") })
        }
    }

    @Test("Results of other malformed records or skipped kinds are not equal")
    func tellsResultsApart() async throws {
        try await withTemporaryFolder { folder in
            let result = try GoldenCase(folder: write(in: folder)).run(registry: .standard, cuts: .whole)
            var others = [result, result, result]
            others[0].malformed[0].code = "another"
            others[1].skipped["another"] = 1
            others[2].skipped = [:]
            others[2].malformed = []
            for other in others { #expect(other != result) }
        }
    }

    @Test("Cases are found below the drivers' folders, in order")
    func findsAll() async throws {
        try await withTemporaryFolder { folder in
            #expect(throws: GoldenError.self) { try GoldenCase.all(below: folder) }
            _ = try write(in: folder)
            #expect(try GoldenCase.all(below: folder).map(\.description) == ["avaya-ip-office/example"])
        }
    }

    @Test(
        "A case that cannot be used is refused with its place",
        arguments: [
            ("no JSON", ["input.csv"]), (#"{"shows": "x"}"#, ["input.csv"]),
            (#"{"shows": "x", "source": "x"}"#, []), (#"{"shows": "x", "source": "x"}"#, ["input.a", "input.b"]),
        ])
    func refuses(circumstances: String, inputs: [String]) async throws {
        try await withTemporaryFolder { folder in
            let place = try write(in: folder, circumstances: circumstances, inputs: inputs)
            let error = #expect(throws: GoldenError.self) { try GoldenCase(folder: place) }
            #expect(error?.description.contains(place.lastPathComponent) == true)
        }
    }

    @Test("A zone that does not exist is refused")
    func refusesUnknownZones() async throws {
        try await withTemporaryFolder { folder in
            let text = #"{"shows": "x", "source": "x", "zone": "Europe/Nowhere"}"#
            let golden = try GoldenCase(folder: write(in: folder, circumstances: text))
            #expect(throws: GoldenError.self) { try golden.run(registry: .standard, cuts: .whole) }
        }
    }

    @Test("Cuts cover the input exactly, and a seed gives the same cuts again", arguments: [0, 1, 2, 199, 10_000])
    func cutsExactly(count: Int) {
        for cuts in [Cuts.whole, .everyByte, .random(seed: 1), .random(seed: 2)] {
            #expect(cuts.lengths(of: count).reduce(0, +) == count)
            #expect(cuts.lengths(of: count).allSatisfy { $0 > 0 })
            #expect(cuts.lengths(of: count) == cuts.lengths(of: count))
        }
        if count > 1_000 { #expect(Cuts.random(seed: 1).lengths(of: count) != Cuts.random(seed: 2).lengths(of: count)) }
    }
}

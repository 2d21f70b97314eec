public import ECASDrivers
import ECASModel
public import Foundation

/// One fixture folder of a driver: `input.*` with the bytes as on the wire, `case.json` with what must be known to read
/// them, `expected.json` with what must come out.
public struct GoldenCase: Sendable, CustomStringConvertible {
    /// The driver's id: the name of the folder above.
    public let driverID: String
    /// What the case shows: the name of its folder.
    public let name: String
    /// The case's folder.
    public let folder: URL
    /// What must be known to read the input.
    public let circumstances: GoldenCircumstances
    /// The bytes as on the wire.
    public let input: [UInt8]

    /// Driver and name of the case.
    public var description: String { "\(driverID)/\(name)" }

    /// Reads every case below `Fixtures/drivers`, sorted by driver and name.
    ///
    /// - Throws: ``GoldenError`` if there is none, or if one is incomplete.
    public static func all(below drivers: URL) throws -> [GoldenCase] {
        var cases: [GoldenCase] = []
        for driver in try subfolders(of: drivers) {
            for folder in try subfolders(of: driver) {
                cases.append(try GoldenCase(folder: folder))
            }
        }
        guard !cases.isEmpty else {
            throw GoldenError("There is no case below \(drivers.path); expected DRIVER/CASE/input.*.")
        }
        return cases
    }

    /// Reads one case.
    ///
    /// - Throws: ``GoldenError`` if a file is missing or `case.json` cannot be read.
    public init(folder: URL) throws {
        self.folder = folder
        name = folder.lastPathComponent
        driverID = folder.deletingLastPathComponent().lastPathComponent
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let inputs = names.filter { $0.hasPrefix("input.") }
        guard inputs.count == 1 else {
            throw GoldenError("\(folder.path) has \(inputs.count) files named input.*; exactly one is expected.")
        }
        input = [UInt8](try Data(contentsOf: folder.appendingPathComponent(inputs[0])))
        let file = folder.appendingPathComponent("case.json")
        do {
            circumstances = try JSONDecoder().decode(GoldenCircumstances.self, from: Data(contentsOf: file))
        } catch {
            throw GoldenError("\(file.path) cannot be read: \(error)")
        }
    }

    /// The settings that the case asks for.
    public func settings() throws -> DriverSettings {
        var settings = DriverSettings(firstYear: circumstances.year, values: circumstances.settings ?? [:])
        if let name = circumstances.zone {
            guard let zone = ZoneRules(name: name) else {
                throw GoldenError("\(folder.path)/case.json: there is no zone '\(name)'.")
            }
            settings.zone = zone
        }
        if let layout = circumstances.layout {
            let text = try String(contentsOf: folder.appendingPathComponent(layout), encoding: .utf8)
            settings.layout = LayoutText(name: layout, text: text)
        }
        return settings
    }

    /// Runs the case.
    ///
    /// - Parameters:
    ///   - registry: where the driver is looked up.
    ///   - cuts: how the input is cut into deliveries.
    /// - Returns: what came out.
    /// - Throws: ``GoldenError`` or `DriverError` if the case asks for what is not there.
    public func run(registry: DriverRegistry, cuts: Cuts) throws -> GoldenResult {
        let driver = try registry.makeDriver(id: driverID, settings: settings())
        var receivedAt: Instant?
        if let seconds = circumstances.receivedAt { receivedAt = Instant(seconds: seconds) }
        return GoldenResult(driver: driver, input: input, cuts: cuts, receivedAt: receivedAt)
    }

    /// What must come out.
    ///
    /// - Throws: ``GoldenError`` if `expected.json` is missing or cannot be read.
    public func expectation() throws -> GoldenResult {
        let file = folder.appendingPathComponent("expected.json")
        do {
            return try JSONDecoder().decode(GoldenResult.self, from: Data(contentsOf: file))
        } catch {
            throw GoldenError("\(file.path) cannot be read (\(error)); record it with ECAS_RECORD=1.")
        }
    }

    /// Writes what came out as the new expectation, for a reviewer to see in the difference.
    public func record(_ result: GoldenResult) throws {
        try result.json().write(to: folder.appendingPathComponent("expected.json"))
    }

    private static func subfolders(of folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles
        )
        .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}

/// `case.json`: what must be known to read the input of a case.
public struct GoldenCircumstances: Codable, Hashable, Sendable {
    /// What the case shows, in a sentence.
    public var shows: String
    /// Where the records come from: the format page's section, a manual's page, written by hand.
    public var source: String
    /// The zone of the PBX's clock, an IANA name; absent if it is unknown.
    public var zone: String?
    /// The year of the first record, for formats that print none.
    public var year: Int?
    /// The name of a layout file in the case's folder.
    public var layout: String?
    /// The driver's own settings.
    public var settings: [String: String]?
    /// When the input is received, in seconds since 1970-01-01T00:00:00Z.
    public var receivedAt: Int64?

    enum CodingKeys: String, CodingKey {
        case shows, source, zone, year, layout, settings
        case receivedAt = "received_at"
    }
}

/// How an input is cut into deliveries; the result must be the same for all.
public enum Cuts: Hashable, Sendable, CustomStringConvertible {
    /// All at once.
    case whole
    /// One byte at a time.
    case everyByte
    /// At random places, by a seed.
    case random(seed: UInt64)

    /// How it is cut, with the seed.
    public var description: String {
        switch self {
        case .whole: "whole"
        case .everyByte: "byte by byte"
        case .random(let seed): "cut at random, seed \(seed)"
        }
    }

    /// The lengths of the deliveries of an input.
    public func lengths(of count: Int) -> [Int] {
        switch self {
        case .whole: return count == 0 ? [] : [count]
        case .everyByte: return [Int](repeating: 1, count: count)
        case .random(let seed):
            var random = SeededRandom(seed: seed)
            var lengths: [Int] = []
            var rest = count
            while rest > 0 {
                let length = min(rest, Int.random(in: 1...max(1, min(200, count)), using: &random))
                lengths.append(length)
                rest -= length
            }
            return lengths
        }
    }
}

/// A random generator that gives the same numbers for the same seed (SplitMix64, Steele, Lea and Flood 2014).
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Makes a generator; print the seed where it matters.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Why a fixture cannot be used.
public struct GoldenError: Error, CustomStringConvertible {
    /// What is wrong with which file.
    public let description: String

    /// Makes an error.
    public init(_ description: String) {
        self.description = description
    }
}

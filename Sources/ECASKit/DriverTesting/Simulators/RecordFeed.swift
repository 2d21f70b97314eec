public import ECASModel
import Foundation

/// An endless or counted run of records, renewed from the records of fixture cases one after the other.
public struct RecordFeed: Sendable {
    /// Lines that stand before the records of a file: column names and types.
    public let header: [[UInt8]]
    /// What ends a line.
    public let lineEnd: [UInt8]
    private let templates: [[UInt8]]
    private let renewal: any RecordRenewal
    private let zone: ZoneRules
    /// The number of the record that comes next, from 1.
    public private(set) var nextNumber: Int
    private let lastNumber: Int

    /// Makes a feed.
    ///
    /// - Parameters:
    ///   - driverID: whose records.
    ///   - cases: the fixture cases to take records from; all must be of one layout.
    ///   - zone: the zone of the simulated PBX's clock.
    ///   - numbers: the numbers of the records to make, from 1; they are what a test counts by.
    /// - Throws: ``GoldenError`` if there is no record to take, or none of this driver's can be renewed.
    public init(driverID: String, cases: [GoldenCase], zone: ZoneRules, numbers: ClosedRange<Int> = 1...Int.max) throws
    {
        renewal = try RecordRenewals.renewal(driverID: driverID)
        self.zone = zone
        nextNumber = numbers.lowerBound
        lastNumber = numbers.upperBound
        var header: [[UInt8]] = []
        var templates: [[UInt8]] = []
        var lineEnd: [UInt8] = [0x0A]
        for golden in cases {
            if golden.input.contains(0x0D) { lineEnd = [0x0D, 0x0A] }
            let lines = golden.input.split { $0 == 0x0A || $0 == 0x0D }.map(Array.init)
            let isHeader = { (line: [UInt8]) in Self.isHeader(line) }
            if header.isEmpty { header = lines.prefix(while: isHeader).map { $0 } }
            templates += lines.drop(while: isHeader)
        }
        guard !templates.isEmpty else {
            throw GoldenError("There is no record of '\(driverID)' to simulate in the cases \(cases.map(\.name)).")
        }
        self.header = header
        self.templates = templates
        self.lineEnd = lineEnd
    }

    /// The next record with its line end, beginning at an instant; nothing when all have been made.
    public mutating func next(at instant: Instant) -> [UInt8]? {
        guard nextNumber <= lastNumber else { return nil }
        let template = templates[(nextNumber - 1) % templates.count]
        let record = renewal.renew(template, number: nextNumber, start: zone.local(instant))
        nextNumber += 1
        return record + lineEnd
    }

    /// The header lines with their line ends.
    public var headerBytes: [UInt8] { header.flatMap { $0 + lineEnd } }

    /// Whether a line is of column names (quoted words) or types (capital words) only.
    private static func isHeader(_ line: [UInt8]) -> Bool {
        let cells = line.split(separator: UInt8(ascii: ","))
        guard cells.count > 16 else { return false }
        return cells.allSatisfy { cell in
            guard let first = cell.first(where: { $0 != UInt8(ascii: "\"") && $0 != 0x20 }) else { return false }
            return (first | 0x20) &- UInt8(ascii: "a") < 26
        }
    }
}

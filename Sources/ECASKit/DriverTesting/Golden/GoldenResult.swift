public import ECASDrivers
public import ECASModel
public import Foundation

/// What comes out of a case: `expected.json`.
public struct GoldenResult: Codable, Hashable, Sendable {
    /// The call records in order, in the flat form of `ecas parse`.
    public var calls: [CallDocument]
    /// Quality and other facts about calls of other records, in order.
    public var supplements: [Supplement]
    /// How many records and stretches of bytes were skipped, by kind.
    public var skipped: [String: Int]
    /// The records that were not understood, in order.
    public var malformed: [Malformed]

    /// A fact about a call of another record.
    public struct Supplement: Codable, Hashable, Sendable {
        /// The call.
        public var callID: String
        /// The leg.
        public var leg: String?
        /// The quality measured.
        public var quality: CallQuality

        enum CodingKeys: String, CodingKey {
            case callID = "call_id"
            case leg, quality
        }
    }

    /// A record that was not understood.
    public struct Malformed: Codable, Hashable, Sendable {
        /// Its first line from 1.
        public var line: UInt64
        /// Where in the input it begins, in bytes.
        public var offset: UInt64
        /// The kind of fault.
        public var code: String
    }

    /// Runs a driver over an input.
    ///
    /// - Parameters:
    ///   - driver: the driver.
    ///   - input: the bytes of one connection or file.
    ///   - cuts: how they are cut into deliveries.
    ///   - receivedAt: when they are received; absent if nothing is known.
    public init(driver: any Driver, input: [UInt8], cuts: Cuts, receivedAt: Instant?) {
        var stream = RecordStream(driver: driver)
        var calls: [CallRecord] = []
        var supplements: [CallSupplement] = []
        var start = 0
        for length in cuts.lengths(of: input.count) {
            input.withUnsafeBufferPointer { buffer in
                stream.receive(
                    UnsafeBufferPointer(rebasing: buffer[start..<start + length]).span, receivedAt: receivedAt,
                    into: &calls, supplements: &supplements)
            }
            start += length
        }
        stream.finish(receivedAt: receivedAt, into: &calls, supplements: &supplements)
        self.calls = calls.map(CallDocument.init)
        self.supplements = supplements.map { Supplement(callID: $0.callID, leg: $0.leg, quality: $0.quality) }
        skipped = Dictionary(
            uniqueKeysWithValues: stream.accounting.skipped.map { ($0.key.rawValue, $0.value) })
        malformed = stream.takeMalformed().map {
            Malformed(line: $0.line, offset: $0.offset, code: $0.reason.code)
        }
        accounting = stream.accounting
    }

    /// What became of each record; not part of the file.
    public private(set) var accounting = RecordAccounting()

    enum CodingKeys: String, CodingKey {
        case calls, supplements, skipped, malformed
    }

    /// Compares what the file holds.
    public static func == (left: GoldenResult, right: GoldenResult) -> Bool {
        left.calls == right.calls && left.supplements == right.supplements && left.skipped == right.skipped
            && left.malformed == right.malformed
    }

    /// Hashes what the file holds.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(calls)
        hasher.combine(malformed)
    }

    /// The file's text: sorted keys, one value a line, so that a difference is read line by line.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data([0x0A])
    }

    /// The lines in which two results differ, for a test's message; empty if they are equal.
    public func differences(from expected: GoldenResult) throws -> [String] {
        let ours = String(decoding: try json(), as: UTF8.self).split(separator: "\n")
        let theirs = String(decoding: try expected.json(), as: UTF8.self).split(separator: "\n")
        return ours.difference(from: theirs).map { change in
            switch change {
            case .insert(let line, let text, _): "+ \(line + 1): \(text)"
            case .remove(let line, let text, _): "- \(line + 1): \(text)"
            }
        }
    }
}

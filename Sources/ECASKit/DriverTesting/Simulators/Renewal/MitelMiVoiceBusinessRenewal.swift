public import ECASModel

/// Mitel SMDR: date and start time are new; a call identifier (a letter and seven digits) carries the number.
///
/// Continuation lines and noise are given back as they are.
public struct MitelMiVoiceBusinessRenewal: RecordRenewal {
    /// Makes one.
    public init() {}

    /// Makes a record; a line without a date at its head is given back as it is.
    public func renew(_ template: [UInt8], number: Int, start: LocalTime) -> [UInt8] {
        guard template.count > 22, template[3] == UInt8(ascii: "/"), template[9] == UInt8(ascii: ":") else {
            return template
        }
        var record = template
        record.replaceSubrange(1..<6, with: start.wallClock.formatted("MM/DD"))
        let isTwelveHourClock = template[12] | 0x20 == UInt8(ascii: "p")
        if isTwelveHourClock {
            let hour = (start.wallClock.hour + 11) % 12 + 1
            record.replaceSubrange(7..<12, with: digits(hour, 2) + start.wallClock.formatted(":nn"))
            record[12] = start.wallClock.hour >= 12 ? UInt8(ascii: "P") : UInt8(ascii: " ")
        } else {
            let hasSeconds = template[12] == UInt8(ascii: ":")
            record.replaceSubrange(7..<12, with: start.wallClock.formatted("HH:nn"))
            if hasSeconds { record.replaceSubrange(12..<15, with: start.wallClock.formatted(":SS")) }
        }
        if let place = Self.callIdentifier(in: record) {
            record.replaceSubrange(place + 1..<place + 8, with: digits(number, 7))
        }
        return record
    }

    /// Where the first call identifier behind column 90 begins.
    private static func callIdentifier(in record: [UInt8]) -> Int? {
        guard record.count >= 98 else { return nil }
        return (90...(record.count - 8)).first { place in
            (record[place] | 0x20) &- UInt8(ascii: "a") < 26
                && (place + 1..<place + 8).allSatisfy { record[$0] &- UInt8(ascii: "0") < 10 }
                && record[place - 1] == UInt8(ascii: " ")
        }
    }
}

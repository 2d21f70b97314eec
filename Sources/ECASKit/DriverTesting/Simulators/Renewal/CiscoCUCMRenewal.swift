public import ECASModel

/// Cisco CUCM call detail records: the four times, the call and leg ids and the row id are new, the rest stays.
///
/// Takes the column order that all releases share (`globalCallID_callId` third, `pkid` fifty-first); lines of names,
/// types and other kinds are given back as they are.
public struct CiscoCUCMRenewal: RecordRenewal {
    private static let originated = 4
    private static let connected = 47
    private static let disconnected = 48

    /// Makes one.
    public init() {}

    /// Makes a record; what is no call detail record is given back as it is.
    public func renew(_ template: [UInt8], number: Int, start: LocalTime) -> [UInt8] {
        var fields = Self.split(template)
        guard fields.count >= 78, fields[0] == [UInt8(ascii: "1")], let instant = start.instant,
            let origination = Self.integer(fields[Self.originated])
        else { return template }
        let shift = Int(instant.seconds) - origination
        for index in [Self.originated, Self.connected, Self.disconnected] {
            if let time = Self.integer(fields[index]), time != 0 {
                fields[index] = Array(String(time + shift).utf8)
            }
        }
        fields[2] = Array(String(number).utf8)
        fields[3] = Array(String(number * 2).utf8)
        if fields[25] != [UInt8(ascii: "0")] { fields[25] = Array(String(number * 2 + 1).utf8) }
        fields[50] = Array("\"00000000-0000-4000-8000-".utf8) + digits(number, 12) + [UInt8(ascii: "\"")]
        return Array(fields.joined(separator: [UInt8(ascii: ",")]))
    }

    private static func integer(_ field: [UInt8]) -> Int? { Int(String(decoding: field, as: UTF8.self)) }

    private static func split(_ record: [UInt8]) -> [[UInt8]] {
        var fields: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in record {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ","), !isQuoted {
                fields.append([])
            } else {
                fields[fields.count - 1].append(byte)
            }
        }
        return fields
    }
}

public import ECASModel

/// Avaya IP Office SMDR: Call Start (field 0), Call ID (9) and SMDR Record Time (34) are new, the rest stays.
public struct AvayaIPOfficeRenewal: RecordRenewal {
    /// Makes one.
    public init() {}

    /// Makes a record; a line without a date is given back as it is.
    public func renew(_ template: [UInt8], number: Int, start: LocalTime) -> [UInt8] {
        var fields = template.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Array.init)
        guard fields.count > 16, fields[0].contains(UInt8(ascii: "/")) else { return template }
        fields[0] = start.wallClock.formatted("YYYY/MM/DD HH:nn:SS")
        fields[9] = Array(String(number).utf8)
        if fields.count > 34, fields[34].contains(UInt8(ascii: "/")) {
            let talk = fields[1].split(separator: UInt8(ascii: ":"))
                .reduce(0) { $0 * 60 + (Int(String(decoding: $1, as: UTF8.self)) ?? 0) }
            let rest = [2, 15, 16].reduce(0) { $0 + (Int(String(decoding: fields[$1], as: UTF8.self)) ?? 0) }
            let end = start.wallClock.advanced(bySeconds: Int64(talk + rest))
            fields[34] = end.formatted("YYYY/MM/DD HH:nn:SS")
        }
        return Array(fields.joined(separator: [UInt8(ascii: ",")]))
    }
}

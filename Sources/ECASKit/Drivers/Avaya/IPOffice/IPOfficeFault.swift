/// Why a line is no record.
enum IPOfficeFault: Error {
    case noDate
    case cut
    case glued(position: Int)
    case callStart
    case connectedTime
    case ringTime
    case direction
    case names
    case holdTime
    case parkTime

    /// The reason for suspense.
    var reason: MalformedReason {
        switch self {
        case .noDate:
            MalformedReason(
                "no-date", "The line has no date and time (YYYY/MM/DD HH:MM); it may be the rest of a cut record.")
        case .cut:
            MalformedReason("cut-record", "The record has fewer than 17 fields; it was cut off.")
        case .glued(let position):
            MalformedReason(
                "glued-records", "Another record begins within the record; the end of the first one is missing.",
                position: position)
        case .callStart:
            MalformedReason("call-start", "Call Start is no date and time; YYYY/MM/DD HH:MM:SS is expected.")
        case .connectedTime:
            MalformedReason("connected-time", "Connected Time is no time; HH:MM:SS is expected.")
        case .ringTime:
            MalformedReason("ring-time", "Ring Time is no number of seconds.")
        case .direction:
            MalformedReason("direction", "Direction is neither I nor O.")
        case .names:
            MalformedReason(
                "parties",
                "Devices, hold and park time are not where they belong, and commas in the names do not explain it.")
        case .holdTime:
            MalformedReason("hold-time", "Hold Time is no number of seconds below a thousand million.")
        case .parkTime:
            MalformedReason("park-time", "Park Time is no number of seconds below a thousand million.")
        }
    }
}

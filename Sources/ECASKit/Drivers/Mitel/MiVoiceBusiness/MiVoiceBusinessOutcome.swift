import ECASModel

/// The completion status: how the call went, together with direction and time to answer.
enum MiVoiceBusinessCompletion: UInt8 {
    case blank = 0x20
    case answered = 0x41
    case busy = 0x42
    case callerAccountCode = 0x43
    case doNotDisturb = 0x44
    case invalidNumber = 0x45
    case internalCall = 0x49
    case occupied = 0x4F
    case receiverAccountCode = 0x52
    case outOfService = 0x53
    case tollDenied = 0x54
    case unavailable = 0x55

    /// The outcome of a call.
    ///
    /// - Parameters:
    ///   - direction: which way the call went.
    ///   - answer: the time to answer.
    ///   - duration: talk time in seconds.
    ///   - answeredAbove: seconds above which an outgoing call without answer supervision counts as answered.
    /// - Returns: the outcome; absent where the record does not show it.
    func disposition(
        _ direction: Direction, _ answer: MiVoiceBusinessTimeToAnswer.Answer, duration: Int, answeredAbove: Int?
    ) -> Disposition? {
        if self == .unavailable { return .unanswered }
        switch direction {
        case .outbound:
            switch self {
            case .answered: return .answered
            case .tollDenied: return .failed
            case .blank, .callerAccountCode, .receiverAccountCode:
                guard let answeredAbove, duration > answeredAbove else { return nil }
                return .answered
            default: return nil
            }
        case .tandem:
            switch self {
            case .answered: return .answered
            case .tollDenied, .invalidNumber: return .failed
            case .busy: return .busy
            default: return byTimeToAnswer(answer)
            }
        case .internal:
            // What the time to answer says of an internal call that was not answered is not documented.
            switch self {
            case .occupied: return .busy
            case .doNotDisturb, .outOfService: return .failed
            default: return byTimeToAnswer(answer)
            }
        case .inbound: return byTimeToAnswer(answer)
        }
    }

    private func byTimeToAnswer(_ answer: MiVoiceBusinessTimeToAnswer.Answer) -> Disposition? {
        if case .seconds = answer { return .answered }
        switch self {
        case .busy, .occupied: return .busy
        case .invalidNumber, .outOfService, .doNotDisturb: return .failed
        default: return answer == .unanswered ? .unanswered : nil
        }
    }

    /// The letter as printed; absent for a blank.
    var letter: String? {
        switch self {
        case .blank: nil
        case .answered: "A"
        case .busy: "B"
        case .callerAccountCode: "C"
        case .doNotDisturb: "D"
        case .invalidNumber: "E"
        case .internalCall: "I"
        case .occupied: "O"
        case .receiverAccountCode: "R"
        case .outOfService: "S"
        case .tollDenied: "T"
        case .unavailable: "U"
        }
    }

    /// The cause in the terms of ITU-T Q.850, where it has one meaning only.
    var q850: UInt8? {
        switch self {
        case .busy, .occupied: 17
        case .outOfService: 27
        default: nil
        }
    }
}

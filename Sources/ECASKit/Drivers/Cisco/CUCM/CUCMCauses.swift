import ECASModel

/// The clearing causes of both sides of a line, and what they say of a call that was not answered.
///
/// Source: Cisco, *Call Detail Records Administration Guide 12.5(1)*, Call Detail Records Codes.
struct CUCMCauses {
    /// The cause of the originating side, 0 if it did not clear.
    let originating: UInt32
    /// The cause of the destination side, 0 if it did not clear.
    let destination: UInt32

    /// "Call split": the line is a fragment of a transfer, conference, park ...
    static let split: UInt32 = 393_216
    /// "Call split" in older releases.
    static let formerSplit: UInt32 = 126

    /// Takes the causes as the file prints them: negative numbers are the same 32 bits read with a sign.
    init(originating: Int, destination: Int) {
        self.originating = UInt32(truncatingIfNeeded: originating)
        self.destination = UInt32(truncatingIfNeeded: destination)
    }

    /// The cause of the line: the originating side's, or else the destination side's; absent if neither has one.
    var reported: UInt32? {
        if originating != 0 { return originating }
        return destination != 0 ? destination : nil
    }

    /// Whether the line is a fragment of a feature.
    var isSplit: Bool {
        originating == Self.split || destination == Self.split || originating == Self.formerSplit
            || destination == Self.formerSplit
    }

    /// A cause without what SIP adds to it: from 0x01000000 on the low seven bits are the cause of Q.850.
    static func reduced(_ cause: UInt32) -> UInt32 { cause >= 0x0100_0000 ? cause & 0x7F : cause }

    /// The cause of the line as a value of Q.850; absent for Cisco's own causes, which lie outside or in its gaps.
    var q850: UInt8? {
        guard let reported else { return nil }
        let cause = Self.reduced(reported)
        guard cause >= 1, cause <= 127 else { return nil }
        return reported <= 127 && (122...126).contains(cause) ? nil : UInt8(cause)
    }

    /// A cause as a decimal number.
    static func text(_ cause: UInt32) -> String {
        cause < smallTexts.count ? smallTexts[Int(cause)] : String(cause)
    }

    /// Made once: nearly every line has a cause of Q.850.
    private static let smallTexts = (0...127).map { String($0) }

    /// How a call ended that nobody answered.
    var dispositionUnanswered: Disposition {
        if isSplit { return .unanswered }
        guard let reported else { return .unanswered }
        switch Self.reduced(reported) {
        case 17: return .busy
        case 16, 31: return originating != 0 ? .abandoned : .unanswered
        case 18, 19, 102: return .unanswered
        default: return .failed
        }
    }

    /// Who hung up first, where just one side cleared and not for a feature.
    ///
    /// Without an answer the destination side's cause says why the call failed, not that somebody hung up.
    func releasedBy(answered: Bool) -> CallRelease.Side? {
        guard !isSplit else { return nil }
        if originating != 0, destination == 0 {
            return answered || dispositionUnanswered == .abandoned ? .calling : nil
        }
        return originating == 0 && destination != 0 && answered ? .called : nil
    }
}

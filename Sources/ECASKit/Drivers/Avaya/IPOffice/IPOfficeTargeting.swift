import ECASModel

/// Who made the system call outside, and why: the field External Targeting Cause, `U fnr`.
struct IPOfficeTargeting {
    /// The field as printed.
    let text: FieldBytes
    private let targeter: FieldBytes
    private let reason: FieldBytes

    init(_ field: FieldBytes) {
        text = field.trimmed()
        let blank = text.firstIndex(of: 0x20) ?? text.count
        targeter = text[0..<blank]
        reason = text.suffix(from: blank).trimmed()
    }

    /// A hunt group called outside.
    var isHuntGroup: Bool { targeter.equalsIgnoringCase("HG") }

    /// The call was transferred; the targeter did it.
    var isTransferred: Bool { reason.equalsIgnoringCase("Xfd") }

    /// The user's mobile telephone rings along.
    var isMobileTwinning: Bool { reason.equalsIgnoringCase("MT") }

    /// The call was forwarded: on busy, unconditionally, on no response, on do not disturb.
    var isForwarded: Bool {
        reason.equalsIgnoringCase("fu") || reason.equalsIgnoringCase("fb") || reason.equalsIgnoringCase("fnr")
            || reason.equalsIgnoringCase("fdnd")
    }
}

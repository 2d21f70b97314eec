import ECASModel

extension CDRReader {
    /// Fills in the part of the call that a line is, its flags, and why it must not be charged.
    func readKind(
        into kind: inout CallKind, causes: CUCMCauses, redirection: CDRRedirection, ends: CDREnds
    ) {
        let features = redirection.features
        let isAnswered = kind.disposition == .answered
        var flags: CallFlags = []
        if features.contains(.transfers) { flags.insert(.transferred) }
        let hasConferenceNumber = cell(.finalCalledPartyNumber).isConferenceNumber
        if features.contains(.conferences) || (hasConferenceNumber && !features.contains(.otherBridgeUsers)) {
            flags.insert(.conference)
        }
        if redirection.isForwarded { flags.insert(.forwarded) }
        if isAnswered, redirection.isPickup { flags.insert(.pickedUp) }
        if isAnswered, ends.destination == .voiceMailPort || detail(.calledPartyPatternUsage) == Self.voiceMailPattern {
            flags.insert(.voiceMail)
        }
        if features.contains(.recordings) || ends.isSupervision && !features.contains(.supervision) {
            flags.insert(.recording)
        }
        if features.contains(.monitorings) { flags.insert(.monitoring) }
        if features.contains(.maliciousCalls) || isMarkedMalicious { flags.insert(.malicious) }
        if features.hasUnknownCode { flags.insert(.unusual) }
        readMedia(into: &flags)
        kind.flags = flags
        kind.segment = segment(isAnswered: isAnswered, causes: causes, redirection: redirection, flags: flags)
        if ends.isSupervision {
            kind.notChargeable = .recordingLeg
        } else if ends.isConferenceLine {
            kind.notChargeable = .conferenceBridgeLeg
        }
        let reason = redirection.lastReason != 0 ? redirection.lastReason : redirection.firstReason
        if reason != 0 { kind.redirectReason = String(reason) }
    }

    /// The value of calledPartyPatternUsage for a voice mail pilot.
    private static var voiceMailPattern: Int { 8 }

    /// Whether the comment says that the called party reported the call.
    private var isMarkedMalicious: Bool {
        let comment = cell(.comment)
        return !comment.isEmpty && comment.firstRangeIgnoringCase(of: "callFlag=MALICIOUS") != nil
    }

    /// A fragment that only rang says nothing of the outcome; forwarding and pick-up leave one line for the whole call.
    private func segment(
        isAnswered: Bool, causes: CUCMCauses, redirection: CDRRedirection, flags: CallFlags
    ) -> Segment {
        if causes.isSplit { return isAnswered ? .part : .ring }
        let features = redirection.features
        let isPart =
            !flags.isDisjoint(with: [.transferred, .conference, .recording, .monitoring])
            || features.contains(.parks) || features.contains(.barges) || features.contains(.supervision)
        return isPart ? .part : .whole
    }

    /// Video by its codecs; data and fax by the codecs of the audio channel.
    private func readMedia(into flags: inout CallFlags) {
        if detail(.origVideoCapCodec) != 0 || detail(.destVideoCapCodec) != 0 { flags.insert(.video) }
        let codecs = (detail(.origMediaCapPayloadCapability), detail(.destMediaCapPayloadCapability))
        if Self.isData(codecs.0) || Self.isData(codecs.1) { flags.insert(.dataCall) }
    }

    /// Data at 56 and 64 kbit/s, T.38 fax and the clear channel.
    private static func isData(_ codec: Int) -> Bool {
        codec == 32 || codec == 33 || codec == 107 || codec == 120 || codec == 303
    }
}

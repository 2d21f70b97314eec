import ECASModel

/// The fields of one record, found but not yet made into values.
struct MiVoiceBusinessRecord {
    let line: MiVoiceBusinessColumns
    let layout: MiVoiceBusinessLayout
    let completion: MiVoiceBusinessCompletion
    let calling: MiVoiceBusinessParty
    let called: MiVoiceBusinessParty
    let thirdParty: MiVoiceBusinessParty
    let timeToAnswer: MiVoiceBusinessTimeToAnswer
    let digits: MiVoiceBusinessDigits
    /// The transfer and conference letter.
    let transfer: UInt8
    let direction: Direction

    /// Finds the fields.
    ///
    /// - Parameters:
    ///   - line: the record.
    ///   - layout: where its fields stand.
    ///   - completion: its completion status.
    ///   - options: what is set for the controller.
    ///   - shown: what earlier records showed; changed by what this one shows.
    init(
        _ line: MiVoiceBusinessColumns, _ layout: MiVoiceBusinessLayout, _ completion: MiVoiceBusinessCompletion,
        options: MiVoiceBusinessSettings.Options, shown: inout MiVoiceBusinessObservations
    ) {
        self.line = line
        self.layout = layout
        self.completion = completion
        calling = MiVoiceBusinessParty(line.field(layout.calling))
        called = MiVoiceBusinessParty(line.field(layout.called))
        thirdParty = MiVoiceBusinessParty(line.field(layout.thirdParty))
        transfer = line.byte(layout.transfer)
        timeToAnswer = MiVoiceBusinessTimeToAnswer(
            line, layout.timeToAnswer, setting: options.hasFourDigitTimeToAnswer,
            shown: &shown.hasFourDigitTimeToAnswer, hasLevel1: layout.hasExtendedReporting)
        digits = MiVoiceBusinessDigits(
            line, layout.digits, hasNonExchangeTrunk: calling.isNonExchangeTrunk || called.isNonExchangeTrunk,
            options: options)
        direction =
            calling.isTrunk ? (called.isTrunk ? .tandem : .inbound) : (called.isTrunk ? .outbound : .internal)
    }

    /// Whether nothing but trailing blanks is missing up to the completion status.
    ///
    /// A record that ends earlier may have been cut anywhere; but a trunk's call without digits has nothing between time
    /// to answer and status.
    var reachesStatus: Bool {
        line.last >= Int(layout.completion)
            || calling.isTrunk && timeToAnswer.answer != .none && digits.dialled.isEmpty
                && line.last >= Int(layout.timeToAnswer.upperBound)
    }

    /// Whether the call was passed on: supervised (`T`) or not (`X`).
    var isTransferred: Bool { transfer == 0x54 || transfer == 0x58 }

    /// Whether the call is a conference.
    var isConference: Bool { transfer == 0x43 }

    /// The station the call is with: after a transfer the third party, else the called one.
    ///
    /// The third party of a conference, or of a call that was redirected, joined a call that stayed where it was.
    var station: MiVoiceBusinessParty {
        if isTransferred, thirdParty.isStation { return thirdParty }
        return called
    }
}

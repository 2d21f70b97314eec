/// Where the fields stand, in columns from 1, both ends included.
///
/// Columns up to 131 of the standard record: 3300 ICP System Administration Tool help, "SMDR - Summary of Fields Tables".
/// Extended digit length: "Summary of Fields in SMDR Records", continued with the documented lengths. Levels 1 and 2:
/// documented widths, confirmed up to the system ID by real records.
struct MiVoiceBusinessLayout: Sendable {
    /// Which one it is.
    let kind: Kind
    let calling: MiVoiceBusinessColumnRange
    /// Four columns: the attendant flag and three digits or, with Extended Time To Answer, four digits.
    let timeToAnswer: MiVoiceBusinessColumnRange
    let digits: MiVoiceBusinessColumnRange
    let completion: UInt8
    let called: MiVoiceBusinessColumnRange
    /// The window of the listed directory number; empty without level 1.
    let listedNumber: MiVoiceBusinessColumnRange?
    let transfer: UInt8
    let thirdParty: MiVoiceBusinessColumnRange
    let account: MiVoiceBusinessColumnRange
    let systemID: MiVoiceBusinessColumnRange
    let ani: MiVoiceBusinessColumnRange
    let dnis: MiVoiceBusinessColumnRange
    /// Where the call identifier begins unless options moved it.
    let callIdentifier: UInt8
    let suitePilot: MiVoiceBusinessColumnRange?
    let hotDeskCalling: MiVoiceBusinessColumnRange?
    let hotDeskCalled: MiVoiceBusinessColumnRange?

    /// Whether its columns are known: those of seconds without Extended Digit Length end with the called party.
    let isDocumented: Bool

    /// Whether Extended Reporting Level 1 is on.
    var hasExtendedReporting: Bool { listedNumber != nil || !isDocumented }

    /// Abbreviated dialling or forwarding: behind the completion status.
    var speedOrForward: UInt8 { completion + 1 }

    /// The layouts, by their names in the provenance of call records.
    enum Kind: String {
        case standard
        case extended
        case level1 = "extended-level-1"
        case level2 = "extended-level-2"
        case standardLevel2 = "standard-level-2"
    }

    /// The standard record.
    static let standard = MiVoiceBusinessLayout(
        kind: .standard, calling: 24...27, timeToAnswer: 29...32, digits: 34...59, completion: 60, called: 62...65,
        listedNumber: nil, transfer: 66, thirdParty: 68...71, account: 73...84, systemID: 86...88, ani: 92...101,
        dnis: 103...112, callIdentifier: 114, suitePilot: nil, hotDeskCalling: nil, hotDeskCalled: nil,
        isDocumented: true)

    /// Extended Digit Length.
    static let extended = MiVoiceBusinessLayout(
        kind: .extended, calling: 26...32, timeToAnswer: 34...37, digits: 39...64, completion: 65, called: 67...73,
        listedNumber: nil, transfer: 74, thirdParty: 76...82, account: 84...95, systemID: 97...99, ani: 103...112,
        dnis: 114...120, callIdentifier: 122, suitePilot: nil, hotDeskCalling: nil, hotDeskCalled: nil,
        isDocumented: true)

    /// Extended Digit Length with Extended Reporting Level 1.
    static let level1 = MiVoiceBusinessLayout(
        kind: .level1, calling: 26...32, timeToAnswer: 34...37, digits: 39...64, completion: 65,
        called: 67...73, listedNumber: 74...81, transfer: 82, thirdParty: 84...90, account: 92...103,
        systemID: 105...107, ani: 111...130, dnis: 132...141, callIdentifier: 151, suitePilot: 143...149,
        hotDeskCalling: 178...184,
        hotDeskCalled: 186...192, isDocumented: true)

    /// Extended Digit Length with Extended Reporting Levels 1 and 2.
    static let level2 = level1.movedForSeconds(kind: .level2, isDocumented: true)

    /// Seconds in the start time without Extended Digit Length.
    ///
    /// Nothing public shows it. The columns up to the called party follow from the widths; those behind are not read.
    static let standardLevel2 = standard.movedForSeconds(kind: .standardLevel2, isDocumented: false)

    /// The length of a full record with level 1, which no other layout has.
    static let fullLengthOfLevel1 = 204

    private func movedForSeconds(kind: Kind, isDocumented: Bool) -> MiVoiceBusinessLayout {
        func moved(_ columns: MiVoiceBusinessColumnRange) -> MiVoiceBusinessColumnRange {
            columns.lowerBound + 3...columns.upperBound + 3
        }
        return MiVoiceBusinessLayout(
            kind: kind, calling: moved(calling), timeToAnswer: moved(timeToAnswer), digits: moved(digits),
            completion: completion + 3, called: moved(called), listedNumber: listedNumber.map(moved),
            transfer: transfer + 3, thirdParty: moved(thirdParty), account: moved(account), systemID: moved(systemID),
            ani: moved(ani), dnis: moved(dnis), callIdentifier: callIdentifier + 3, suitePilot: suitePilot.map(moved),
            hotDeskCalling: hotDeskCalling.map(moved), hotDeskCalled: hotDeskCalled.map(moved),
            isDocumented: isDocumented)
    }
}

/// Columns from 1, both ends included; small, because a layout is handed from place to place for each record.
typealias MiVoiceBusinessColumnRange = ClosedRange<UInt8>

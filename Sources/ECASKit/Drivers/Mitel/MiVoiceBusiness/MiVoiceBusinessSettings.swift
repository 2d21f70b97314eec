import ECASModel

/// What is set for a controller; whatever is not set is told from the records.
struct MiVoiceBusinessSettings: Sendable {
    /// What is set of the controller's options.
    let options: Options
    /// Access codes in front of the caller of analogue networking, longest first.
    let accessCodes: [[UInt8]]
    /// The zone of the controller's clock.
    let zone: ZoneRules?
    /// The year of the first record.
    let firstYear: Int?

    /// The settings that are looked at for each record; small values only, so that handing them on costs nothing.
    struct Options: Sendable {
        /// Whether extended reporting level 1 is on; absent to tell it from the records.
        let hasLevel1: Bool?
        /// Whether the time to answer has four digits; absent to tell it from the records.
        let hasFourDigitTimeToAnswer: Bool?
        /// Whether the clock has twelve hours; absent to tell it from the records.
        let hasTwelveHourClock: Bool?
        /// Whether the digits window ends with meter pulses; absent to tell it from the records.
        let hasMeterPulses: Bool?
        /// Where a `#` parts the caller from the digits.
        let hashSeparator: HashSeparator
        /// Seconds above which an outgoing call without answer supervision counts as answered.
        let answeredAbove: Int?
    }

    /// Where a `#` in the digits parts the caller from the digits dialled.
    enum HashSeparator: String {
        case nonExchangeTrunks = "x-trunks"
        case always
        case never
    }

    /// Reads settings.
    init(_ settings: DriverSettings) throws(DriverError) {
        options = Options(
            hasLevel1: try settings.choice(Self.extendedReporting).map { $0 == "level-1" },
            hasFourDigitTimeToAnswer: try settings.choice(Self.timeToAnswer).map { $0 == "four-digits" },
            hasTwelveHourClock: try settings.choice(Self.clock).map { $0 == "12-hour" },
            hasMeterPulses: try settings.choice(Self.meterPulses).map { $0 == "on" },
            hashSeparator: try settings.choice(Self.hash).flatMap(HashSeparator.init(rawValue:)) ?? .nonExchangeTrunks,
            answeredAbove: try Self.seconds(settings.choice(Self.answeredAfter)))
        accessCodes = try Self.codes(settings.choice(Self.accessCode) ?? "")
        zone = settings.zone
        firstYear = settings.firstYear
    }

    /// What can be set.
    static let descriptions = [
        extendedReporting, timeToAnswer, clock, meterPulses, hash, accessCode, answeredAfter,
    ]

    private static let extendedReporting = DriverSettingDescription(
        key: "extended-reporting",
        documentation: """
            Whether Extended Reporting Level 1 is on in the SMDR Options form. Without this setting it is told from \
            the place of the system ID. Level 2 is always seen by the seconds of the start time.
            """, choices: ["none", "level-1"])

    private static let timeToAnswer = DriverSettingDescription(
        key: "time-to-answer",
        documentation: """
            Whether the time to answer has three digits or, with Extended Time To Answer, four. Without this setting \
            it is told from the records.
            """, choices: ["three-digits", "four-digits"])

    private static let clock = DriverSettingDescription(
        key: "clock",
        documentation: """
            Whether times are printed with 12 hours and a P after noon, or with 24 hours. Without this setting it is \
            told from the records, and is 24 hours until one shows it.
            """, choices: ["12-hour", "24-hour"])

    private static let meterPulses = DriverSettingDescription(
        key: "meter-pulses",
        documentation: """
            Whether Report Meter Pulses is on. Without this setting a blank and five digits at the end of the digits \
            are meter pulses.
            """, choices: ["on", "off"])

    private static let hash = DriverSettingDescription(
        key: "hash-separates-caller",
        documentation: """
            Where the digits before a # are the caller's and those behind it the ones dialled (analogue networking): \
            on X trunks only, which is the default, always, or never.
            """, choices: ["x-trunks", "always", "never"])

    private static let accessCode = DriverSettingDescription(
        key: "network-access-codes",
        documentation: """
            The access codes in front of the caller's number before a #, separated by blanks or commas. Without them \
            such a caller's number cannot be told from the code and is left out.
            """)

    private static let answeredAfter = DriverSettingDescription(
        key: "answered-after",
        documentation: """
            Seconds above which an outgoing call over a trunk without answer supervision counts as answered. Without \
            this setting the outcome of such calls stays undecided.
            """)

    private static func codes(_ text: String) throws(DriverError) -> [[UInt8]] {
        let codes = text.split { $0 == " " || $0 == "," }.map { Array($0.utf8) }
        guard codes.allSatisfy({ $0.allSatisfy { $0.isASCIIDigit || $0 == 0x2A } }) else {
            throw DriverError(
                .unusableSetting,
                "'\(accessCode.key)' must hold access codes of digits and *, separated by blanks or commas.")
        }
        return codes.sorted { $0.count > $1.count }
    }

    private static func seconds(_ text: String?) throws(DriverError) -> Int? {
        guard let text else { return nil }
        guard let seconds = Int(text), seconds >= 0, seconds <= 86_400 else {
            throw DriverError(
                .unusableSetting, "'\(answeredAfter.key)' must be a whole number of seconds from 0 to 86400.")
        }
        return seconds
    }
}

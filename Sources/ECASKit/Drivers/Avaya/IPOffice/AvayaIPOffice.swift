import ECASModel

/// Avaya IP Office, Server Edition and B5800: SMDR lines, comma-separated, one for each part of a call.
///
/// Every record is a call record of its own; what the parts of a call share is ``ECASModel/CallIdentity/callID``. What a
/// part needs of the parts before it (when it began) is kept in `IPOfficeParts`.
public struct AvayaIPOffice: Driver {
    /// SMDR of releases 3 to 12; the connection can be made from either side, and no port is preset.
    public static let descriptor = DriverDescriptor(
        id: "avaya-ip-office", vendor: "Avaya", product: "IP Office",
        releases: "3.x (Delta Server), 4.2 to 12.x, Server Edition, Select, B5800",
        transports: [.tcpConnect, .tcpListen, .folder], layoutKind: .separated, settings: [recordTime, codePage])

    static let recordTime = DriverSettingDescription(
        key: "record-time",
        documentation: "The clock of the field SMDR Record Time (release 11 and later): that of the site, or UTC. "
            + "Default: local.",
        choices: ["local", "utc"])

    static let codePage = DriverSettingDescription(
        key: "code-page",
        documentation: "How names that are no UTF-8 are read: the 8-bit code page of older releases. "
            + "Default: windows-1252.",
        choices: IPOfficeText.codePages)

    private let zone: ZoneRules?
    private let recordTimeIsUTC: Bool
    private let text: IPOfficeText

    /// Makes a driver for one IP Office.
    ///
    /// - Throws: ``DriverError`` for a value that is none of a setting's choices.
    public init(settings: DriverSettings) throws(DriverError) {
        zone = settings.zone
        recordTimeIsUTC = try settings.choice(Self.recordTime) == "utc"
        text = IPOfficeText(codePage: try settings.choice(Self.codePage))
    }

    /// Lines that end with LF; a CR before it belongs to the line end.
    public func makeLinkSession() -> any LinkSession {
        LineSession(terminator: .lineFeed, longestRecord: 16_384)
    }

    /// Reads one line a call record.
    public func makeRecordParser() -> any RecordParser {
        IPOfficeParser(zone: zone, recordTimeIsUTC: recordTimeIsUTC, text: text)
    }
}

import ECASModel

/// Call detail and call management records of Cisco Unified Communications Manager: comma-separated files that its CDR
/// Repository Manager delivers, one line for each connection of two legs.
///
/// Sources: Cisco, *Call Detail Records Administration Guide 12.5(1)*; *Call Reporting and Billing Administration
/// Guide*, releases 14 and 15.
public struct CiscoCUCM: Driver {
    /// What the driver is for and what can be set.
    public static let descriptor = DriverDescriptor(
        id: "cisco-cucm", vendor: "Cisco", product: "Unified Communications Manager",
        releases: "6.x to 15", transports: [.folder, .sftp], layoutKind: .separated,
        settings: [
            CUCMDevices.trunkSetting, CUCMDevices.onNetTrunkSetting, CUCMDevices.recorderSetting,
            CUCMDevices.phoneSetting,
        ])

    private let zone: ZoneRules?
    private let devices: CUCMDevices

    /// Makes a driver for one cluster.
    ///
    /// - Throws: ``DriverError`` if a device is named in two lists, or if a layout is given: the files bring their own.
    public init(settings: DriverSettings) throws(DriverError) {
        guard settings.layout == nil else {
            throw DriverError(
                .unusableLayout,
                "The driver '\(Self.descriptor.id)' takes no layout: the files name their columns in line 1.")
        }
        zone = settings.zone
        devices = try CUCMDevices(settings: settings)
    }

    /// Records are lines that end with LF; whether the last one, without a line end, is whole, the parser sees.
    public func makeLinkSession() -> any LinkSession {
        LineSession(terminator: .lineFeed, longestRecord: CUCMSplitter.longestLine)
    }

    /// Reads lines of call detail and call management records, in any mixture.
    public func makeRecordParser() -> any RecordParser { CUCMRecordParser(zone: zone, devices: devices) }
}

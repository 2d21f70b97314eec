/// Mitel MiVoice Business and its forerunners MCD, 3300 ICP and SX-2000: SMDR records in fixed columns.
///
/// The options of the PBX move and widen columns, and no record says which are on: the layout is told from each line,
/// and from those before it where the line leaves it open.
public struct MitelMiVoiceBusiness: Driver {
    /// What the driver is for and what can be set.
    public static let descriptor = DriverDescriptor(
        id: "mitel-mivoice-business", vendor: "Mitel", product: "MiVoice Business",
        releases: "SX-2000, 3300 ICP, MCD 4 to 6, MiVoice Business 7 to 10",
        transports: [.tcpConnect, .folder, .sftp], defaultPort: 1752, layoutKind: .detected,
        settings: MiVoiceBusinessSettings.descriptions)

    private let settings: MiVoiceBusinessSettings

    /// Makes a driver for one controller.
    ///
    /// - Throws: ``DriverError`` for a setting that cannot be used.
    public init(settings: DriverSettings) throws(DriverError) {
        self.settings = try MiVoiceBusinessSettings(settings)
    }

    /// Makes the machine that puts folded lines together.
    public func makeLinkSession() -> any LinkSession { MiVoiceBusinessLinkSession() }

    /// Makes the machine that reads the records.
    public func makeRecordParser() -> any RecordParser { MiVoiceBusinessParser(settings: settings) }
}

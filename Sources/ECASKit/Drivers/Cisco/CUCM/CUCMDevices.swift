/// What the devices at the two ends of a line are, by their names and by what an administrator says of them.
///
/// Sources: Cisco, *Call Detail Records Administration Guide 12.5(1)*; device names seen in published files.
struct CUCMDevices: Sendable {
    /// What a device is, as far as the direction of a call depends on it.
    enum Class: Sendable {
        case phone
        case voiceMailPort
        /// A conference bridge or another media resource.
        case bridge
        /// No device, or one that stands for none.
        case pseudo
        /// A gateway or trunk to the outside.
        case trunk
        /// A trunk to another cluster whose calls count as internal.
        case onNetTrunk
        /// A trunk to a recorder.
        case recorder

        /// Whether calls with the device come from or go to the outside.
        var isOutside: Bool { self == .trunk || self == .recorder }
        /// Whether the device is a trunk, whatever is behind it.
        var isTrunk: Bool { self == .trunk || self == .onNetTrunk || self == .recorder }
    }

    static let trunkSetting = DriverSettingDescription(
        key: "trunks",
        documentation: """
            Names of gateways and trunks to the outside, separated by commas, * for any characters. Needed only for \
            trunks that are named like a phone; every device with an unknown name is one anyhow.
            """)
    static let onNetTrunkSetting = DriverSettingDescription(
        key: "on-net-trunks",
        documentation: """
            Names of trunks to other clusters whose calls are internal, separated by commas, * for any characters. By \
            default calls over such trunks are inbound or outbound.
            """)
    static let recorderSetting = DriverSettingDescription(
        key: "recorders",
        documentation: """
            Names of trunks to recorders, separated by commas, * for any characters. Nobody is charged for lines with \
            them. By default recordings are known by the code of the feature only.
            """)
    static let phoneSetting = DriverSettingDescription(
        key: "phones",
        documentation: """
            Names of devices that are extensions though they are not named like one, such as FXS ports, CTI ports and \
            route points, separated by commas, * for any characters.
            """)

    private let configured: [(pattern: CUCMNamePattern, deviceClass: Class)]

    /// Reads the lists of names.
    ///
    /// - Throws: ``DriverError`` if a name is in two lists.
    init(settings: DriverSettings) throws(DriverError) {
        var configured: [(pattern: CUCMNamePattern, deviceClass: Class)] = []
        var listOf: [CUCMNamePattern: String] = [:]
        let lists: [(DriverSettingDescription, Class)] = [
            (Self.trunkSetting, .trunk), (Self.onNetTrunkSetting, .onNetTrunk), (Self.recorderSetting, .recorder),
            (Self.phoneSetting, .phone),
        ]
        for (setting, deviceClass) in lists {
            for name in (settings.values[setting.key] ?? "").split(separator: ",") {
                guard let pattern = CUCMNamePattern(name) else { continue }
                if let other = listOf.updateValue(setting.key, forKey: pattern), other != setting.key {
                    throw DriverError(
                        .unusableSetting,
                        "The settings '\(other)' and '\(setting.key)' both name '\(pattern)'; a device has one class.")
                }
                configured.append((pattern, deviceClass))
            }
        }
        self.configured = configured
    }

    /// The class of a device.
    ///
    /// The number goes before the name where nothing is configured: a bridge is one whatever device it is shown with.
    ///
    /// - Parameters:
    ///   - name: the name of the device, without blanks around it.
    ///   - hasBridgeNumber: whether the number on that side is that of a bridge, an announcement or a phone's own bridge.
    /// - Returns: its class; a trunk where nothing else is known.
    func deviceClass(_ name: FieldBytes, hasBridgeNumber: Bool) -> Class {
        if !configured.isEmpty, let match = configured.first(where: { $0.pattern.matches(name) }) {
            return match.deviceClass
        }
        return hasBridgeNumber ? .bridge : Self.classByName(name)
    }

    private static func classByName(_ name: FieldBytes) -> Class {
        if name.isSEPName { return .phone }
        guard name.count > 0 else { return .pseudo }
        switch name[0] | 0x20 {
        case UInt8(ascii: "s"):
            if name.hasPrefixIgnoringCase("SparkRD") { return .phone }
        case UInt8(ascii: "c"):
            if name.hasPrefixIgnoringCase("CSF") || name.hasPrefixIgnoringCase("CIPC")
                || name.hasPrefixIgnoringCase("CTIRD")
            {
                return .phone
            }
            if name.hasPrefixIgnoringCase("CFB_") { return .bridge }
        case UInt8(ascii: "t"):
            if name.hasPrefixIgnoringCase("TCT") || name.hasPrefixIgnoringCase("TAB") { return .phone }
        case UInt8(ascii: "b"):
            if name.hasPrefixIgnoringCase("BOT") { return .phone }
        case UInt8(ascii: "u"):
            if name.hasPrefixIgnoringCase("UPC") { return .phone }
        case UInt8(ascii: "a"):
            if isAnalogPort(name) { return .phone }
            if name.hasPrefixIgnoringCase("ANN_") { return .bridge }
        case UInt8(ascii: "m"):
            if name.hasPrefixIgnoringCase("MTP_") || name.hasPrefixIgnoringCase("MOH_") { return .bridge }
        case UInt8(ascii: "i"):
            if name.hasPrefixIgnoringCase("IVR_") { return .bridge }
        case UInt8(ascii: "p"):
            if name.equalsIgnoringCase("ParkingLotDevice") { return .pseudo }
        default: break
        }
        return isVoiceMailPort(name) ? .voiceMailPort : .trunk
    }

    /// `ATA` or `AN` and ten or more hexadecimal digits.
    private static func isAnalogPort(_ name: FieldBytes) -> Bool {
        for prefix: StaticString in ["ATA", "AN"] where name.hasPrefixIgnoringCase(prefix) {
            let rest = name.suffix(from: prefix.utf8CodeUnitCount)
            if rest.count >= 10, rest.isHexadecimal { return true }
        }
        return false
    }

    /// `-VI` and digits at the end.
    private static func isVoiceMailPort(_ name: FieldBytes) -> Bool {
        var end = name.count
        while end > 0, name[end - 1].isASCIIDigit { end -= 1 }
        return end < name.count && end >= 3 && name[end - 3..<end].equalsIgnoringCase("-VI")
    }
}

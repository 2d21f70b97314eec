public import ECASModel

/// What is set for one PBX: the site's zone and whatever its driver lets an administrator choose.
public struct DriverSettings: Hashable, Sendable {
    /// The zone of the PBX's clock.
    ///
    /// Without one, times keep their wall clock reading and have no instant; formats that
    /// print UTC are then shown in UTC.
    public var zone: ZoneRules?
    /// The year of the first record, for formats that print none; without it the time of reception decides.
    public var firstYear: Int?
    /// The record layout that an administrator supplied, for drivers whose layout is the customer's own.
    public var layout: LayoutText?
    /// The driver's own settings by key; see ``DriverDescriptor/settings``.
    public var values: [String: String]

    /// Makes settings.
    public init(
        zone: ZoneRules? = nil, firstYear: Int? = nil, layout: LayoutText? = nil, values: [String: String] = [:]
    ) {
        self.zone = zone
        self.firstYear = firstYear
        self.layout = layout
        self.values = values
    }

    /// The chosen value of a setting, or nothing if it is not set.
    ///
    /// - Throws: ``DriverError`` if the value is none of the setting's choices.
    public func choice(_ setting: DriverSettingDescription) throws(DriverError) -> String? {
        guard let value = values[setting.key] else { return nil }
        guard setting.choices.isEmpty || setting.choices.contains(value) else {
            throw DriverError(
                .unusableSetting,
                "'\(value)' is no value of the setting '\(setting.key)'; use one of: "
                    + setting.choices.joined(separator: ", ") + ".")
        }
        return value
    }
}

/// A record layout in the words of the PBX or of a profile file.
public struct LayoutText: Hashable, Sendable {
    /// Where it came from, for error messages: usually a file name.
    public var name: String
    /// The text.
    public var text: String

    /// Wraps a layout.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// Why a driver cannot be used as asked.
public struct DriverError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, stable for programs.
    public let code: Code
    /// What went wrong and what to do, for people.
    public let message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }

    /// What went wrong, stable for programs.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as printed in files and metrics.
        public let rawValue: String

        /// Wraps a code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// No driver has that id.
        public static let unknownDriver = Code(rawValue: "unknown-driver")
        /// A setting has a value that the driver cannot use, or that it does not know.
        public static let unusableSetting = Code(rawValue: "unusable-setting")
        /// A layout is missing or cannot be read.
        public static let unusableLayout = Code(rawValue: "unusable-layout")
        /// What a parser remembered cannot be read back.
        public static let unusableMemory = Code(rawValue: "unusable-memory")
    }
}

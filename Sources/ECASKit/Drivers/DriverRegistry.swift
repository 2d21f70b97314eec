/// The drivers that can be chosen by id.
public struct DriverRegistry: Sendable {
    /// The drivers, sorted by id.
    public let drivers: [any Driver.Type]

    /// Makes a registry; integrators add their own drivers to ``standard``'s list.
    public init(_ drivers: [any Driver.Type]) {
        self.drivers = drivers.sorted { $0.descriptor.id < $1.descriptor.id }
    }

    /// Every driver that comes with ECAS: one line a driver, sorted by id.
    public static let standard = DriverRegistry([
        AvayaIPOffice.self,
        CiscoCUCM.self,
        MitelMiVoiceBusiness.self,
    ])

    /// The type of the driver with an id.
    ///
    /// - Throws: ``DriverError`` with the list of known ids if there is none.
    public func driverType(id: String) throws(DriverError) -> any Driver.Type {
        guard let type = drivers.first(where: { $0.descriptor.id == id }) else {
            throw DriverError(
                .unknownDriver,
                "There is no driver '\(id)'. Known are: \(drivers.map { $0.descriptor.id }.joined(separator: ", ")).")
        }
        return type
    }

    /// A driver for one PBX.
    ///
    /// - Throws: ``DriverError`` if there is no such driver, or if it cannot use the settings.
    public func makeDriver(id: String, settings: DriverSettings) throws(DriverError) -> any Driver {
        let type = try driverType(id: id)
        let known = Set(type.descriptor.settings.map(\.key))
        if let unknown = settings.values.keys.sorted().first(where: { !known.contains($0) }) {
            throw DriverError(
                .unusableSetting,
                "The driver '\(id)' has no setting '\(unknown)'; it has: "
                    + (known.isEmpty ? "none" : known.sorted().joined(separator: ", ")) + ".")
        }
        return try type.init(settings: settings)
    }
}

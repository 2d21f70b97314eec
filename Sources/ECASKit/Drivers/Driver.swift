/// What one family of PBX puts out, and how it becomes call records.
///
/// A driver does no I/O and holds no stream state: it makes the three machines that do the work, each a value over
/// bytes, so that the same code runs on a socket, a file, a replay, a fixture or a fuzzer.
///
/// ```
/// bytes ─▶ LinkSession ─▶ raw records ─▶ RecordParser ─▶ legs ─▶ CallAssembler ─▶ call records
/// ```
///
/// Adding one touches three places: a folder below `Drivers/<Vendor>/`, a folder below `Fixtures/drivers/`, a line in
/// ``DriverRegistry/standard``. `scripts/new-driver` lays out all three.
public protocol Driver: Sendable {
    /// What the driver is for and what can be set.
    static var descriptor: DriverDescriptor { get }

    /// Makes a driver for one PBX.
    ///
    /// - Throws: ``DriverError`` for every setting that cannot be used: errors of settings are found here, never while
    ///   records are read.
    init(settings: DriverSettings) throws(DriverError)

    /// Makes the machine that finds the raw records in the bytes of one connection or file.
    func makeLinkSession() -> any LinkSession

    /// Makes the machine that reads the raw records of one connection or file.
    func makeRecordParser() -> any RecordParser

    /// Makes the machine that joins what the format splits.
    func makeCallAssembler() -> any CallAssembler
}

extension Driver {
    /// Records that end with a line end of any kind.
    public func makeLinkSession() -> any LinkSession { LineSession() }

    /// One leg is one call.
    public func makeCallAssembler() -> any CallAssembler { PassthroughAssembler() }
}

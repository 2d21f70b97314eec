import ArgumentParser
import ECASFrontendSupport
import ECASKit
import Foundation

/// `ecas parse`: reads records from files and prints the calls in them; needs no installation.
struct ParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Read call records from files and print the calls.",
        discussion: """
            One call a line, in the order of the records. A count of what was received, skipped and not understood, with \
            line and reason, goes to standard error. Ends with 0, or with 1 if something was not understood; the rest is \
            printed all the same.
            """)

    @Option(help: "The driver's id; 'ecas drivers' lists them.")
    var driver: String

    @Option(help: "A file with the record layout, for drivers whose layout is the customer's own.")
    var layout: String?

    @Option(
        help: "The time zone of the PBX's clock, such as Europe/Berlin. Without one, times are printed without offset.")
    var zone: String?

    @Option(help: "The year of the first record, for formats that print none.")
    var year: Int?

    @Option(name: .customLong("set"), help: "A setting of the driver, as KEY=VALUE; may be repeated.")
    var settings: [String] = []

    @Option(help: "What to print: jsonl, csv, table, or none to count only.")
    var format: CallFormat = .jsonl

    @Argument(help: "The files; - stands for standard input.")
    var files: [String]

    func run() async throws {
        let driver: any Driver
        do {
            driver = try DriverRegistry.standard.makeDriver(id: self.driver, settings: driverSettings())
        } catch {
            StandardError.write("ecas parse: \(error)")
            throw ExitStatus.failed
        }
        var isPartlyMalformed = false
        var printer = CallPrinter(format: format)
        for file in files {
            do {
                if try read(file, driver, &printer) { isPartlyMalformed = true }
            } catch {
                printer.finish()
                StandardError.write("ecas parse: \(file) cannot be read: \(error.localizedDescription)")
                throw ExitStatus.failed
            }
        }
        printer.finish()
        if isPartlyMalformed { throw ExitStatus.partlyMalformed }
    }

    private func driverSettings() throws -> DriverSettings {
        var result = DriverSettings(firstYear: year)
        if let zone {
            guard let rules = ZoneRules(name: zone) else {
                throw ValidationError("There is no time zone '\(zone)'; use a name such as Europe/Berlin or UTC.")
            }
            result.zone = rules
        }
        if let layout {
            let text = try String(contentsOfFile: layout, encoding: .utf8)
            result.layout = LayoutText(name: layout, text: text)
        }
        result.values = try DriverSettingArguments.parse(settings)
        return result
    }

    /// Reads one file; tells whether something in it was not understood.
    private func read(_ file: String, _ driver: any Driver, _ printer: inout CallPrinter) throws -> Bool {
        let handle = file == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
        var stream = RecordStream(driver: driver)
        var calls: [CallRecord] = []
        var supplements: [CallSupplement] = []
        while let piece = try handle.read(upToCount: 1_048_576), !piece.isEmpty {
            piece.withUnsafeBytes { bytes in
                stream.receive(
                    bytes.assumingMemoryBound(to: UInt8.self).span, receivedAt: nil, into: &calls,
                    supplements: &supplements)
            }
            supplements.removeAll(keepingCapacity: true)
            printer.print(calls)
            calls.removeAll(keepingCapacity: true)
            report(stream.takeMalformed(), of: file)
        }
        stream.finish(receivedAt: nil, into: &calls, supplements: &supplements)
        printer.print(calls)
        report(stream.takeMalformed(), of: file)
        StandardError.write("\(file): \(Self.summary(stream.accounting))")
        return stream.accounting.malformed > 0
    }

    private func report(_ malformed: [MalformedRecord], of file: String) {
        for record in malformed {
            StandardError.write("\(file):\(record.line): byte \(record.offset): \(record.reason)")
        }
    }

    private static func summary(_ accounting: RecordAccounting) -> String {
        let skipped = accounting.skipped.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
        return "received \(accounting.received), calls \(accounting.calls), supplements \(accounting.supplements), "
            + "skipped \(skipped.isEmpty ? "0" : skipped), malformed \(accounting.malformed)"
    }
}

public import ECASModel

/// Makes a fresh record of a fixture's record: the same call at another time, with a number of its own.
///
/// What is no record of the format (noise, headers) is given back as it is.
public protocol RecordRenewal: Sendable {
    /// Makes a record.
    ///
    /// - Parameters:
    ///   - template: a record without its line end.
    ///   - number: what the record is to be recognised by, from 1; it stands where the PBX puts its own identifier.
    ///   - start: when the call is to begin, on the PBX's clock.
    /// - Returns: the record without a line end.
    func renew(_ template: [UInt8], number: Int, start: LocalTime) -> [UInt8]
}

/// The renewals of the drivers that come with ECAS.
public enum RecordRenewals {
    /// The renewal for a driver.
    ///
    /// - Throws: ``GoldenError`` if its records cannot be renewed.
    public static func renewal(driverID: String) throws -> any RecordRenewal {
        switch driverID {
        case "avaya-ip-office": return AvayaIPOfficeRenewal()
        case "cisco-cucm": return CiscoCUCMRenewal()
        case "mitel-mivoice-business": return MitelMiVoiceBusinessRenewal()
        default:
            throw GoldenError("Records of '\(driverID)' cannot be simulated yet; there is no renewal for them.")
        }
    }
}

extension WallClock {
    /// `YYYY/MM/DD`, `MM/DD`, `HH:MM:SS` and the like: each letter stands for a digit of the part it names (`n` for the
    /// minute), everything else for itself.
    func formatted(_ pattern: StaticString) -> [UInt8] {
        let (year, month, day) = date.parts
        var parts: [UInt8: [UInt8]] = [
            UInt8(ascii: "Y"): digits(year, 4), UInt8(ascii: "M"): digits(month, 2), UInt8(ascii: "D"): digits(day, 2),
            UInt8(ascii: "H"): digits(hour, 2), UInt8(ascii: "n"): digits(minute, 2),
            UInt8(ascii: "S"): digits(second, 2),
        ]
        return pattern.withUTF8Buffer { buffer in
            buffer.map { byte in
                guard let rest = parts[byte], let first = rest.first else { return byte }
                parts[byte] = Array(rest.dropFirst())
                return first
            }
        }
    }
}

/// A number as digits, padded with zeros; the last ones if there are more.
func digits(_ number: Int, _ width: Int) -> [UInt8] {
    let text = Array(String(number).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, width - text.count)) + text.suffix(width)
}

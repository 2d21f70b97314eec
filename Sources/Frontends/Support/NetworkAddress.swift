import ArgumentParser

/// `HOST:PORT` on a command line; either part may have a default.
public struct NetworkAddress: Hashable, Sendable {
    /// The host name or address.
    public let host: String
    /// The TCP port.
    public let port: UInt16

    /// Takes an argument apart: `HOST:PORT`, `[IPv6]:PORT`, `PORT` where the host has a default, `HOST` where the port has.
    ///
    /// - Throws: `ValidationError` if a part is missing or no port.
    public init(_ text: String, defaultHost: String?, defaultPort: UInt16?) throws {
        if let defaultHost, let port = UInt16(text) {
            self.host = defaultHost
            self.port = port
            return
        }
        let separator = text.lastIndex(of: ":")
        let isBareAddress = text.hasSuffix("]") || separator == nil
        if let separator, !isBareAddress {
            guard let port = UInt16(text[text.index(after: separator)...]), port > 0 else {
                throw ValidationError("'\(text)' has no port; write HOST:PORT with a port from 1 to 65535.")
            }
            self.port = port
            host = Self.withoutBrackets(text[..<separator])
        } else {
            guard let defaultPort else {
                throw ValidationError("'\(text)' has no port and the driver has no usual one; write HOST:PORT.")
            }
            port = defaultPort
            host = Self.withoutBrackets(text[...])
        }
        guard !host.isEmpty else { throw ValidationError("'\(text)' has no host; write HOST:PORT.") }
    }

    private static func withoutBrackets(_ host: Substring) -> String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : String(host)
    }
}

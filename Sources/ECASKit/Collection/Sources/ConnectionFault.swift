import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a connection could not be made or broke, in words for people who look after PBXs.
enum ConnectionFault {
    /// The words for an error of the network; the error's own where there are no better ones.
    static func words(for error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            if let first = error.connectionErrors.first { return words(for: first.error) }
            return "the name of the host is not known"
        case let error as IOError: return words(forCode: error.errnoCode)
        case ChannelError.connectTimeout(let limit):
            return
                "no answer within \(limit.nanoseconds / 1_000_000_000) s; is the address right, and is a firewall between?"
        default: return "\(error)"
        }
    }

    private static func words(forCode code: CInt) -> String {
        switch code {
        case ECONNREFUSED: "refused; nobody listens at this port. Is the output of call records switched on in the PBX?"
        case EHOSTUNREACH, ENETUNREACH: "the host cannot be reached; check the network"
        case ETIMEDOUT: "no answer; is the address right, and is a firewall between?"
        case ECONNRESET, EPIPE: "the other side broke the connection"
        default: String(cString: strerror(code))
        }
    }
}

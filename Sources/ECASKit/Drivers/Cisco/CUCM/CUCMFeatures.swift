/// A set of features by their OnBehalfOf codes.
///
/// Source: Cisco, *Call Detail Records Administration Guide 12.5(1)*, Call Detail Records Codes.
struct CUCMFeatures {
    // Bit n stands for code n.
    private var bits: UInt64
    /// Whether there was a code that the manual does not list.
    private(set) var hasUnknownCode = false

    /// Makes an empty set.
    init() {
        bits = 0
    }

    private init(bits: UInt64) {
        self.bits = bits
    }

    /// Park.
    static var parks: Self { Self(bits: 1 << 3 | 1 << 26) }
    /// Ad hoc conference, meet-me conference, Conference Now.
    static var conferences: Self { Self(bits: 1 << 4 | 1 << 6 | 1 << 7) }
    /// Transfer; REFER and Replaces of SIP.
    static var transfers: Self { Self(bits: 1 << 10 | 1 << 17 | 1 << 18) }
    /// Forward and immediate divert.
    static var forwarding: Self { Self(bits: 1 << 5 | 1 << 14) }
    /// Pick-up.
    static var pickups: Self { Self(bits: 1 << 16) }
    /// Barge.
    static var barges: Self { Self(bits: 1 << 15) }
    /// Malicious call identification.
    static var maliciousCalls: Self { Self(bits: 1 << 23) }
    /// Recording.
    static var recordings: Self { Self(bits: 1 << 27) }
    /// Monitoring.
    static var monitorings: Self { Self(bits: 1 << 28) }
    /// What nobody is charged for: recording, monitoring, agent greeting.
    static var supervision: Self { Self(bits: 1 << 27 | 1 << 28 | 1 << 33) }
    /// What uses bridges without being a conference: barge and supervision.
    static var otherBridgeUsers: Self { Self(bits: 1 << 15 | 1 << 27 | 1 << 28 | 1 << 33) }

    /// Adds a code; 0 stands for none.
    @inline(__always)
    mutating func insert(_ code: Int) {
        guard code != 0 else { return }
        if code > 0, code <= 35 {
            bits |= 1 &<< UInt64(code)
        } else {
            hasUnknownCode = true
        }
    }

    /// Whether one of the features of another set is in this one.
    @inline(__always)
    func contains(_ others: CUCMFeatures) -> Bool { bits & others.bits != 0 }

    /// Whether a code is that of a transfer.
    static func isTransfer(_ code: Int) -> Bool { code == 10 || code == 17 || code == 18 }
}

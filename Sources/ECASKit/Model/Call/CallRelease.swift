/// Why and by whom a call was ended.
public struct CallRelease: Hashable, Sendable {
    /// The cause as the PBX reports it.
    public var cause: String?
    /// The cause as a value of ITU-T Q.850, 1 to 127, where the PBX's own can be translated.
    public var q850: UInt8?
    /// Who hung up first.
    public var releasedBy: Side?

    /// Makes a release in which everything is absent.
    @inlinable
    public init() {}

    /// A side of a call.
    public enum Side: UInt8, Hashable, Sendable {
        /// The caller.
        case calling = 1
        /// The called party.
        case called = 2
    }
}

/// What the PBX itself says of the charge.
public struct PBXCharge: Hashable, Sendable {
    /// Meter pulses or charge units.
    public var meterPulses: Int32?
    /// The amount in 10⁻⁹ units of `currency`; PBXs print amounts without a currency, too.
    public var amountNanounits: Int64?
    /// The currency printed.
    public var currency: Currency?

    /// Makes a charge of which nothing is known.
    @inlinable
    public init() {}
}

/// Voice quality of one leg, as the PBX or its phones measured it; unmeasured is absent, not zero.
public struct CallQuality: Hashable, Sendable, Codable {
    /// The leg measured, as ``CallIdentity/leg`` names legs.
    public var leg: String?
    /// The device that measured.
    public var device: String?
    /// The extension at the device.
    public var measuredExtension: String?
    /// When it was measured.
    public var at: Instant?
    /// How long was measured, in seconds.
    public var durationSeconds: Int32?
    /// Packets sent.
    public var packetsSent: Int64?
    /// Packets received.
    public var packetsReceived: Int64?
    /// Packets lost; some PBXs count duplicates as negative losses.
    public var packetsLost: Int64?
    /// Jitter in milliseconds.
    public var jitterMilliseconds: Int32?
    /// Latency in milliseconds.
    public var latencyMilliseconds: Int32?
    /// Seconds in which losses were concealed.
    public var concealedSeconds: Int32?
    /// Mean opinion score in thousandths, 1000 to 5000.
    public var meanOpinionScoreThousandths: Int32?
    /// The codec as the PBX names it.
    public var codec: String?

    /// Makes a measurement in which everything is absent.
    public init() {}
}

/// Which driver read a call from which raw record.
public struct CallProvenance: Hashable, Sendable {
    /// The layout the driver detected or was told, where it knows several.
    public var layout: String?
    /// Zero-based number of the raw record in its stream.
    public var recordIndex: Int64 = 0
    /// When the raw record arrived; absent when a file of unknown age is read.
    public var receivedAt: Instant?

    /// Makes a provenance of nothing.
    @inlinable
    public init() {}
}

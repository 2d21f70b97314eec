import Dispatch

/// Why a test gave up waiting.
public struct NotInTime: Error, CustomStringConvertible {
    /// What was waited for.
    public let description: String
}

/// Lets others work for a moment.
///
/// - Throws: `CancellationError` when the task is cancelled.
public func briefPause() async throws {
    try Task.checkCancellation()
    await withCheckedContinuation { continuation in
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(2)) { continuation.resume() }
    }
    try Task.checkCancellation()
}

/// Looks again and again until a condition holds.
///
/// - Parameters:
///   - what: what is waited for, for the message.
///   - condition: looks.
/// - Throws: ``NotInTime`` when it has not come true after a time far longer than it should take, or what the condition
///   throws.
public func eventually(_ what: String, _ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now.advanced(by: .seconds(40))
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw NotInTime(description: "not in time: \(what)") }
        try await briefPause()
    }
}

/// A random generator that gives the same numbers for the same seed (SplitMix64, Steele, Lea and Flood 2014).
public struct TestRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Makes a generator; print the seed where it matters.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Cuts bytes at random places into pieces of 1 to `longest` bytes.
    public mutating func pieces(of bytes: [UInt8], longest: Int) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let length = Int.random(in: 1...longest, using: &self)
            pieces.append([UInt8](rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return pieces
    }
}

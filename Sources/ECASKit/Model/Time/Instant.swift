public import struct Foundation.Date

/// A point in time, counted in whole milliseconds since 1970-01-01T00:00:00Z; leap seconds do not count.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    public let milliseconds: Int64

    /// Makes an instant from milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Makes an instant from whole seconds since 1970-01-01T00:00:00Z.
    public init(seconds: Int64) {
        milliseconds = seconds &* 1000
    }

    /// Makes an instant from a Foundation date; what is finer than a millisecond is cut off.
    public init(_ date: Date) {
        milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded(.down))
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded towards the past.
    public var seconds: Int64 { milliseconds.flooredQuotient(by: 1000) }

    /// The same point as a Foundation date.
    public var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// Decodes the bare count of milliseconds.
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Encodes the bare count of milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// Earlier instants come first.
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// The instant that many milliseconds later, or earlier if negative.
    public func advanced(byMilliseconds distance: Int64) -> Self { Self(milliseconds: milliseconds &+ distance) }

    /// The instant that many seconds later, or earlier if negative.
    public func advanced(bySeconds distance: Int64) -> Self { Self(milliseconds: milliseconds &+ distance &* 1000) }
}

extension Int64 {
    /// The quotient rounded towards negative infinity, so that times before 1970 fall into the right second and day.
    @inlinable
    package func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

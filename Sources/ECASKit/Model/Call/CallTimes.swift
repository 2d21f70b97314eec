/// When a call was and how long its phases took.
public struct CallTimes: Hashable, Sendable {
    /// Seizure, off-hook or arrival, as the format page defines it.
    public var start: LocalTime?
    /// When it was answered; absent if it was not, or if the record cannot decide it.
    public var answer: LocalTime?
    /// When it ended.
    public var end: LocalTime?
    /// Talk time in seconds, 0 if not answered.
    public var durationSeconds: Int32?
    /// From arrival to answer or hang-up, in seconds.
    public var ringSeconds: Int32?
    /// On hold, in seconds.
    public var holdSeconds: Int32?
    /// Parked, in seconds.
    public var parkSeconds: Int32?
    /// Waiting in a queue, in seconds.
    public var queueSeconds: Int32?
    /// How far the times can be trusted.
    public var precision: Precision = .second
    /// What is odd about the times.
    public var marks: Marks = []

    /// Makes times in which everything is absent.
    @inlinable
    public init() {}

    /// How far the times of a record can be trusted.
    public enum Precision: UInt8, Hashable, Sendable, Codable {
        /// To the second.
        case second = 0
        /// To the minute: the format prints no seconds.
        case minute = 1
        /// Derived from other values, some seconds off.
        case approximate = 2
        /// The PBX's clock was not set; the time is that of reception, or absent.
        case clockNotSynchronised = 3
    }

    /// Oddities of the times of a record.
    public struct Marks: OptionSet, Hashable, Sendable {
        /// The bits, as stored.
        public let rawValue: UInt8

        /// Makes marks from stored bits.
        @inlinable
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The record does not say how long the call was.
        public static let durationUnknown = Marks(rawValue: 1)
        /// The PBX's counter reached its ceiling; the call was at least this long.
        public static let counterOverflow = Marks(rawValue: 2)
        /// Two times of the record contradict each other, as after a clock step.
        public static let clockStep = Marks(rawValue: 4)
    }
}

import ECASModel

/// The parts of calls that were recorded last: what tells when the next part of a call began.
///
/// Every record of a call prints the beginning of the call; a part begins where the parts recorded before it end. The
/// newest part of an open call is kept, as long as there is room; the others make room for newer ones, oldest first.
/// Call IDs count up, so the slots of neighbouring calls are different ones.
struct IPOfficeParts: Sendable {
    /// One part of a call.
    struct Part: Hashable, Sendable {
        /// The Call ID.
        var call: UInt64
        /// The Call Start, in seconds on the PBX's clock.
        var start: Int64
        /// The Call Start of the call's first record; another one if diverts are split off.
        var firstStart: Int64
        /// The fingerprint of the line: one that comes again is the same part.
        var line: UInt64
        /// When the part began, in seconds from the Call Start.
        var begin: Int32
        /// When it ended, in seconds from the Call Start.
        var end: Int32
        /// Whether a part of the same call was recorded before.
        var follows: Bool
        /// Whether it is the newest part of its call and more will come.
        var isOpen: Bool
        /// A number that grows with each part; none is 0.
        var order: UInt32
    }

    /// Where a record stands among the parts of its call.
    struct Place: Hashable, Sendable {
        /// The Call Start of the call's first record.
        var firstStart: Int64
        /// When the part began, in seconds from its Call Start.
        var begin: Int32
        /// Whether a part of the same call was recorded before.
        var follows: Bool
    }

    /// A Call ID and the Call Start it was seen with.
    struct Mark: Codable, Hashable, Sendable {
        var call: UInt64
        var start: Int64
    }

    /// How far a Call ID falls behind when the system starts again, at least.
    ///
    /// Calls that began later can have lower IDs for other reasons: a divert begins anew under the ID of its call.
    static let restartDistance: UInt64 = 1000
    static let secondsOfDay: Int64 = 86_400

    private static let ways = 8
    private static let sets = 64
    static let capacity = ways * sets

    private var slots: [Part] = []
    private var lastOrder: UInt32 = 0
    private var highest: Mark?

    /// Adds a part, and tells when it began.
    mutating func place(
        call: UInt64, isCounter: Bool, start: Int64, line: UInt64, length: Int64, continues: Bool
    ) -> Place {
        if slots.isEmpty { slots = [Part](repeating: Self.free, count: Self.capacity) }
        if isCounter { noticeRestart(call: call, start: start) }
        if lastOrder == .max { removeAll() }
        let order = lastOrder + 1
        var part = Part(
            call: call, start: start, firstStart: start, line: line, begin: 0, end: 0, follows: false,
            isOpen: continues, order: order)
        let first = Int(truncatingIfNeeded: call % UInt64(Self.sets)) * Self.ways
        slots.withUnsafeMutableBufferPointer { slots in
            let set = UnsafeMutableBufferPointer(rebasing: slots[first..<first + Self.ways])
            Self.place(&part, length: length, in: set)
        }
        if part.order == order { lastOrder = order }
        return Place(firstStart: part.firstStart, begin: part.begin, follows: part.follows)
    }

    /// Puts a part into the slot of its set that can best be spared; a line that is there already takes none.
    private static func place(_ part: inout Part, length: Int64, in set: UnsafeMutableBufferPointer<Part>) {
        var earlier: Int?
        var diverted: Int?
        var spare = 0
        var spareRank = UInt64.max
        for slot in 0..<set.count {
            let isWaitedFor = set[slot].isOpen && part.start &- set[slot].start <= secondsOfDay
            let rank = UInt64(set[slot].order) | (isWaitedFor ? 1 << 32 : 0)
            if rank < spareRank {
                spareRank = rank
                spare = slot
            }
            guard set[slot].call == part.call, set[slot].order != 0 else { continue }
            if set[slot].start == part.start {
                if set[slot].line == part.line {
                    part = set[slot]
                    return
                }
                if earlier.map({ set[$0].order < set[slot].order }) ?? true { earlier = slot }
            } else if isWaitedFor, part.start > set[slot].start,
                diverted.map({ set[$0].order < set[slot].order }) ?? true
            {
                diverted = slot
            }
        }
        if let earlier { part.begin = set[earlier].end }
        // The divert's record has a Call Start of its own: its sum begins anew, its call is the same.
        if let predecessor = earlier ?? diverted {
            part.firstStart = set[predecessor].firstStart
            part.follows = true
            set[predecessor].isOpen = false
        }
        part.end = Int32(clamping: Int64(part.begin) + min(max(length, 0), Int64(Int32.max)))
        set[spare] = part
    }

    /// Forgets the calls of the time before a restart, when Call IDs start again.
    private mutating func noticeRestart(call: UInt64, start: Int64) {
        guard let known = highest, call <= known.call else {
            highest = Mark(call: call, start: start)
            return
        }
        if known.call - call > Self.restartDistance, start > known.start {
            removeAll()
            highest = Mark(call: call, start: start)
        }
    }

    private mutating func removeAll() {
        slots = [Part](repeating: Self.free, count: Self.capacity)
        lastOrder = 0
    }

    private static let free = Part(
        call: 0, start: 0, firstStart: 0, line: 0, begin: 0, end: 0, follows: false, isOpen: false, order: 0)
}

extension IPOfficeParts: Codable {
    private enum CodingKeys: String, CodingKey {
        case parts, lastOrder, highest
    }

    // A part is seven words: a list of numbers is written ten times faster than named values, and checkpoints are many.
    private static let wordsOfPart = 7

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        lastOrder = try container.decode(UInt32.self, forKey: .lastOrder)
        highest = try container.decodeIfPresent(Mark.self, forKey: .highest)
        let words = try container.decode([UInt64].self, forKey: .parts)
        guard words.count.isMultiple(of: Self.wordsOfPart), words.count <= Self.capacity * Self.wordsOfPart else {
            throw DecodingError.dataCorruptedError(
                forKey: .parts, in: container, debugDescription: "\(words.count) words are no list of parts.")
        }
        guard !words.isEmpty else { return }
        slots = [Part](repeating: Self.free, count: Self.capacity)
        for index in stride(from: 0, to: words.count, by: Self.wordsOfPart) {
            let slot = Int(truncatingIfNeeded: words[index] >> 2)
            guard slot < Self.capacity else {
                throw DecodingError.dataCorruptedError(
                    forKey: .parts, in: container, debugDescription: "There is no slot \(slot).")
            }
            slots[slot] = Part(
                call: words[index + 1], start: Int64(bitPattern: words[index + 2]),
                firstStart: Int64(bitPattern: words[index + 3]), line: words[index + 4],
                begin: Int32(truncatingIfNeeded: words[index + 5] >> 32),
                end: Int32(truncatingIfNeeded: words[index + 5]),
                follows: words[index] & 2 != 0, isOpen: words[index] & 1 != 0,
                order: UInt32(truncatingIfNeeded: words[index + 6]))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(lastOrder, forKey: .lastOrder)
        try container.encodeIfPresent(highest, forKey: .highest)
        var words: [UInt64] = []
        for (slot, part) in slots.enumerated() where part.order != 0 {
            words += [
                UInt64(truncatingIfNeeded: slot) << 2 | (part.follows ? 2 : 0) | (part.isOpen ? 1 : 0),
                part.call, UInt64(bitPattern: part.start), UInt64(bitPattern: part.firstStart), part.line,
                UInt64(UInt32(bitPattern: part.begin)) << 32 | UInt64(UInt32(bitPattern: part.end)),
                UInt64(part.order),
            ]
        }
        try container.encode(words, forKey: .parts)
    }
}

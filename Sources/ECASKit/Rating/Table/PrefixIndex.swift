/// Finds the longest of many prefixes that a number begins with.
///
/// Prefixes are nested intervals of numbers. Laid flat they are a sorted row of boundaries, each with the prefix that
/// holds from there on, so that a look-up is one search in a row, however many prefix lengths there are. A table over
/// the leading digits narrows the search to a handful of boundaries: the cost hardly grows with the number of prefixes.
struct PrefixIndex: Sendable {
    /// What was found.
    struct Match {
        /// What the prefix stands for, as handed in.
        var value: Int
        /// How many digits the prefix has.
        var length: Int
    }

    private struct Entry {
        var length: Int32
        var value: Int32
        /// The next shorter prefix of the same digits, or -1.
        var parent: Int32
    }

    private let entries: ContiguousArray<Entry>
    private let boundaries: ContiguousArray<UInt64>
    private let owners: ContiguousArray<Int32>
    /// Place `b`: how many boundaries lie before the numbers whose leading bits are `b`.
    private let firstBoundary: ContiguousArray<UInt32>
    private let leadingShift: UInt64

    /// Builds an index in O(n log n).
    ///
    /// - Parameter prefixes: digits, and what they stand for; no digits twice.
    init(_ prefixes: [(digits: RatedNumber.Digits, value: Int)]) {
        let sorted = prefixes.sorted { $0.digits < $1.digits }
        var entries: ContiguousArray<Entry> = []
        var builder = BoundaryBuilder()
        for (digits, value) in sorted {
            let start = digits.key
            builder.close(upTo: start)
            entries.append(
                Entry(length: Int32(digits.count), value: Int32(value), parent: builder.innermost))
            builder.open(from: start, to: start + 1 << UInt64(60 - 4 * digits.count), entry: Int32(entries.count - 1))
        }
        builder.close(upTo: .max)
        self.entries = entries
        boundaries = builder.boundaries
        owners = builder.owners

        // One place for some boundaries on average, at most 2²⁰ places (4 MiB): five leading digits.
        var bits: UInt64 = 4
        while bits < 20, 1 << bits < 2 * boundaries.count { bits += 4 }
        leadingShift = 60 - bits
        var counts = ContiguousArray<UInt32>(repeating: 0, count: (1 << Int(bits)) + 1)
        for boundary in boundaries where boundary >> leadingShift < 1 << bits {
            counts[Int(boundary >> leadingShift) + 1] += 1
        }
        for index in 1..<counts.count { counts[index] += counts[index - 1] }
        firstBoundary = counts
    }

    /// The longest prefix of a number, or nothing.
    func longestPrefix(of number: RatedNumber.Digits) -> Match? {
        let key = number.key
        let leading = Int(truncatingIfNeeded: key >> leadingShift)
        var low = Int(firstBoundary[leading])
        var high = Int(firstBoundary[leading + 1])
        while low < high {
            let middle = (low + high) >> 1
            if boundaries[middle] <= key { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        var index = owners[low - 1]
        // A short number lies in the interval of a longer prefix too, as 49 does in that of 490.
        while index >= 0 {
            let entry = entries[Int(index)]
            if Int(entry.length) <= number.count { return Match(value: Int(entry.value), length: Int(entry.length)) }
            index = entry.parent
        }
        return nil
    }
}

/// Lays nested intervals flat; they are opened in the order of their beginnings, the wider first.
private struct BoundaryBuilder {
    var boundaries: ContiguousArray<UInt64> = []
    var owners: ContiguousArray<Int32> = []
    private var openIntervals: [(end: UInt64, entry: Int32)] = []

    var innermost: Int32 { openIntervals.last?.entry ?? -1 }

    mutating func open(from start: UInt64, to end: UInt64, entry: Int32) {
        append(start, entry)
        openIntervals.append((end, entry))
    }

    mutating func close(upTo start: UInt64) {
        while let last = openIntervals.last, last.end <= start {
            openIntervals.removeLast()
            append(last.end, innermost)
        }
    }

    private mutating func append(_ boundary: UInt64, _ owner: Int32) {
        if boundaries.last == boundary {
            owners[owners.count - 1] = owner
        } else {
            boundaries.append(boundary)
            owners.append(owner)
        }
    }
}

/// The fields of one split record as plain pointers: copying it and reading a field cost no reference counting.
///
/// Valid only inside ``SeparatedFields/withView(of:_:)``.
struct SeparatedFieldsView {
    /// The record that was split.
    let record: FieldBytes
    /// How many fields it has.
    let count: Int
    // One more than there are fields; never looked at if there is none.
    private let starts: UnsafePointer<UInt32>

    fileprivate init(record: FieldBytes, count: Int, starts: UnsafePointer<UInt32>) {
        self.record = record
        self.count = count
        self.starts = starts
    }

    /// The bytes of a field; empty behind the last one.
    subscript(_ index: Int) -> FieldBytes {
        @inline(__always)
        get {
            guard UInt(bitPattern: index) < UInt(bitPattern: count) else {
                return FieldBytes(base: record.base, count: 0)
            }
            return between(starts[index], starts[index &+ 1])
        }
    }

    /// The bytes from the beginning of one field to the end of another, with the separators between them.
    subscript(_ range: ClosedRange<Int>) -> FieldBytes {
        @inline(__always)
        get {
            guard UInt(bitPattern: range.lowerBound) < UInt(bitPattern: count) else {
                return FieldBytes(base: record.base, count: 0)
            }
            return between(starts[range.lowerBound], starts[min(range.upperBound, count &- 1) &+ 1])
        }
    }

    /// Whether all fields of a range are empty; those behind the last one are.
    @inline(__always)
    func areEmpty(_ range: ClosedRange<Int>) -> Bool {
        guard range.lowerBound >= 0, range.lowerBound < count else { return true }
        let end = min(range.upperBound, count &- 1) &+ 1
        return Int(starts[end] &- starts[range.lowerBound]) == end &- range.lowerBound
    }

    // Splitting has found both in the record, in this order.
    @inline(__always)
    private func between(_ start: UInt32, _ next: UInt32) -> FieldBytes {
        FieldBytes(base: record.base + Int(start), count: Int(next &- start &- 1))
    }
}

extension SeparatedFields {
    /// Hands out the fields of the record that was split last.
    ///
    /// - Parameters:
    ///   - record: the record that was split last.
    ///   - body: reads the fields; the view must not leave it.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws.
    @inline(__always)
    func withView<Result, Failure: Error>(
        of record: FieldBytes, _ body: (SeparatedFieldsView) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try starts.withUnsafeBufferPointer { buffer throws(Failure) in
            // Before the first split there is no address, and no field to look up with the one that stands in for it.
            let starts = buffer.baseAddress ?? UnsafePointer(bitPattern: 4).unsafelyUnwrapped
            return try body(
                SeparatedFieldsView(record: record, count: buffer.count > count ? count : 0, starts: starts))
        }
    }
}

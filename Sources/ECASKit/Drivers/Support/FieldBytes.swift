/// The bytes of a field or record while its parser looks at it: reading costs no allocation until a value is kept.
///
/// Valid only during the call of ``RecordParser/parse(_:_:into:)`` that it was made in; never store one. Every access is
/// checked against the field's bounds.
public struct FieldBytes {
    @usableFromInline let base: UnsafePointer<UInt8>
    /// How many bytes there are.
    public let count: Int

    /// Wraps bytes that outlive the value.
    @inlinable
    public init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    /// Wraps a buffer that outlives the value.
    @inlinable
    public init(_ buffer: UnsafeBufferPointer<UInt8>) {
        // An empty buffer has no address; a field of no bytes never looks at the one that stands in for it.
        base = buffer.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        count = buffer.count
    }

    /// Whether there is nothing.
    @inlinable public var isEmpty: Bool { count == 0 }

    /// The byte at an index from 0.
    @inlinable
    public subscript(_ index: Int) -> UInt8 {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a field is read within its bounds")
        return base[index]
    }

    /// The bytes of a range, cut to what is there: a column behind the end of a short line is empty.
    @inlinable
    public subscript(_ range: Range<Int>) -> FieldBytes {
        let lower = min(max(range.lowerBound, 0), count)
        let upper = min(max(range.upperBound, lower), count)
        return FieldBytes(base: base + lower, count: upper - lower)
    }

    /// The bytes of columns counted from 1, both ends included, as format pages print them; cut to what is there.
    @inlinable
    public func columns(_ first: Int, _ last: Int) -> FieldBytes { self[first - 1..<max(last, first - 1)] }

    /// Everything from an index on.
    @inlinable
    public func suffix(from index: Int) -> FieldBytes { self[index..<max(count, index)] }

    /// Without blanks and tabs on both sides.
    @inlinable
    public func trimmed() -> FieldBytes {
        var lower = 0
        var upper = count
        while lower < upper, base[lower] == 0x20 || base[lower] == 0x09 { lower += 1 }
        while upper > lower, base[upper - 1] == 0x20 || base[upper - 1] == 0x09 { upper -= 1 }
        return FieldBytes(base: base + lower, count: upper - lower)
    }

    /// Without a pair of double quotes around it.
    @inlinable
    public func unquoted() -> FieldBytes {
        guard count >= 2, base[0] == 0x22, base[count - 1] == 0x22 else { return self }
        return FieldBytes(base: base + 1, count: count - 2)
    }

    /// Whether it consists of these ASCII bytes.
    @inlinable
    public static func == (field: FieldBytes, text: StaticString) -> Bool {
        field.count == text.utf8CodeUnitCount && field.hasPrefix(text)
    }

    /// Whether two fields hold the same bytes.
    @inline(__always)
    public func hasSameBytes(as other: FieldBytes) -> Bool {
        guard count == other.count else { return false }
        if count <= ShortText.capacity { return ShortText(self) == ShortText(other) }
        return hasSameManyBytes(as: other)
    }

    @inline(never)
    private func hasSameManyBytes(as other: FieldBytes) -> Bool {
        for index in 0..<count where base[index] != other.base[index] { return false }
        return true
    }

    /// Whether it begins with these ASCII bytes.
    @inlinable
    public func hasPrefix(_ text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        let expected = text.utf8Start
        for index in 0..<text.utf8CodeUnitCount where base[index] != expected[index] { return false }
        return true
    }

    /// Whether it consists of these ASCII bytes; the case of letters does not matter.
    public func equalsIgnoringCase(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && hasPrefixIgnoringCase(text)
    }

    /// Whether it begins with these ASCII bytes; the case of letters does not matter.
    public func hasPrefixIgnoringCase(_ text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        let expected = text.utf8Start
        for index in 0..<text.utf8CodeUnitCount where base[index].asciiLowercased != expected[index].asciiLowercased {
            return false
        }
        return true
    }

    /// Where these ASCII bytes stand first; the case of letters does not matter.
    public func firstRangeIgnoringCase(of text: StaticString) -> Int? {
        guard count >= text.utf8CodeUnitCount else { return nil }
        for index in 0...(count - text.utf8CodeUnitCount)
        where self[index..<index + text.utf8CodeUnitCount].hasPrefixIgnoringCase(text) {
            return index
        }
        return nil
    }

    /// Where a byte stands first.
    @inlinable
    public func firstIndex(of byte: UInt8) -> Int? {
        for index in 0..<count where base[index] == byte { return index }
        return nil
    }

    /// Whether every byte passes.
    @inlinable
    public func allSatisfy(_ isWanted: (UInt8) -> Bool) -> Bool {
        for index in 0..<count where !isWanted(base[index]) { return false }
        return true
    }

    /// The bytes as an array, for what must be kept.
    public var array: [UInt8] { [UInt8](UnsafeBufferPointer(start: base, count: count)) }
}

extension UInt8 {
    /// Whether it is `0` to `9` in ASCII.
    @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }

    /// Whether it is a letter in ASCII.
    @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// Whether it is `A` to `Z` in ASCII.
    @inlinable public var isASCIICapital: Bool { self &- 0x41 < 26 }

    /// The small letter of a capital one in ASCII.
    @inlinable public var asciiLowercased: UInt8 { isASCIICapital ? self | 0x20 : self }
}

extension Optional {
    /// Sets a value of a new record.
    ///
    /// Records are filled in where they lie, and nearly always nothing was there before. An assignment would release that
    /// nothing all the same, which for a short text costs more than to make it.
    @inline(__always)
    package mutating func fill(with value: __owned Wrapped?) {
        guard case .none = self else {
            self = value
            return
        }
        withUnsafeMutablePointer(to: &self) { $0.initialize(to: value) }
    }
}

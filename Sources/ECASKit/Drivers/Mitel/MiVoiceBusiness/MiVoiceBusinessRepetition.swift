/// How a record that is sent again is recognised: by its call identifier and by everything that it says.
///
/// The identifier alone is not enough: call numbers have four digits and come again.
enum MiVoiceBusinessRepetition {
    /// Remembers a record and says whether it is new; one without a sequence letter always is.
    static func isNew(
        _ identifiers: MiVoiceBusinessIdentifiers, fingerprint: UInt64, _ recent: inout RecentKeys
    ) -> Bool {
        guard !identifiers.call.isEmpty, !identifiers.sequence.isEmpty else { return true }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2) { key in
            key[0] = identifiers.call.shortWord
            key[1] = fingerprint
            return recent.insert(FieldBytes(UnsafeRawBufferPointer(key).assumingMemoryBound(to: UInt8.self)))
        }
    }
}

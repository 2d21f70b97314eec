import Foundation

/// Which keys came lately: how a parser sees that its stream repeats a row.
///
/// Remembers at least the last `capacity` keys and at most twice as many, as fingerprints of 64 bits, so that memory is
/// bounded and an insertion costs no allocation. Repetitions further apart, or in another stream, are found by the store.
package struct RecentKeys: Codable, Sendable {
    private let capacity: Int
    // Keys move through two generations: when the newer one is full, it becomes the older, which is forgotten.
    private var newer: Generation
    private var older: Generation

    /// Makes an empty collection.
    ///
    /// - Parameter capacity: how many keys are remembered at least; 16 bytes each are used for them.
    package init(capacity: Int) {
        self.capacity = max(1, capacity)
        newer = Generation(capacity: self.capacity)
        older = Generation(capacity: self.capacity)
    }

    /// Remembers a key.
    ///
    /// - Parameters:
    ///   - key: the key as it stands in the record.
    ///   - kind: tells keys of different kinds of rows apart.
    /// - Returns: whether it is new; if not, nothing changes.
    package mutating func insert(_ key: FieldBytes, kind: UInt8 = 0) -> Bool {
        let fingerprint = Self.fingerprint(key, kind: kind)
        if older.count > 0, older.contains(fingerprint) { return false }
        guard newer.insert(fingerprint) else { return false }
        if newer.count >= capacity {
            swap(&newer, &older)
            newer.removeAll()
        }
        return true
    }

    /// Restores what ``encode(to:)`` wrote.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(capacity: min(try container.decode(Int.self, forKey: .capacity), 1 << 20))
        for fingerprint in Self.unpacked(try container.decode(Data.self, forKey: .older)).prefix(capacity) {
            _ = older.insert(fingerprint)
        }
        for fingerprint in Self.unpacked(try container.decode(Data.self, forKey: .newer)).prefix(capacity - 1) {
            _ = newer.insert(fingerprint)
        }
    }

    /// Writes the fingerprints only, not the room kept for more.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(capacity, forKey: .capacity)
        try container.encode(Self.packed(newer), forKey: .newer)
        try container.encode(Self.packed(older), forKey: .older)
    }

    private enum CodingKeys: String, CodingKey {
        case capacity, newer, older
    }

    private static func packed(_ generation: Generation) -> Data {
        var data = Data(capacity: generation.count * 8)
        for fingerprint in generation.fingerprints {
            withUnsafeBytes(of: fingerprint.littleEndian) { data.append(contentsOf: $0) }
        }
        return data
    }

    private static func unpacked(_ data: Data) -> [UInt64] {
        data.withUnsafeBytes { bytes in
            (0..<bytes.count / 8).map { index in
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
            }
        }
    }

    /// A mixture of the words of the key, the same on every machine: it is stored with checkpoints.
    ///
    /// That two different keys of 8192 have the same one happens once in 10^15 rows.
    private static func fingerprint(_ key: FieldBytes, kind: UInt8) -> UInt64 {
        var mixture = UInt64(truncatingIfNeeded: key.count) ^ UInt64(kind) &<< 56
        var offset = 0
        while offset < key.count {
            // The last word overlaps the one before rather than being short.
            let word = key.word(at: offset &+ 8 <= key.count ? offset : max(0, key.count &- 8))
            mixture = (mixture ^ word) &* 0x9E37_79B9_7F4A_7C15
            mixture ^= mixture &>> 32
            offset &+= 8
        }
        return max(mixture, 1)
    }
}

extension RecentKeys {
    /// A set of fingerprints with room for a fixed number of them: a table with linear probing, at most half full.
    private struct Generation: Sendable {
        private(set) var count = 0
        // 0 stands for a free slot.
        private var slots: [UInt64]

        init(capacity: Int) {
            var size = 2
            while size < capacity * 2 { size *= 2 }
            slots = [UInt64](repeating: 0, count: size)
        }

        var fingerprints: [UInt64] { slots.filter { $0 != 0 } }

        func contains(_ fingerprint: UInt64) -> Bool { slots[place(of: fingerprint)] == fingerprint }

        mutating func insert(_ fingerprint: UInt64) -> Bool {
            let place = place(of: fingerprint)
            guard slots[place] != fingerprint else { return false }
            slots[place] = fingerprint
            count += 1
            return true
        }

        mutating func removeAll() {
            for index in slots.indices { slots[index] = 0 }
            count = 0
        }

        /// Where the fingerprint is, or would be.
        private func place(of fingerprint: UInt64) -> Int {
            let mask = slots.count &- 1
            var place = Int(truncatingIfNeeded: fingerprint) & mask
            while slots[place] != 0, slots[place] != fingerprint { place = (place &+ 1) & mask }
            return place
        }
    }
}

extension FieldBytes {
    /// Up to eight bytes from an index on, the first in the lowest bits; noughts stand for bytes behind the end.
    package func word(at index: Int) -> UInt64 {
        guard index >= 0, index < count else { return 0 }
        if index <= count &- 8 {
            return UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
        }
        var word: UInt64 = 0
        for offset in index..<count { word |= UInt64(base[offset]) &<< UInt64((offset &- index) &* 8) }
        return word
    }
}

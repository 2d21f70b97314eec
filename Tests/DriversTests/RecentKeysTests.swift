import ECASDrivers
import ECASModel
import Foundation
import Testing

@Suite("Recent keys")
struct RecentKeysTests {
    private func insert(_ key: String, _ kind: UInt8 = 0, into keys: inout RecentKeys) -> Bool {
        let bytes = [UInt8](key.utf8)
        return bytes.withUnsafeBufferPointer { keys.insert(FieldBytes($0), kind: kind) }
    }

    @Test("a key is new once, for each kind")
    func repeated() {
        var keys = RecentKeys(capacity: 8)
        for key in ["", "a", "12345678", "123456789", "2c0ef588-9a0f-4194-b8b7-02a31d72d1eb"] {
            #expect(insert(key, into: &keys))
            #expect(!insert(key, into: &keys))
            #expect(insert(key, 1, into: &keys))
        }
    }

    @Test("at least the capacity is remembered, and at most twice as much")
    func bounded() {
        var keys = RecentKeys(capacity: 100)
        for index in 0..<1_000 { #expect(insert("key-\(index)", into: &keys)) }
        for index in 900..<1_000 { #expect(!insert("key-\(index)", into: &keys)) }
        for index in 0..<800 { #expect(insert("key-\(index)", into: &keys)) }
    }

    @Test("keys that differ in one place are told apart")
    func different() {
        var keys = RecentKeys(capacity: 4_096)
        let base = Array("00000000-0000-4000-8000-000000000000")
        for index in base.indices {
            for digit: Character in ["1", "2", "a", "f"] {
                var key = base
                key[index] = digit
                #expect(insert(String(key), into: &keys), "\(String(key))")
            }
        }
    }

    @Test("what is written is read back", arguments: [0, 1, 99, 100, 150, 350])
    func stored(_ count: Int) throws {
        var keys = RecentKeys(capacity: 100)
        for index in 0..<count { _ = insert("key-\(index)", into: &keys) }
        var restored = try JSONDecoder().decode(RecentKeys.self, from: JSONEncoder().encode(keys))
        for index in 0..<count + 200 {
            #expect(insert("key-\(index)", into: &keys) == insert("key-\(index)", into: &restored), "\(index)")
        }
    }
}

import ECASStorage

/// Memory for the texts and bytes of one row, used again for the next.
///
/// SQLite can copy each value that it is given, with an allocation for each. It need not if the value stays where it is
/// until the statement has run; Swift's strings promise no such thing, so they are copied here, into one piece.
final class SQLiteArena {
    private var memory: UnsafeMutableRawBufferPointer
    private var used = 0

    init() {
        memory = .allocate(byteCount: 512, alignment: 1)
    }

    deinit {
        memory.deallocate()
    }

    /// Forgets what was added and makes room for these values.
    func prepare(for values: ArraySlice<SQLValue>) {
        used = 0
        var need = 1
        for value in values {
            switch value {
            case .text(let text): need += text.utf8.count
            case .bytes(let bytes): need += bytes.count
            case .null, .integer: break
            }
        }
        guard need > memory.count else { return }
        memory.deallocate()
        memory = .allocate(byteCount: need * 2, alignment: 1)
    }

    /// Copies a text; the copy has an address even if it is empty, and stays there until ``prepare(for:)``.
    func add(_ text: String) -> UnsafeRawBufferPointer {
        var text = text
        return text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Copies bytes; the copy has an address even if it is empty, and stays there until ``prepare(for:)``.
    func add(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
        bytes.withUnsafeBytes { append($0) }
    }

    private func append(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let place = UnsafeMutableRawBufferPointer(rebasing: memory[used..<used + bytes.count])
        place.copyMemory(from: bytes)
        used += bytes.count
        return UnsafeRawBufferPointer(place)
    }
}

public import ECASModel

/// Which calls to list, the newest first.
///
/// An absent filter lets everything pass.
public struct CallQuery: Hashable, Sendable {
    /// The earliest ``StoredCall/listedAt``, included.
    public var from: Instant?
    /// The end of the range of ``StoredCall/listedAt``, excluded.
    public var to: Instant?
    /// The extension charged, exactly.
    public var chargedExtension: String?
    /// The direction.
    public var direction: Direction?
    /// The PBX.
    public var pbx: PBXID?
    /// What the calling number begins with, exactly as the PBX prints numbers.
    public var callingPrefix: String?
    /// What the called number begins with, exactly as the PBX prints numbers.
    public var calledPrefix: String?
    /// Where the page before ended; absent for the first page.
    public var after: CallCursor?
    /// How many calls a page has at most, 1 to 1000.
    public var limit = 100

    /// Asks for the newest calls.
    public init() {}
}

/// One page of calls.
public struct CallPage: Hashable, Sendable {
    /// The calls, the newest first; among calls of the same time the one stored last first.
    public var calls: [StoredCall]
    /// Where to go on; absent if this page is the last.
    public var next: CallCursor?

    /// Makes a page.
    public init(calls: [StoredCall], next: CallCursor?) {
        self.calls = calls
        self.next = next
    }
}

/// A place in a list of calls.
///
/// Its text is for handing back, not for reading: the form may change.
///
/// Calls that are stored while somebody pages through a list neither repeat nor push out a call of a later page.
public struct CallCursor: Hashable, Sendable, CustomStringConvertible {
    let listedAt: Int64
    let id: Int64

    init(listedAt: Int64, id: Int64) {
        self.listedAt = listedAt
        self.id = id
    }

    /// Reads the text of a cursor.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/invalidRequest`` if it is none.
    public init(_ text: String) throws {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let listedAt = Int64(parts[0], radix: 36), let id = Int64(parts[1], radix: 36) else {
            throw StorageError(
                .invalidRequest, "This is no cursor that a page of calls gave; begin again with the first page.")
        }
        self.init(listedAt: listedAt, id: id)
    }

    /// The text of the cursor: letters, digits, `.` and `-`.
    public var description: String { "\(String(listedAt, radix: 36)).\(String(id, radix: 36))" }
}

import ECASModel

/// Ties the records of one conversation together: the controller makes a record for each trunk of a call.
///
/// With call identifiers, by them and by the associated ones; without, by the two trunks and the time: both records of a
/// call over two trunks overlap and end together.
struct MiVoiceBusinessConversations: Codable, Hashable, Sendable {
    /// A call that another one was tied to.
    private struct Link: Codable, Hashable {
        var call: String
        var thread: String
        var record: Int64
    }

    /// A call over two trunks.
    private struct TrunkPair: Codable, Hashable {
        var trunks: String
        var start: Int64
        var end: Int64
        var thread: String
    }

    private var links: [Link] = []
    private var pairs: [TrunkPair] = []

    private static let mostRemembered = 32
    // Call numbers have four digits, so an identifier comes again after ten thousand calls.
    private static let longestLink: Int64 = 2000
    // Start times may be printed without seconds.
    private static let longestDifference: Int64 = 60_000

    /// The conversation of a record with identifiers.
    mutating func thread(call: String, associated: String?, record: Int64) -> String {
        if associated == nil, links.isEmpty { return call }
        let thread = known(call, record) ?? associated.flatMap { known($0, record) } ?? call
        guard let associated else { return thread }
        remember(Link(call: call, thread: thread, record: record))
        remember(Link(call: associated, thread: thread, record: record))
        return thread
    }

    /// The conversation of a record with two trunks and no identifiers.
    ///
    /// - Parameters:
    ///   - first: a trunk.
    ///   - second: another one.
    ///   - start: the start time.
    ///   - duration: talk time in seconds.
    /// - Returns: the thread of the earlier record of the call, or a new one.
    mutating func thread(_ first: String, _ second: String, start: WallClock, duration: Int) -> String {
        let trunks = first < second ? "\(first)+\(second)" : "\(second)+\(first)"
        let end = start.advanced(bySeconds: Int64(duration))
        let thread = "\(trunks)@\(start)+\(duration)"
        guard duration > 0 else { return thread }
        if let known = pairs.lastIndex(where: {
            $0.trunks == trunks && start.milliseconds < $0.end && $0.start < end.milliseconds
                && abs($0.end &- end.milliseconds) <= Self.longestDifference
        }) {
            // One record a trunk makes two.
            return pairs.remove(at: known).thread
        }
        if pairs.count == Self.mostRemembered { pairs.removeFirst() }
        pairs.append(
            TrunkPair(trunks: trunks, start: start.milliseconds, end: end.milliseconds, thread: thread))
        return thread
    }

    private func known(_ call: String, _ record: Int64) -> String? {
        links.last { $0.call == call && record &- $0.record <= Self.longestLink }?.thread
    }

    private mutating func remember(_ link: Link) {
        links.removeAll { $0.call == link.call }
        if links.count == Self.mostRemembered { links.removeFirst() }
        links.append(link)
    }
}

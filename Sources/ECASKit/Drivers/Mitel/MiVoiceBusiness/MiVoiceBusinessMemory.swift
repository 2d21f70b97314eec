import ECASModel

/// What is remembered of a controller's records.
struct MiVoiceBusinessMemory: Codable, Sendable {
    /// What the records have shown.
    var shown = MiVoiceBusinessObservations()
    /// Conversations with several records.
    var conversations = MiVoiceBusinessConversations()
    /// Records with call identifiers read lately: a reconnected controller may send some again.
    var recent = RecentKeys(capacity: 512)
}

/// What the records of a controller have shown of its options, and the year they have reached.
struct MiVoiceBusinessObservations: Codable, Hashable, Sendable {
    /// Whether Extended Reporting Level 1 is on; absent until a record showed it.
    var hasLevel1: Bool?
    /// Whether the time to answer has four digits; absent until a record showed it.
    var hasFourDigitTimeToAnswer: Bool?
    /// Whether the clock has twelve hours; absent until a record showed it.
    var hasTwelveHourClock: Bool?
    /// The year reached.
    var dates = YearlessDates.Memory()
}

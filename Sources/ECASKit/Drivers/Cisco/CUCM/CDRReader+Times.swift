import ECASModel

/// The times of a line in seconds since 1970-01-01T00:00:00Z.
struct CDRSeconds {
    var origination: Int
    /// 0 if nobody answered.
    var connect: Int
    var disconnect: Int
    var duration: Int

    /// Whether somebody or something answered, however short and whatever the cause.
    var isAnswered: Bool { connect != 0 }

    /// From arrival to answer or hang-up; not below 0, where the clocks of two nodes differ.
    ///
    /// Of use only where the origination is that of a trunk: a phone's includes dialling.
    var ring: Int32? { Int32(exactly: max(0, (isAnswered ? connect : disconnect) - origination)) }

    /// Whether the clocks of two nodes differed.
    var showsClockStep: Bool { isAnswered && (connect < origination || connect > disconnect) }
}

extension CDRReader {
    /// Reads the times; a fault if the line has no beginning, no end, or ends before it begins.
    mutating func readSeconds() -> CDRSeconds {
        let origination = integer(.dateTimeOrigination)
        let connect = integer(.dateTimeConnect)
        let disconnect = integer(.dateTimeDisconnect)
        if origination <= 0 { cells.reject(.noTime, column: CDRColumn.dateTimeOrigination.rawValue) }
        if connect < 0 { cells.reject(.noTime, column: CDRColumn.dateTimeConnect.rawValue) }
        if disconnect <= 0 { cells.reject(.noTime, column: CDRColumn.dateTimeDisconnect.rawValue) }
        if disconnect < origination {
            cells.reject(.endBeforeBeginning, column: CDRColumn.dateTimeDisconnect.rawValue)
        }
        let talked = connect > 0 ? max(0, disconnect - connect) : 0
        let isGiven = !cell(.duration).isEmpty
        let duration = integer(.duration)
        return CDRSeconds(
            origination: origination, connect: connect, disconnect: disconnect,
            duration: isGiven && duration >= 0 ? duration : talked)
    }

    /// Fills in the times of a call except the ring time, which depends on the devices.
    func set(_ times: inout CallTimes, from seconds: CDRSeconds, zones: inout ZoneOffsetCache) {
        times.start = zones.local(Instant(seconds: Int64(seconds.origination)))
        if seconds.isAnswered { times.answer = zones.local(Instant(seconds: Int64(seconds.connect))) }
        times.end = zones.local(Instant(seconds: Int64(seconds.disconnect)))
        times.durationSeconds = Int32(exactly: seconds.duration)
        if seconds.showsClockStep { times.marks.insert(.clockStep) }
        if detail(.wasCallQueued) != 0 { times.queueSeconds = Int32(exactly: detail(.totalWaitTimeInQueue)) }
    }

    /// Fills in the cause and who hung up first.
    func set(_ release: inout CallRelease, from causes: CUCMCauses, isAnswered: Bool) {
        guard let reported = causes.reported else { return }
        release.cause = CUCMCauses.text(reported)
        release.q850 = causes.q850
        release.releasedBy = causes.releasedBy(answered: isAnswered)
    }
}

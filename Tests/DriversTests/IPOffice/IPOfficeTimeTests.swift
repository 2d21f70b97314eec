import ECASDrivers
import ECASModel
import Testing

@Suite("IP Office: times")
struct IPOfficeTimeTests {
    @Test("answer and end of a single part follow from its lengths")
    func singlePart() throws {
        let times = try IPOfficeResult([IPOfficeLine(connected: "00:00:10", ring: "5", hold: "7", park: "3")]).call
            .times
        #expect(times.start?.description == "2026-03-11T10:00:00Z")
        #expect(times.answer?.description == "2026-03-11T10:00:05Z")
        #expect(times.end?.description == "2026-03-11T10:00:25Z")
        #expect(times.durationSeconds == 10)
        #expect(times.ringSeconds == 5)
        #expect(times.holdSeconds == 7)
        #expect(times.parkSeconds == 3)
        #expect(times.precision == .approximate)
    }

    @Test("a part begins where the parts before it end, with other calls between")
    func parts() throws {
        let result = try IPOfficeResult([
            IPOfficeLine(connected: "00:00:10", ring: "5", continuation: "1", hold: "7", park: "3"),
            IPOfficeLine(connected: "00:01:00", ring: "4", callID: "1000002"),
            IPOfficeLine(connected: "00:00:20", ring: "2", continuation: "1"),
            IPOfficeLine(connected: "00:00:30", ring: "0"),
            // A late part, after Continuation 0.
            IPOfficeLine(connected: "00:00:01", ring: "0"),
            // The same call to the second, but another Call Start: it begins anew.
            IPOfficeLine(start: "2026/03/11 10:00:30", connected: "00:00:01", ring: "1"),
        ])
        #expect(
            result.calls.map { $0.times.answer?.wallClock.description } == [
                "2026-03-11T10:00:05", "2026-03-11T10:00:04", "2026-03-11T10:00:27", "2026-03-11T10:00:47",
                "2026-03-11T10:01:17", "2026-03-11T10:00:31",
            ])
        #expect(result.calls.map(\.kind.segment) == [.part, .whole, .part, .part, .part, .whole])
    }

    @Test("a part that only rang is marked as such")
    func ringing() throws {
        let result = try IPOfficeResult([
            IPOfficeLine(connected: "00:00:00", ring: "8", continuation: "1"), IPOfficeLine(ring: "1"),
        ])
        #expect(result.calls.map(\.kind.segment) == [.ring, .part])
        #expect(result.calls[0].times.answer == nil)
        #expect(result.calls[1].times.answer?.wallClock.description == "2026-03-11T10:00:09")
    }

    @Test("a divert that is split off begins anew and belongs to the same conversation")
    func divert() throws {
        let result = try IPOfficeResult([
            IPOfficeLine(connected: "00:00:00", ring: "12", continuation: "1"),
            IPOfficeLine(start: "2026/03/11 10:00:12", connected: "00:01:00", ring: "5"),
            // A day later nobody waits any more.
            IPOfficeLine(start: "2026/03/13 10:00:12", connected: "00:01:00", ring: "5"),
        ])
        #expect(result.calls[1].times.answer?.wallClock.description == "2026-03-11T10:00:17")
        #expect(result.calls[0].identity.thread == result.calls[1].identity.thread)
        #expect(result.calls[1].identity.thread != result.calls[2].identity.thread)
    }

    @Test("Call IDs that start again belong to new calls")
    func restart() throws {
        let result = try IPOfficeResult([
            IPOfficeLine(callID: "1005000", continuation: "1"),
            IPOfficeLine(start: "2026/03/11 10:30:00", callID: "1000000"),
            IPOfficeLine(start: "2026/03/11 11:00:00", callID: "1005000"),
        ])
        #expect(result.calls[0].identity.thread != result.calls[2].identity.thread)
        #expect(result.calls[2].kind.segment == .whole)
    }

    @Test("a line that is sent again is the same part")
    func repeated() throws {
        let first = IPOfficeLine(continuation: "1")
        let second = IPOfficeLine(connected: "00:00:20", ring: "0")
        let result = try IPOfficeResult([first, second, first, second])
        #expect(result.calls.count == 4)
        #expect(result.calls[0].times == result.calls[2].times)
        #expect(result.calls[1].times == result.calls[3].times)
    }

    @Test("the time of the record is the end; an answer is still derived")
    func recordTime() throws {
        let line = IPOfficeLine(later: [34: "2026/03/11 10:00:16"], count: 35)
        let times = try IPOfficeResult([line]).call.times
        #expect(times.end?.description == "2026-03-11T10:00:16Z")
        #expect(times.answer?.description == "2026-03-11T10:00:05Z")
        #expect(times.precision == .second)
        #expect(times.marks == [])
    }

    @Test("an end before the beginning is marked")
    func clockStep() throws {
        let line = IPOfficeLine(later: [34: "2026/03/11 09:59:59"], count: 35)
        #expect(try IPOfficeResult([line]).call.times.marks == .clockStep)
    }

    @Test("the time of the record can be UTC by setting")
    func recordTimeUTC() throws {
        let line = IPOfficeLine(start: "2026/07/11 10:00:00", later: [34: "2026/07/11 08:00:16"], count: 35).text
        let times = try IPOfficeResult([line], zone: "Europe/Berlin", settings: ["record-time": "utc"]).call.times
        #expect(times.end?.description == "2026-07-11T10:00:16+02:00")
    }

    @Test("clock changes within a call")
    func clockChanges() throws {
        // 28 March 2027, 02:00 in Berlin is 03:00; 31 October 2027, 03:00 is 02:00 again.
        let spring = IPOfficeLine(
            start: "2027/03/28 01:59:50", ring: "5", later: [34: "2027/03/28 03:00:05"], count: 35)
        let times = try IPOfficeResult([spring], zone: "Europe/Berlin").call.times
        #expect(times.answer?.description == "2027-03-28T01:59:55+01:00")
        #expect(times.end?.description == "2027-03-28T03:00:05+02:00")
        let autumn = IPOfficeLine(
            start: "2027/10/31 02:50:00", connected: "00:20:00", ring: "5", later: [34: "2027/10/31 02:10:05"],
            count: 35)
        let late = try IPOfficeResult([autumn], zone: "Europe/Berlin").call.times
        #expect(late.answer?.description == "2027-10-31T02:50:05+02:00")
        #expect(late.end?.description == "2027-10-31T02:10:05+01:00")
        #expect(late.marks == [])
    }

    @Test("a time without seconds is one of the whole minute")
    func withoutSeconds() throws {
        let times = try IPOfficeResult([IPOfficeLine(start: "2026/03/11 10:00")]).call.times
        #expect(times.start?.description == "2026-03-11T10:00:00Z")
        #expect(times.precision == .minute)
    }

    @Test(
        "before the clock is set the time of reception stands in",
        arguments: ["1970/01/01 00:00:12", "1999/12/31 23:59:59"])
    func clockNotSet(_ start: String) throws {
        let line = IPOfficeLine(start: start).text
        let live = try IPOfficeResult([line], receivedAt: Instant(seconds: 1_773_223_200)).call.times
        #expect(live.start?.description == "2026-03-11T10:00:00Z")
        #expect(live.precision == .clockNotSynchronised)
        #expect(live.answer == nil)
        let old = try IPOfficeResult([line]).call.times
        #expect(old.start == nil)
        #expect(old.answer == nil)
        #expect(old.end == nil)
        #expect(old.precision == .clockNotSynchronised)
        #expect(old.durationSeconds == 10)
    }

    @Test("hours of talk can pass 23")
    func longCalls() throws {
        let times = try IPOfficeResult([IPOfficeLine(connected: "100:00:01")]).call.times
        #expect(times.durationSeconds == 360_001)
        #expect(times.end?.description == "2026-03-15T14:00:06Z")
    }
}

import ECASDrivers
import ECASModel
import Testing

@Suite("CUCM: call management records")
struct CUCMQualityTests {
    @Test("every column that is kept, in every width", arguments: [19, 44, 48])
    func columns(_ width: Int) throws {
        let row = CUCMRow.quality(
            [
                "directoryNum": "2001", "deviceName": "SEP00000C002001", "numberPacketsSent": "3000",
                "numberPacketsReceived": "2998", "numberPacketsLost": "-2", "jitter": "4", "latency": "12",
                "pkid": "e95df5b1-2914-4a03-befb-0f58bf16392d", "duration": "60",
                "varVQMetrics": "MLQK=4.5;MLQKav=4.3820;CS=2; SCS=1;VoRxCodec=G.711 u-law",
            ], width: width)
        for result in [try CUCMResult(row), try CUCMResult(file: row.text + "\n")] {
            let supplement = try #require(result.supplements.first)
            var quality = CallQuality()
            quality.leg = "501"
            quality.device = "SEP00000C002001"
            quality.measuredExtension = "2001"
            quality.at = Instant(seconds: Int64(CUCMRow.origin + 65))
            quality.durationSeconds = width > 19 ? 60 : nil
            quality.packetsSent = 3000
            quality.packetsReceived = 2998
            quality.packetsLost = -2
            quality.jitterMilliseconds = 4
            quality.latencyMilliseconds = 12
            quality.concealedSeconds = 2
            quality.meanOpinionScoreThousandths = 4382
            quality.codec = "G.711 u-law"
            #expect(supplement.quality == quality)
            #expect(supplement.callID == "Lab/2/77")
            #expect(supplement.leg == "501")
            #expect(supplement.rowID == "e95df5b1-2914-4a03-befb-0f58bf16392d")
        }
    }

    @Test(
        "a score is the average, or else the latest; nought and nonsense are none",
        arguments: [
            ("MLQKav=4.2;MLQK=3.1", 4200), ("MLQKav=0.0000;MLQK=3.1", 3100), ("MLQK=3.12345", 3123),
            ("MLQK=0.0000;MLQKav=0.0000", nil), ("MLQKav=;MLQK=", nil), ("", nil), (";;=;x", nil),
            ("MLQKmx=4.5", nil), ("MLQKav=9.9", nil), ("MLQKav=9223372036.854775807", nil),
            (" MLQKav = 4.0 ; CS=1", 4000),
        ] as [(String, Int32?)])
    func scores(metrics: String, score: Int32?) throws {
        let quality = try CUCMResult(.quality(["varVQMetrics": metrics])).supplements.first?.quality
        #expect(quality != nil)
        #expect(quality?.meanOpinionScoreThousandths == score)
    }

    @Test("what is not there is absent, not nought")
    func absent() throws {
        let quality = try #require(try CUCMResult(.quality()).supplements.first?.quality)
        #expect(quality.packetsSent == nil)
        #expect(quality.latencyMilliseconds == nil)
        #expect(quality.concealedSeconds == nil)
        #expect(quality.device == nil)
    }

    @Test("unused columns may hold anything, used ones whole numbers only")
    func faults() throws {
        #expect(try CUCMResult(.quality(["videoOneWayDelay": "NA"])).supplements.count == 1)
        #expect(try CUCMResult(.quality(["jitter": "high"])).faults == ["not-an-integer"])
        #expect(try CUCMResult(.quality(["globalCallID_callId": ""])).faults == ["not-an-integer"])
        #expect(try CUCMResult(file: CUCMRow.quality(width: 18).text + "\n").faults == ["too-few-columns"])
    }
}

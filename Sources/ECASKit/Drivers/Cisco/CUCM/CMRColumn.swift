/// The columns of call management records that are read; the raw value is the position in files of every release.
///
/// Source: Cisco, *Call Detail Records Administration Guide 12.5(1)*, CMR Field Descriptions.
enum CMRColumn: Int, CaseIterable {
    case cdrRecordType = 0
    case globalCallIDCallManagerID = 1
    case globalCallIDCallID = 2
    case directoryNum = 4
    case callIdentifier = 5
    case dateTimeStamp = 6
    case numberPacketsSent = 7
    case numberPacketsReceived = 9
    case numberPacketsLost = 11
    case jitter = 12
    case latency = 13
    case pkid = 14
    case globalCallIDClusterID = 16
    case deviceName = 17
    case varVQMetrics = 18
    case duration = 19

    /// The names of all columns in their order, as release 15 writes them; older releases have the first 19 or 44.
    static let names: [Substring] =
        """
        cdrRecordType globalCallID_callManagerId globalCallID_callId nodeId directoryNum callIdentifier \
        dateTimeStamp numberPacketsSent numberOctetsSent numberPacketsReceived numberOctetsReceived \
        numberPacketsLost jitter latency pkid directoryNumPartition globalCallId_ClusterID deviceName \
        varVQMetrics duration videoContentType videoDuration numberVideoPacketsSent numberVideoOctetsSent \
        numberVideoPacketsReceived numberVideoOctetsReceived numberVideoPacketsLost videoAverageJitter \
        videoRoundTripTime videoOneWayDelay videoReceptionMetrics videoTransmissionMetrics \
        videoContentType_channel2 videoDuration_channel2 numberVideoPacketsSent_channel2 \
        numberVideoOctetsSent_channel2 numberVideoPacketsReceived_channel2 numberVideoOctetsReceived_channel2 \
        numberVideoPacketsLost_channel2 videoAverageJitter_channel2 videoRoundTripTime_channel2 \
        videoOneWayDelay_channel2 videoReceptionMetrics_channel2 videoTransmissionMetrics_channel2 \
        localSessionID remoteSessionID headsetSN headsetMetrics
        """
        .split(separator: " ")

    /// The fewest columns that a release writes.
    static let fewest = 19
}

/// The columns of release 15 in their order, as the manual's field lists have them; `*` marks a text.
enum CUCMColumns {
    static let call = columns(
        """
        cdrRecordType globalCallID_callManagerId globalCallID_callId origLegCallIdentifier dateTimeOrigination \
        origNodeId origSpan origIpAddr callingPartyNumber* callingPartyUnicodeLoginUserID* origCause_location \
        origCause_value origPrecedenceLevel origMediaTransportAddress_IP origMediaTransportAddress_Port \
        origMediaCap_payloadCapability origMediaCap_maxFramesPerPacket origMediaCap_g723BitRate \
        origVideoCap_Codec origVideoCap_Bandwidth origVideoCap_Resolution origVideoTransportAddress_IP \
        origVideoTransportAddress_Port origRSVPAudioStat* origRSVPVideoStat* destLegIdentifier destNodeId \
        destSpan destIpAddr originalCalledPartyNumber* finalCalledPartyNumber* \
        finalCalledPartyUnicodeLoginUserID* destCause_location destCause_value destPrecedenceLevel \
        destMediaTransportAddress_IP destMediaTransportAddress_Port destMediaCap_payloadCapability \
        destMediaCap_maxFramesPerPacket destMediaCap_g723BitRate destVideoCap_Codec destVideoCap_Bandwidth \
        destVideoCap_Resolution destVideoTransportAddress_IP destVideoTransportAddress_Port destRSVPAudioStat* \
        destRSVPVideoStat* dateTimeConnect dateTimeDisconnect lastRedirectDn* pkid* \
        originalCalledPartyNumberPartition* callingPartyNumberPartition* finalCalledPartyNumberPartition* \
        lastRedirectDnPartition* duration origDeviceName* destDeviceName* origCallTerminationOnBehalfOf \
        destCallTerminationOnBehalfOf origCalledPartyRedirectOnBehalfOf lastRedirectRedirectOnBehalfOf \
        origCalledPartyRedirectReason lastRedirectRedirectReason destConversationId globalCallId_ClusterID* \
        joinOnBehalfOf comment* authCodeDescription* authorizationLevel clientMatterCode* origDTMFMethod \
        destDTMFMethod callSecuredStatus origConversationId origMediaCap_Bandwidth destMediaCap_Bandwidth \
        authorizationCodeValue* outpulsedCallingPartyNumber* outpulsedCalledPartyNumber* origIpv4v6Addr* \
        destIpv4v6Addr* origVideoCap_Codec_Channel2 origVideoCap_Bandwidth_Channel2 \
        origVideoCap_Resolution_Channel2 origVideoTransportAddress_IP_Channel2 \
        origVideoTransportAddress_Port_Channel2 origVideoChannel_Role_Channel2 destVideoCap_Codec_Channel2 \
        destVideoCap_Bandwidth_Channel2 destVideoCap_Resolution_Channel2 destVideoTransportAddress_IP_Channel2 \
        destVideoTransportAddress_Port_Channel2 destVideoChannel_Role_Channel2 IncomingProtocolID \
        IncomingProtocolCallRef* OutgoingProtocolID OutgoingProtocolCallRef* currentRoutingReason \
        origRoutingReason lastRedirectingRoutingReason huntPilotPartition* huntPilotDN* calledPartyPatternUsage \
        IncomingICID* IncomingOrigIOI* IncomingTermIOI* OutgoingICID* OutgoingOrigIOI* OutgoingTermIOI* \
        outpulsedOriginalCalledPartyNumber* outpulsedLastRedirectingNumber* wasCallQueued totalWaitTimeInQueue \
        callingPartyNumber_uri* originalCalledPartyNumber_uri* finalCalledPartyNumber_uri* lastRedirectDn_uri* \
        mobileCallingPartyNumber* finalMobileCalledPartyNumber* origMobileDeviceName* destMobileDeviceName* \
        origMobileCallDuration destMobileCallDuration mobileCallType originalCalledPartyPattern* \
        finalCalledPartyPattern* lastRedirectingPartyPattern* huntPilotPattern* origDeviceType* destDeviceType* \
        origDeviceSessionID* destDeviceSessionID*
        """)

    static let quality = columns(
        """
        cdrRecordType globalCallID_callManagerId globalCallID_callId nodeId directoryNum* callIdentifier \
        dateTimeStamp numberPacketsSent numberOctetsSent numberPacketsReceived numberOctetsReceived \
        numberPacketsLost jitter latency pkid* directoryNumPartition* globalCallId_ClusterID* deviceName* \
        varVQMetrics* duration videoContentType* videoDuration numberVideoPacketsSent numberVideoOctetsSent \
        numberVideoPacketsReceived numberVideoOctetsReceived numberVideoPacketsLost videoAverageJitter \
        videoRoundTripTime videoOneWayDelay videoReceptionMetrics* videoTransmissionMetrics* \
        videoContentType_channel2* videoDuration_channel2 numberVideoPacketsSent_channel2 \
        numberVideoOctetsSent_channel2 numberVideoPacketsReceived_channel2 numberVideoOctetsReceived_channel2 \
        numberVideoPacketsLost_channel2 videoAverageJitter_channel2 videoRoundTripTime_channel2 \
        videoOneWayDelay_channel2 videoReceptionMetrics_channel2* videoTransmissionMetrics_channel2* \
        localSessionID* remoteSessionID* headsetSN* headsetMetrics*
        """)

    struct Column {
        let name: String
        let isText: Bool
    }

    private static func columns(_ list: String) -> [Column] {
        list.split(separator: " ").map { word in
            Column(name: String(word.prefix { $0 != "*" }), isText: word.hasSuffix("*"))
        }
    }
}

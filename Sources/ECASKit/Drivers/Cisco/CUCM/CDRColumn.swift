/// The columns of call detail records that are read; the raw value is the position in files of every release.
///
/// Source: Cisco, *Call Reporting and Billing Administration Guide*, release 15, CDR Field Descriptions.
enum CDRColumn: Int, CaseIterable {
    case cdrRecordType = 0
    case globalCallIDCallManagerID = 1
    case globalCallIDCallID = 2
    case origLegCallIdentifier = 3
    case dateTimeOrigination = 4
    case origSpan = 6
    case callingPartyNumber = 8
    case callingPartyUnicodeLoginUserID = 9
    case origCauseValue = 11
    case origMediaCapPayloadCapability = 15
    case origVideoCapCodec = 18
    case destLegIdentifier = 25
    case destSpan = 27
    case originalCalledPartyNumber = 29
    case finalCalledPartyNumber = 30
    case finalCalledPartyUnicodeLoginUserID = 31
    case destCauseValue = 33
    case destMediaCapPayloadCapability = 37
    case destVideoCapCodec = 40
    case dateTimeConnect = 47
    case dateTimeDisconnect = 48
    case lastRedirectDn = 49
    case pkid = 50
    case duration = 55
    case origDeviceName = 56
    case destDeviceName = 57
    case origCallTerminationOnBehalfOf = 58
    case destCallTerminationOnBehalfOf = 59
    case origCalledPartyRedirectOnBehalfOf = 60
    case lastRedirectRedirectOnBehalfOf = 61
    case origCalledPartyRedirectReason = 62
    case lastRedirectRedirectReason = 63
    case globalCallIDClusterID = 65
    case joinOnBehalfOf = 66
    case comment = 67
    case authCodeDescription = 68
    case authorizationLevel = 69
    case clientMatterCode = 70
    case authorizationCodeValue = 77
    case outpulsedCalledPartyNumber = 79
    case huntPilotDN = 102
    case calledPartyPatternUsage = 103
    case wasCallQueued = 112
    case totalWaitTimeInQueue = 113
    case callingPartyNumberURI = 114
    case originalCalledPartyNumberURI = 115
    case finalCalledPartyNumberURI = 116
    case lastRedirectDnURI = 117
    case mobileCallingPartyNumber = 118
    case finalMobileCalledPartyNumber = 119

    /// The names of all columns in their order, as release 15 writes them; older releases have the first 78, 82, 94,
    /// 98, 103, 104, 112, 118, 125 or 129 of them.
    static let names: [Substring] =
        """
        cdrRecordType globalCallID_callManagerId globalCallID_callId origLegCallIdentifier dateTimeOrigination \
        origNodeId origSpan origIpAddr callingPartyNumber callingPartyUnicodeLoginUserID origCause_location \
        origCause_value origPrecedenceLevel origMediaTransportAddress_IP origMediaTransportAddress_Port \
        origMediaCap_payloadCapability origMediaCap_maxFramesPerPacket origMediaCap_g723BitRate \
        origVideoCap_Codec origVideoCap_Bandwidth origVideoCap_Resolution origVideoTransportAddress_IP \
        origVideoTransportAddress_Port origRSVPAudioStat origRSVPVideoStat destLegIdentifier destNodeId \
        destSpan destIpAddr originalCalledPartyNumber finalCalledPartyNumber finalCalledPartyUnicodeLoginUserID \
        destCause_location destCause_value destPrecedenceLevel destMediaTransportAddress_IP \
        destMediaTransportAddress_Port destMediaCap_payloadCapability destMediaCap_maxFramesPerPacket \
        destMediaCap_g723BitRate destVideoCap_Codec destVideoCap_Bandwidth destVideoCap_Resolution \
        destVideoTransportAddress_IP destVideoTransportAddress_Port destRSVPAudioStat destRSVPVideoStat \
        dateTimeConnect dateTimeDisconnect lastRedirectDn pkid originalCalledPartyNumberPartition \
        callingPartyNumberPartition finalCalledPartyNumberPartition lastRedirectDnPartition duration \
        origDeviceName destDeviceName origCallTerminationOnBehalfOf destCallTerminationOnBehalfOf \
        origCalledPartyRedirectOnBehalfOf lastRedirectRedirectOnBehalfOf origCalledPartyRedirectReason \
        lastRedirectRedirectReason destConversationId globalCallId_ClusterID joinOnBehalfOf comment \
        authCodeDescription authorizationLevel clientMatterCode origDTMFMethod destDTMFMethod callSecuredStatus \
        origConversationId origMediaCap_Bandwidth destMediaCap_Bandwidth authorizationCodeValue \
        outpulsedCallingPartyNumber outpulsedCalledPartyNumber origIpv4v6Addr destIpv4v6Addr \
        origVideoCap_Codec_Channel2 origVideoCap_Bandwidth_Channel2 origVideoCap_Resolution_Channel2 \
        origVideoTransportAddress_IP_Channel2 origVideoTransportAddress_Port_Channel2 \
        origVideoChannel_Role_Channel2 destVideoCap_Codec_Channel2 destVideoCap_Bandwidth_Channel2 \
        destVideoCap_Resolution_Channel2 destVideoTransportAddress_IP_Channel2 \
        destVideoTransportAddress_Port_Channel2 destVideoChannel_Role_Channel2 IncomingProtocolID \
        IncomingProtocolCallRef OutgoingProtocolID OutgoingProtocolCallRef currentRoutingReason \
        origRoutingReason lastRedirectingRoutingReason huntPilotPartition huntPilotDN calledPartyPatternUsage \
        IncomingICID IncomingOrigIOI IncomingTermIOI OutgoingICID OutgoingOrigIOI OutgoingTermIOI \
        outpulsedOriginalCalledPartyNumber outpulsedLastRedirectingNumber wasCallQueued totalWaitTimeInQueue \
        callingPartyNumber_uri originalCalledPartyNumber_uri finalCalledPartyNumber_uri lastRedirectDn_uri \
        mobileCallingPartyNumber finalMobileCalledPartyNumber origMobileDeviceName destMobileDeviceName \
        origMobileCallDuration destMobileCallDuration mobileCallType originalCalledPartyPattern \
        finalCalledPartyPattern lastRedirectingPartyPattern huntPilotPattern origDeviceType destDeviceType \
        origDeviceSessionID destDeviceSessionID
        """
        .split(separator: " ")

    /// The fewest columns that a release writes.
    static let fewest = 78
}

import ECASModel

extension CallIdentity {
    mutating func code(_ coder: inout some ColumnCoder) {
        coder.text("call_ref", &callID)
        coder.text("thread", &thread)
        coder.text("leg", &leg)
        coder.text("related_leg", &relatedLeg)
        coder.text("row_ref", &rowID)
        coder.number("sequence", &sequence)
        coder.text("node", &node)
    }
}

extension CallParties {
    mutating func code(_ coder: inout some ColumnCoder) {
        coder.phone("calling", &calling)
        coder.phone("called", &called)
        coder.phone("dialed", &dialed)
        coder.text("extension", &chargedExtension)
        coder.text("calling_name", &callingName)
        coder.text("called_name", &calledName)
        var others = self.others
        coder.phone("network_calling", &others.networkCalling)
        coder.text("calling_verification", &others.callingVerification)
        coder.phone("sent", &others.sent)
        coder.phone("direct_dial_in", &others.directDialIn)
        coder.phone("connected", &others.connected)
        coder.phone("mobile", &others.mobile)
        coder.text("user_name", &others.user)
        coder.text("calling_device", &others.callingDevice)
        coder.text("called_device", &others.calledDevice)
        coder.phone("forwarding", &others.forwarding)
        coder.phone("transferring", &others.transferring)
        coder.phone("first_answering", &others.firstAnswering)
        coder.text("hunt_group", &others.huntGroup)
        if coder.isReading { self.others = others }
    }
}

extension CallTrunks {
    mutating func code(_ coder: inout some ColumnCoder) {
        coder.text("trunk_in", &incoming)
        coder.text("trunk_out", &outgoing)
        coder.text("trunk_in_member", &incomingMember)
        coder.text("trunk_out_member", &outgoingMember)
        coder.text("route", &route)
    }
}

extension CallCodes {
    mutating func code(_ coder: inout some ColumnCoder) {
        coder.text("account_code", &account)
        coder.text("auth_code", &authorisation)
        var others = self.others
        coder.text("auth_description", &others.authorisationDescription)
        coder.number("auth_level", &others.authorisationLevel)
        coder.text("cost_centre", &others.costCentre)
        coder.text("company", &others.company)
        if coder.isReading { self.others = others }
    }
}

extension CallKind {
    mutating func code(_ coder: inout some ColumnCoder) {
        coder.choice("direction", &direction)
        coder.choice("call_class", &callClass)
        coder.choice("disposition", &disposition)
        coder.choice("segment", &segment)
        coder.set("flags", &flags)
        coder.choice("not_chargeable", &notChargeable)
        coder.text("redirect_reason", &redirectReason)
    }
}

extension CallPrice {
    mutating func code(_ coder: inout some ColumnCoder) {
        var (number, reason) = state.columns
        coder.number("price_state", &number)
        coder.text("price_reason", &reason)
        coder.money("carrier_cost_nanounits", "carrier_currency", &carrierCost)
        coder.money("charge_nanounits", "charge_currency", &charge)
        coder.text("tariff", &tariff)
        coder.text("trace", &trace)
        guard coder.isReading else { return }
        switch number {
        case 0: state = .unrated
        case 1: state = .rated
        case 2: state = .failed(reason: reason ?? "")
        default: coder.reject("price_state", value: number)
        }
    }
}

extension CallPrice.State {
    fileprivate var columns: (number: Int64, reason: String?) {
        switch self {
        case .unrated: (0, nil)
        case .rated: (1, nil)
        case .failed(let reason): (2, reason)
        }
    }
}

/// Quality that another record reported of a call, in the form of its row.
struct QualityRow {
    var pbx: Int64 = 0
    var callKey = ""
    var rawRecord: Int64 = 0
    var callLeg: String?
    var rowID: String?
    var quality = CallQuality()

    mutating func code(_ coder: inout some ColumnCoder) {
        coder.number("pbx_id", &pbx)
        coder.text("call_key", &callKey)
        coder.number("raw_record_id", &rawRecord)
        coder.text("call_leg", &callLeg)
        coder.text("row_ref", &rowID)
        coder.text("leg", &quality.leg)
        coder.text("device", &quality.device)
        coder.text("extension", &quality.measuredExtension)
        coder.instant("measured_at", &quality.at)
        coder.number("duration_s", &quality.durationSeconds)
        coder.number("packets_sent", &quality.packetsSent)
        coder.number("packets_received", &quality.packetsReceived)
        coder.number("packets_lost", &quality.packetsLost)
        coder.number("jitter_ms", &quality.jitterMilliseconds)
        coder.number("latency_ms", &quality.latencyMilliseconds)
        coder.number("concealed_s", &quality.concealedSeconds)
        coder.number("mos_thousandths", &quality.meanOpinionScoreThousandths)
        coder.text("codec", &quality.codec)
    }
}

import ECASKit

/// A call as the API shows it: the flat form of `ecas parse` and what the database adds.
struct CallResponse: Encodable {
    let id: String
    let pbx: PBXReference
    let callClass: String?
    let forwarded: Bool?
    let voiceMail: Bool?
    var price: PriceResponse
    var rawRecord: RawRecordResponse?
    private var document: CallDocument

    init(_ call: StoredCall, names: [PBXID: String], visibility: CallVisibility) {
        id = call.id.description
        pbx = PBXReference(id: call.pbx.description, name: names[call.pbx])
        callClass = call.record.kind.callClass?.name
        forwarded = call.record.kind.flags.contains(.forwarded) ? true : nil
        voiceMail = call.record.kind.flags.contains(.voiceMail) ? true : nil
        price = PriceResponse(call.price)
        document = CallDocument(call.record)
        document.calling = visibility.shown(call.record.parties.calling)
        document.called = visibility.shown(call.record.parties.called)
        document.dialed = visibility.shown(call.record.parties.dialed)
    }

    private enum CodingKeys: String, CodingKey {
        case id, pbx, forwarded, price
        case callClass = "class"
        case voiceMail = "voice_mail"
        case rawRecord = "raw_record"
    }

    func encode(to encoder: any Encoder) throws {
        try document.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(pbx, forKey: .pbx)
        try container.encodeIfPresent(callClass, forKey: .callClass)
        try container.encodeIfPresent(forwarded, forKey: .forwarded)
        try container.encodeIfPresent(voiceMail, forKey: .voiceMail)
        try container.encode(price, forKey: .price)
        try container.encodeIfPresent(rawRecord, forKey: .rawRecord)
    }
}

/// A PBX by key and name.
struct PBXReference: Encodable {
    let id: String
    let name: String?
}

/// A price; amounts are decimal text.
struct PriceResponse: Encodable {
    let state: String
    let carrierCost: String?
    let charge: String?
    let currency: String?
    let tariff: String?
    let reason: String?
    var explanation: [String]?

    init(_ price: CallPrice) {
        switch price.state {
        case .unrated:
            state = "unrated"
            reason = nil
        case .rated:
            state = "rated"
            reason = nil
        case .failed(let why):
            state = "failed"
            reason = why
        }
        carrierCost = price.carrierCost?.decimalText
        charge = price.charge?.decimalText
        currency = (price.charge ?? price.carrierCost)?.currency.code
        tariff = price.tariff
    }
}

/// A raw record as text; bytes that are no UTF-8 are shown as replacement characters.
struct RawRecordResponse: Encodable {
    let text: String
    let receivedAt: String

    init(_ record: StoredRawRecord) {
        text = String(decoding: record.bytes, as: UTF8.self)
        receivedAt = LocalTime(instant: record.receivedAt, offset: .utc).description
    }
}

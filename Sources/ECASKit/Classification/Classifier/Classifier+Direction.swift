import ECASModel

extension Classifier {
    /// Where a party is.
    private enum Place {
        case inside, outside, unknown
    }

    /// The direction, from the word that can be trusted most to the one that can be trusted least: the record's own, the
    /// outside lines named, the number plan.
    func direction(of call: CallRecord) -> (Direction?, DirectionRule) {
        if let direction = call.kind.direction { return (direction, .record) }
        switch (call.trunks.incoming != nil, call.trunks.outgoing != nil) {
        case (true, true): return (.tandem, .trunks)
        case (true, false): return (.inbound, .trunks)
        case (false, true): return (.outbound, .trunks)
        case (false, false): return directionByPlan(call)
        }
    }

    private func directionByPlan(_ call: CallRecord) -> (Direction?, DirectionRule) {
        let charged = call.parties.chargedExtension
        let calling = place(of: call.parties.calling, charged: charged)
        let called = place(of: call.parties.called ?? call.parties.dialed, charged: charged)
        switch (calling, called) {
        case (.inside, .inside): return (.internal, .numberPlan)
        case (.inside, .outside): return (.outbound, .numberPlan)
        case (.outside, .inside): return (.inbound, .numberPlan)
        case (.outside, .outside): return (.tandem, .numberPlan)
        case (.unknown, .outside) where charged != nil: return (.outbound, .chargedExtension)
        default: return (nil, .undecided)
        }
    }

    private func place(of number: PhoneNumber?, charged: String?) -> Place {
        guard let number else { return .unknown }
        if number.text == charged { return .inside }
        switch NumberReading(number) {
        case .notDigits: return .unknown
        case .featureCode: return .inside
        case .digits(let packed, let form):
            if form.isInternational { return .outside }
            let isInside = digits.isExtension(packed) || digits.isVoiceMail(packed) || digits.isPrivate(packed)
            return isInside ? .inside : .outside
        }
    }
}

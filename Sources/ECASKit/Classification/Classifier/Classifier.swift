public import ECASModel

/// Says which way a call went, what class it has, and what its outside number is internationally.
///
/// A pure function of a call and a site's number plan, made once for a site; allocates nothing for a call. Numbers are
/// recognised by the plan's own prefixes.
public struct Classifier: Sendable {
    /// The plan it was made from.
    public let plan: NumberPlan
    let digits: PlanDigits

    /// Makes a classifier for a site.
    ///
    /// - Throws: ``ClassificationError`` if the plan is unusable, see ``NumberPlan/validate()``.
    public init(plan: NumberPlan) throws(ClassificationError) {
        try plan.validate()
        self.plan = plan
        digits = PlanDigits(plan)
    }

    /// Classifies a call: fills its direction if the driver left it absent, sets its class, and marks calls to emergency
    /// services.
    ///
    /// What the PBX says of the direction is never changed.
    public func classify(_ call: inout CallRecord) -> Classification {
        let (direction, directionRule) = direction(of: call)
        let outside = outside(of: call, direction: direction)
        call.kind.direction = direction
        call.kind.callClass = outside.callClass
        if outside.callClass == .emergency { call.kind.flags.insert(.emergency) }
        return Classification(
            direction: direction, directionRule: directionRule, callClass: outside.callClass, classRule: outside.rule,
            e164: outside.e164, serviceNumber: outside.serviceNumber)
    }

    private func outside(of call: CallRecord, direction: Direction?) -> OutsideNumber {
        switch direction {
        case .outbound: calledOutside(call, then: call.parties.dialed, call.parties.others.sent)
        case .tandem: calledOutside(call, then: call.parties.others.sent, call.parties.dialed)
        case .inbound: callingOutside(call)
        case .internal: inside(call)
        case nil: OutsideNumber(callClass: nil, rule: .noDirection)
        }
    }

    /// The number called outside.
    ///
    /// After a transfer or a forward `called` can be an extension: then what was dialled or sent to the network is the
    /// outside number. Of a call that only passes through, the digits dialled are those of the side it came from, so what
    /// was sent counts before them.
    private func calledOutside(
        _ call: CallRecord, then second: PhoneNumber?, _ third: PhoneNumber?
    ) -> OutsideNumber {
        var found: OutsideNumber?
        if let outside = calledOutside(call.parties.called, orKeep: &found) { return outside }
        if let outside = calledOutside(second, orKeep: &found) { return outside }
        if let outside = calledOutside(third, orKeep: &found) { return outside }
        return found ?? OutsideNumber(callClass: nil, rule: .noNumber)
    }

    /// A number that is certainly outside, or nothing; what else it could be is kept for when nothing better comes.
    private func calledOutside(_ number: PhoneNumber?, orKeep kept: inout OutsideNumber?) -> OutsideNumber? {
        guard let number else { return nil }
        guard case .digits(let packed, let form) = NumberReading(number) else {
            kept = kept ?? OutsideNumber(callClass: nil, rule: .notDigits)
            return nil
        }
        let outside = digits.outside(packed, form: form, isCalled: true)
        if form.isInternational || !digits.isExtension(packed) { return outside }
        if kept?.callClass == nil { kept = outside }
        return nil
    }

    private func callingOutside(_ call: CallRecord) -> OutsideNumber {
        guard let number = call.parties.calling ?? call.parties.others.networkCalling else {
            return OutsideNumber(callClass: nil, rule: .noNumber)
        }
        guard case .digits(let packed, let form) = NumberReading(number) else {
            return OutsideNumber(callClass: nil, rule: .notDigits)
        }
        return digits.outside(packed, form: form, isCalled: false)
    }

    private func inside(_ call: CallRecord) -> OutsideNumber {
        if call.kind.flags.contains(.voiceMail) { return OutsideNumber(callClass: .voiceMail, rule: .voiceMail) }
        guard let number = call.parties.called ?? call.parties.dialed else {
            return OutsideNumber(callClass: .internal, rule: .internalCall)
        }
        switch NumberReading(number) {
        case .featureCode: return OutsideNumber(callClass: .internal, rule: .featureCode)
        case .digits(let packed, _) where digits.isVoiceMail(packed):
            return OutsideNumber(callClass: .voiceMail, rule: .voiceMail)
        case .digits(let packed, _) where digits.isPrivate(packed) && !digits.isExtension(packed):
            return OutsideNumber(callClass: .privateNetwork, rule: .privateNetworkPrefix)
        case .digits, .notDigits: return OutsideNumber(callClass: .internal, rule: .internalCall)
        }
    }
}

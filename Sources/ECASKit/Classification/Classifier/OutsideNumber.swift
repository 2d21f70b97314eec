import ECASModel

/// What an outside number is, by the number plan.
struct OutsideNumber {
    var callClass: CallClass?
    var rule: ClassRule
    var e164: E164Number?
    var serviceNumber: ServiceNumber?
    var isMasked = false
}

extension PlanDigits {
    /// Reads an outside number.
    ///
    /// Emergency and service numbers come first, then the digits for an outside line go, then the longest prefix that
    /// fits decides: international, national, none.
    ///
    /// `isCalled` tells whether it was called from inside: a caller is never an emergency number.
    func outside(_ number: PackedDigits, form: NumberReading.Form, isCalled: Bool) -> OutsideNumber {
        var outside: OutsideNumber
        if form.isInternational {
            outside = worldwideNumber(number)
        } else if isCalled && isEmergency(number) {
            outside = service(number, .emergency, .emergencyNumber)
        } else if isCalled && isPrivate(number) {
            outside = OutsideNumber(callClass: .privateNetwork, rule: .privateNetworkPrefix)
        } else {
            outside = dialled(withoutTrunkPrefix(number), isCalled: isCalled)
        }
        if form.isMasked {
            // Half a number is no number: the class holds, the number would be wrong.
            outside.e164 = nil
            outside.serviceNumber = nil
        }
        return outside
    }

    private func dialled(_ number: PackedDigits, isCalled: Bool) -> OutsideNumber {
        if isCalled && isEmergency(number) { return service(number, .emergency, .emergencyNumber) }
        if isService(number) { return service(number, .special, .specialPrefix) }
        for prefix in international where number.hasPrefix(prefix) && number.count > prefix.count {
            return worldwideNumber(number.dropFirst(prefix.count))
        }
        if nationalPrefix.count > 0, number.count > nationalPrefix.count, number.hasPrefix(nationalPrefix) {
            return national(number.dropFirst(nationalPrefix.count))
        }
        if nationalPrefix.count == 0 || nationalPrefixOptional && nationalLengths.contains(number.count) {
            return national(number)
        }
        let e164 = area.count > 0 ? country.appending(area)?.appending(number) : nil
        return OutsideNumber(callClass: .local, rule: .noPrefix, e164: e164.flatMap { E164Number($0) })
    }

    private func worldwideNumber(_ number: PackedDigits) -> OutsideNumber {
        if number.hasPrefix(country) { return national(number.dropFirst(country.count)) }
        let e164 = E164Number(number)
        for entry in worldwide where number.hasPrefix(entry.prefix) {
            return OutsideNumber(callClass: entry.callClass, rule: entry.rule, e164: e164)
        }
        return OutsideNumber(callClass: .international, rule: .otherCountryCode, e164: e164)
    }

    /// Reads a number of the own country without country code and national prefix.
    private func national(_ number: PackedDigits) -> OutsideNumber {
        let e164 = country.appending(number).flatMap { E164Number($0) }
        for entry in nationalClasses where number.hasPrefix(entry.prefix) {
            return OutsideNumber(callClass: entry.callClass, rule: entry.rule, e164: e164)
        }
        if area.count > 0, number.hasPrefix(area) {
            return OutsideNumber(callClass: .local, rule: .ownAreaCode, e164: e164)
        }
        return OutsideNumber(callClass: .national, rule: .nationalNumber, e164: e164)
    }

    private func service(_ number: PackedDigits, _ callClass: CallClass, _ rule: ClassRule) -> OutsideNumber {
        OutsideNumber(callClass: callClass, rule: rule, serviceNumber: ServiceNumber(number))
    }
}

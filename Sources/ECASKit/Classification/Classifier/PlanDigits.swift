import ECASModel

/// A number plan with its digits packed, made once for all calls of a site.
struct PlanDigits: Sendable {
    struct ClassPrefix: Sendable {
        var prefix: PackedDigits
        var callClass: CallClass
        var rule: ClassRule
    }

    /// The most digits of a service number without prefix.
    static let longestServiceNumber = 6

    let country: PackedDigits
    let area: PackedDigits
    let nationalPrefix: PackedDigits
    let nationalPrefixOptional: Bool
    let nationalLengths: ClosedRange<Int>
    let international: [PackedDigits]
    let trunk: [PackedDigits]
    let trunkUse: NumberPlan.TrunkPrefixUse
    let extensionRanges: [(from: PackedDigits, to: PackedDigits)]
    /// Bit n is set if n digits can be an extension.
    let extensionLengths: UInt32
    let voiceMail: [PackedDigits]
    let privateNetwork: [PackedDigits]
    let emergency: [PackedDigits]
    let special: [PackedDigits]
    /// Longest first.
    let nationalClasses: [ClassPrefix]
    let worldwide: [ClassPrefix]

    init(_ plan: NumberPlan) {
        func pack(_ texts: [String]) -> [PackedDigits] {
            texts.compactMap { PackedDigits($0) }.sorted { $0.count > $1.count }
        }
        func classes(_ texts: [String], _ callClass: CallClass, _ rule: ClassRule) -> [ClassPrefix] {
            pack(texts).map { ClassPrefix(prefix: $0, callClass: callClass, rule: rule) }
        }
        country = PackedDigits(plan.countryCode) ?? PackedDigits()
        area = PackedDigits(plan.areaCode) ?? PackedDigits()
        nationalPrefix = PackedDigits(plan.nationalPrefix) ?? PackedDigits()
        nationalPrefixOptional = plan.nationalPrefixOptional
        nationalLengths = plan.nationalNumberLengths.shortest...plan.nationalNumberLengths.longest
        international = pack(plan.internationalPrefixes)
        trunk = pack(plan.trunkPrefixes)
        trunkUse = plan.trunkPrefixUse
        extensionRanges = plan.extensions.ranges.compactMap {
            guard let from = PackedDigits($0.from), let to = PackedDigits($0.to) else { return nil }
            return (from, to)
        }
        extensionLengths = plan.extensions.lengths.reduce(0) { $0 | 1 << UInt32($1) }
        voiceMail = pack(plan.voiceMailNumbers)
        privateNetwork = pack(plan.privateNetworkPrefixes)
        emergency = pack(plan.emergencyNumbers)
        special = pack(plan.specialPrefixes)
        let national =
            classes(plan.tollFreePrefixes, .tollFree, .tollFreePrefix)
            + classes(plan.sharedCostPrefixes, .sharedCost, .sharedCostPrefix)
            + classes(plan.premiumPrefixes, .premium, .premiumPrefix)
            + classes(plan.mobilePrefixes, .mobile, .mobilePrefix)
        nationalClasses = national.sorted { $0.prefix.count > $1.prefix.count }
        worldwide =
            classes(["800"], .tollFree, .worldwideService) + classes(["808"], .sharedCost, .worldwideService)
            + classes(["979"], .premium, .worldwideService)
    }

    func isEmergency(_ number: PackedDigits) -> Bool { emergency.contains(number) }

    func isService(_ number: PackedDigits) -> Bool {
        number.count <= Self.longestServiceNumber && special.contains { number.hasPrefix($0) }
    }

    func isVoiceMail(_ number: PackedDigits) -> Bool { voiceMail.contains(number) }

    func isPrivate(_ number: PackedDigits) -> Bool { privateNetwork.contains { number.hasPrefix($0) } }

    /// Emergency numbers are never extensions; a range names its numbers, so it beats the beginnings of service numbers,
    /// and a mere length does not.
    func isExtension(_ number: PackedDigits) -> Bool {
        if isEmergency(number) { return false }
        for range in extensionRanges where range.from.count == number.count {
            if number.packed >= range.from.packed, number.packed <= range.to.packed { return true }
        }
        return extensionLengths & 1 << UInt32(number.count) != 0 && !isService(number)
    }

    /// The number without the digits for an outside line, as ``NumberPlan/TrunkPrefixUse`` says.
    func withoutTrunkPrefix(_ number: PackedDigits) -> PackedDigits {
        guard trunkUse != .removed else { return number }
        for prefix in trunk where number.count > prefix.count && number.hasPrefix(prefix) {
            let rest = number.dropFirst(prefix.count)
            if trunkUse == .recorded || isComplete(rest) && !isComplete(number) { return rest }
        }
        return number
    }

    /// Whether a number can be dialled to the outside as it is, without being a local one.
    private func isComplete(_ number: PackedDigits) -> Bool {
        if isEmergency(number) || isService(number) { return true }
        for prefix in international where number.hasPrefix(prefix) {
            // No country code begins with 0, and no international number is shorter than that.
            let rest = number.dropFirst(prefix.count)
            return rest.count >= 7 && rest[0] != 0
        }
        if nationalPrefix.count > 0, number.hasPrefix(nationalPrefix) {
            let rest = number.dropFirst(nationalPrefix.count)
            if rest.count > 0, rest[0] != 0, nationalLengths.contains(rest.count) { return true }
        }
        return nationalPrefixOptional && nationalLengths.contains(number.count)
    }
}

import ECASModel

/// The numbers of a line's parties, each replaced by its directory URI where it is empty.
struct CDRNumbers {
    let calling: FieldBytes
    /// The first party called, after translation patterns.
    let original: FieldBytes
    /// The party that the call was presented to last.
    let called: FieldBytes
    /// The party that redirected the call last.
    let redirecting: FieldBytes

    /// Whether anybody was called.
    var hasCalled: Bool { !called.isEmpty || !original.isEmpty }
}

extension CDRReader {
    /// Finds the numbers of a line.
    mutating func readNumbers() -> CDRNumbers {
        CDRNumbers(
            calling: party(.callingPartyNumber, orURI: .callingPartyNumberURI),
            original: party(.originalCalledPartyNumber, orURI: .originalCalledPartyNumberURI),
            called: party(.finalCalledPartyNumber, orURI: .finalCalledPartyNumberURI),
            redirecting: party(.lastRedirectDn, orURI: .lastRedirectDnURI))
    }

    @inline(__always)
    private mutating func party(_ number: CDRColumn, orURI uri: CDRColumn) -> FieldBytes {
        let number = cells.numberCell(number.rawValue)
        return number.isEmpty ? cell(uri) : number
    }

    /// Fills in who called whom and who is charged.
    mutating func readParties(
        into parties: inout CallParties, numbers: CDRNumbers, redirection: CDRRedirection, ends: CDREnds
    ) {
        let calling = cells.text(numbers.calling)
        let called = cells.text(numbers.called)
        let dialed = numbers.original.hasSameBytes(as: numbers.called) ? nil : cells.text(numbers.original)
        parties.calling = calling.flatMap(PhoneNumber.init)
        parties.called = called.flatMap(PhoneNumber.init)
        parties.dialed = dialed.flatMap(PhoneNumber.init)
        var userColumn: CDRColumn?
        if !ends.isAside {
            switch ends.direction {
            case .inbound:
                if !numbers.called.isBridgeNumber {
                    parties.chargedExtension = called
                } else if !numbers.original.isBridgeNumber {
                    parties.chargedExtension = dialed
                }
                userColumn = .finalCalledPartyUnicodeLoginUserID
            case .outbound, .internal:
                if !numbers.calling.isBridgeNumber { parties.chargedExtension = calling }
                userColumn = .callingPartyUnicodeLoginUserID
            case .tandem:
                let wasSentOn = redirection.lastFeature != 0 || redirection.isJoinedByTransfer
                if wasSentOn, !numbers.redirecting.hasSameBytes(as: numbers.called) {
                    parties.chargedExtension = cells.text(numbers.redirecting)
                }
            }
        }
        parties.others = readOtherParties(
            numbers: numbers, called: called, user: userColumn, redirection: redirection)
    }

    private mutating func readOtherParties(
        numbers: CDRNumbers, called: String?, user: CDRColumn?, redirection: CDRRedirection
    ) -> OtherParties {
        var others = OtherParties()
        if let user { others.user = name(of: user) }
        others.callingDevice = text(.origDeviceName)
        others.calledDevice = text(.destDeviceName)
        others.sent = number(.outpulsedCalledPartyNumber).flatMap(PhoneNumber.init)
        let mobiles = (number(.finalMobileCalledPartyNumber), number(.mobileCallingPartyNumber))
        others.mobile = (mobiles.0 ?? mobiles.1).flatMap(PhoneNumber.init)
        let pilot = cells.numberCell(CDRColumn.huntPilotDN.rawValue)
        if !pilot.isEmpty || detail(.calledPartyPatternUsage) == Self.huntPilotPattern {
            let group = pilot.isEmpty ? numbers.original : pilot
            others.huntGroup = group.hasSameBytes(as: numbers.called) ? called : cells.text(group)
        }
        if redirection.isJoinedByTransfer || CUCMFeatures.isTransfer(redirection.lastFeature) {
            others.transferring = cells.text(numbers.redirecting).flatMap(PhoneNumber.init)
        } else if redirection.lastFeature != 0, redirection.isForwarded {
            others.forwarding = cells.text(numbers.redirecting).flatMap(PhoneNumber.init)
        }
        return others
    }

    /// The value of calledPartyPatternUsage for a hunt pilot.
    private static var huntPilotPattern: Int { 7 }

    /// The name of a user, unless the file says that there is none.
    private func name(of column: CDRColumn) -> String? {
        let cell = cell(column)
        return cell == "unspecified" ? nil : cells.text(cell)
    }
}

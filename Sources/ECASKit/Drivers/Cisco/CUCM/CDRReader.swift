import ECASModel

/// Reads one line of call detail records into a call record; the parts are in the extensions.
struct CDRReader {
    var cells: CUCMCells

    /// Reads the cells of a line.
    init(_ cells: CUCMCells) {
        self.cells = cells
    }

    /// The line's own key, the same each time it is written.
    var rowKey: FieldBytes { cell(.pkid) }

    /// Reads the whole line; look at the faults of ``cells`` before the record is used.
    ///
    /// - Parameters:
    ///   - call: takes the values; an empty record.
    ///   - devices: what the site's devices are.
    ///   - zones: the clock of the site; the file counts seconds of UTC.
    mutating func read(into call: inout CallRecord, devices: CUCMDevices, zones: inout ZoneOffsetCache) {
        readIdentity(into: &call.identity)
        let seconds = readSeconds()
        set(&call.times, from: seconds, zones: &zones)
        let causes = CUCMCauses(originating: integer(.origCauseValue), destination: integer(.destCauseValue))
        set(&call.release, from: causes, isAnswered: seconds.isAnswered)
        let redirection = readRedirection()
        let ends = CDREnds(
            originating: devices.deviceClass(
                cell(.origDeviceName), hasBridgeNumber: cell(.callingPartyNumber).isBridgeNumber),
            destination: devices.deviceClass(
                cell(.destDeviceName), hasBridgeNumber: cell(.finalCalledPartyNumber).isBridgeNumber),
            redirection: redirection)
        call.kind.disposition = seconds.isAnswered ? .answered : causes.dispositionUnanswered
        readKind(into: &call.kind, causes: causes, redirection: redirection, ends: ends)
        readCodes(into: &call.codes)
        let numbers = readNumbers()
        readParties(into: &call.parties, numbers: numbers, redirection: redirection, ends: ends)
        guard !ends.isAside else { return }
        readTrunks(into: &call.trunks, ends: ends)
        // A phone that was only taken off the hook called nobody.
        guard ends.originating.isTrunk || numbers.hasCalled || integer(.destLegIdentifier) != 0 else { return }
        call.kind.direction = ends.direction
        if ends.originating.isTrunk { call.times.ringSeconds = seconds.ring }
    }

    /// The text of a column without blanks and quotes around it.
    @inline(__always)
    func cell(_ column: CDRColumn) -> FieldBytes { cells.cell(column.rawValue) }

    /// The text of a column; nothing if it is empty.
    @inline(__always)
    func text(_ column: CDRColumn) -> String? { cells.text(column.rawValue) }

    /// The whole number of a column, 0 if it is empty.
    @inline(__always)
    mutating func integer(_ column: CDRColumn) -> Int { cells.integer(column.rawValue) ?? 0 }

    /// The whole number of a column that no call hangs on: 0 also if it holds something else.
    @inline(__always)
    func detail(_ column: CDRColumn) -> Int { cells.detail(column.rawValue) }

    /// The number or code of a column; nothing if it is empty.
    @inline(__always)
    mutating func number(_ column: CDRColumn) -> String? { cells.number(column.rawValue) }

    private mutating func readIdentity(into identity: inout CallIdentity) {
        identity.callID = cells.callID(
            cluster: CDRColumn.globalCallIDClusterID.rawValue, node: CDRColumn.globalCallIDCallManagerID.rawValue,
            number: CDRColumn.globalCallIDCallID.rawValue)
        identity.thread = identity.callID
        identity.leg = leg(.origLegCallIdentifier)
        identity.relatedLeg = leg(.destLegIdentifier)
        identity.rowID = text(.pkid)
        identity.node = text(.globalCallIDCallManagerID)
    }

    /// A leg's number; nothing for 0, which stands for no leg.
    private mutating func leg(_ column: CDRColumn) -> String? {
        integer(column) == 0 ? nil : text(column)
    }

    private mutating func readCodes(into codes: inout CallCodes) {
        codes.account = number(.clientMatterCode)
        codes.authorisation = number(.authorizationCodeValue)
        let level = detail(.authorizationLevel)
        let description = text(.authCodeDescription)
        guard level != 0 || description != nil || codes.authorisation != nil else { return }
        var others = OtherCodes()
        others.authorisationDescription = description
        others.authorisationLevel = Int32(exactly: level)
        codes.others = others
    }

    private mutating func readTrunks(into trunks: inout CallTrunks, ends: CDREnds) {
        let spans = (integer(.origSpan), integer(.destSpan))
        if ends.originating.isTrunk {
            trunks.incoming = text(.origDeviceName)
            trunks.incomingMember = member(span: spans.0, leg: .origLegCallIdentifier)
        }
        if ends.destination.isTrunk {
            trunks.outgoing = text(.destDeviceName)
            trunks.outgoingMember = member(span: spans.1, leg: .destLegIdentifier)
        }
    }

    /// The B channel; H.323 devices print the number of the leg in its place, analog ports 0.
    private mutating func member(span: Int, leg: CDRColumn) -> String? {
        span <= 0 || span == integer(leg) ? nil : String(span)
    }
}

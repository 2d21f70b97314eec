import ECASModel

/// The devices at the two ends of a line, and the direction that follows from them.
struct CDREnds {
    let originating: CUCMDevices.Class
    let destination: CUCMDevices.Class
    /// Whether the line is one to a recorder, a supervisor or an agent's greeting.
    let isSupervision: Bool
    /// Whether the line ties a trunk to a conference bridge: it is printed as a call into the bridge, whichever way the
    /// trunk's call was set up, and another line names who pays.
    let isConferenceLine: Bool

    /// Judges a line by its devices and by the features that took part.
    init(originating: CUCMDevices.Class, destination: CUCMDevices.Class, redirection: CDRRedirection) {
        self.originating = originating
        self.destination = destination
        isSupervision =
            redirection.features.contains(.supervision) || originating == .recorder || destination == .recorder
        isConferenceLine =
            redirection.join == 4
            && (originating.isTrunk && destination == .bridge || originating == .bridge && destination.isTrunk)
    }

    /// Whether the line has no direction, no party charged and no trunk of its own.
    var isAside: Bool { isSupervision || isConferenceLine }

    /// Trunk to phone, phone to trunk, phone to phone or trunk to trunk.
    var direction: Direction {
        switch (originating.isOutside, destination.isOutside) {
        case (true, false): .inbound
        case (false, true): .outbound
        case (false, false): .internal
        case (true, true): .tandem
        }
    }
}

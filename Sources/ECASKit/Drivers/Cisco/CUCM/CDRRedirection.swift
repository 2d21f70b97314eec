/// How features moved a line: their codes, and the reasons of the redirects.
///
/// Source: Cisco, *Call Detail Records Administration Guide 12.5(1)*, Call Detail Records Codes.
struct CDRRedirection {
    /// The codes of both terminations, both redirects and the join.
    var features = CUCMFeatures()
    /// The feature that joined the legs, 0 if none did.
    var join = 0
    /// The feature of the last redirect, 0 if there was none.
    var lastFeature = 0
    /// The reason of the first redirect, 0 if there was none.
    var firstReason = 0
    /// The reason of the last redirect, 0 if there was none.
    var lastReason = 0

    /// Whether the legs of this line were joined by a transfer.
    var isJoinedByTransfer: Bool { CUCMFeatures.isTransfer(join) }

    /// Whether the call was forwarded, diverted or deflected before it was answered.
    var isForwarded: Bool {
        features.contains(CUCMFeatures.forwarding) || Self.isForward(firstReason) || Self.isForward(lastReason)
    }

    /// Whether another phone picked the call up, or tried to.
    var isPickup: Bool { features.contains(CUCMFeatures.pickups) || firstReason == 5 || lastReason == 5 }

    /// Forward busy, no answer, out of order, all, on failure ...; deflection, immediate divert and do not disturb.
    private static func isForward(_ reason: Int) -> Bool {
        switch reason {
        case 1, 2, 9, 10, 15, 18, 50, 82, 178, 209, 239, 242, 257, 274, 434, 450: true
        default: false
        }
    }
}

extension CDRReader {
    /// Reads the codes and reasons of a line.
    mutating func readRedirection() -> CDRRedirection {
        var redirection = CDRRedirection()
        redirection.join = integer(.joinOnBehalfOf)
        redirection.lastFeature = integer(.lastRedirectRedirectOnBehalfOf)
        redirection.firstReason = detail(.origCalledPartyRedirectReason)
        redirection.lastReason = detail(.lastRedirectRedirectReason)
        redirection.features.insert(redirection.join)
        redirection.features.insert(redirection.lastFeature)
        redirection.features.insert(integer(.origCallTerminationOnBehalfOf))
        redirection.features.insert(integer(.destCallTerminationOnBehalfOf))
        redirection.features.insert(integer(.origCalledPartyRedirectOnBehalfOf))
        return redirection
    }
}

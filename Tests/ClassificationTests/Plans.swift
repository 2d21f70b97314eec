import ECASClassification
import ECASModel

/// The number plans and calls of these tests; all numbers are invented.
enum Plans {
    /// A site in Berlin with extensions 200 to 299 and four-digit ones, whose PBX keeps the outside line's `0` to itself.
    static func berlin(_ change: (inout NumberPlan) -> Void = { _ in }) throws -> Classifier {
        var plan = try NumberPlan.readyMade("de")
        plan.areaCode = "30"
        plan.trunkPrefixUse = .removed
        plan.extensions = ExtensionPlan(ranges: [ExtensionRange(from: "200", to: "299")], lengths: [4])
        plan.voiceMailNumbers = ["599"]
        plan.privateNetworkPrefixes = ["81"]
        change(&plan)
        return try Classifier(plan: plan)
    }

    static func site(_ country: String, _ change: (inout NumberPlan) -> Void) throws -> Classifier {
        var plan = try NumberPlan.readyMade(country)
        change(&plan)
        return try Classifier(plan: plan)
    }

    static func call(
        _ calling: String?, _ called: String?, direction: Direction? = nil,
        change: (inout CallRecord) -> Void = { _ in }
    ) -> CallRecord {
        var call = CallRecord()
        call.parties.calling = calling.flatMap { PhoneNumber($0) }
        call.parties.called = called.flatMap { PhoneNumber($0) }
        call.kind.direction = direction
        change(&call)
        return call
    }

    /// Classifies an outbound call to a number.
    static func outbound(_ called: String, by classifier: Classifier) -> Classification {
        var call = call("201", called, direction: .outbound)
        return classifier.classify(&call)
    }
}

import ECASClassification
import ECASModel
import Testing

@Suite struct DirectionTests {
    @Test("The PBX's word is never changed", arguments: Direction.allCases)
    func record(direction: Direction) throws {
        var call = Plans.call("201", "202", direction: direction) {
            $0.trunks.incoming = "T1"
            $0.trunks.outgoing = "T2"
        }
        let result = try Plans.berlin().classify(&call)
        #expect(result.direction == direction)
        #expect(result.directionRule == .record)
        #expect(call.kind.direction == direction)
    }

    @Test(
        "The outside lines decide before the number plan",
        arguments: [
            ("T1", nil, .inbound), (nil, "T2", .outbound), ("T1", "T2", .tandem),
        ] as [(String?, String?, Direction)])
    func trunks(incoming: String?, outgoing: String?, direction: Direction) throws {
        var call = Plans.call("201", "202") {
            $0.trunks.incoming = incoming
            $0.trunks.outgoing = outgoing
        }
        let result = try Plans.berlin().classify(&call)
        #expect(result.direction == direction)
        #expect(result.directionRule == .trunks)
        #expect(call.kind.direction == direction)
    }

    @Test(
        "The number plan knows extensions",
        arguments: [
            ("201", "202", Direction.internal), ("201", "4711", .internal), ("201", "0301234567", .outbound),
            ("0301234567", "201", .inbound), ("0301234567", "089123456", .tandem), ("201", "110", .outbound),
            ("201", "1155", .internal), ("201", "599", .internal), ("201", "81455", .internal),
            ("201", "*21", .internal),
            ("201", "+4930200", .outbound),
        ])
    func plan(calling: String, called: String, direction: Direction) throws {
        // 1155 begins like the service number 115, whose prefix wins over a mere length of extensions; here it is in a
        // range of its own.
        let classifier = try Plans.berlin { $0.extensions.ranges.append(ExtensionRange(from: "1100", to: "1199")) }
        var call = Plans.call(calling, called)
        let result = classifier.classify(&call)
        #expect(result.direction == direction)
        #expect(result.directionRule == .numberPlan)
    }

    @Test("Service numbers win over a mere length of extensions")
    func serviceNumberOfExtensionLength() throws {
        var call = Plans.call("201", "1155")
        #expect(try Plans.berlin().classify(&call).direction == .outbound)
    }

    @Test("A charged extension without a caller's number means an outbound call")
    func charged() throws {
        var call = Plans.call(nil, "0301234567") { $0.parties.chargedExtension = "Reception" }
        let result = try Plans.berlin().classify(&call)
        #expect(result.direction == .outbound)
        #expect(result.directionRule == .chargedExtension)
    }

    @Test("The charged extension is inside even if the plan does not know it")
    func chargedParty() throws {
        var call = Plans.call("Reception", "0301234567") { $0.parties.chargedExtension = "Reception" }
        #expect(try Plans.berlin().classify(&call).direction == .outbound)
    }

    @Test(
        "What nothing decides stays open",
        arguments: [(nil, "201"), ("alice", "0301234567"), (nil, nil)] as [(String?, String?)])
    func undecided(calling: String?, called: String?) throws {
        var call = Plans.call(calling, called)
        let result = try Plans.berlin().classify(&call)
        #expect(result.direction == nil)
        #expect(result.directionRule == .undecided)
        #expect(result.classRule == .noDirection)
        #expect(call.kind.direction == nil)
    }
}

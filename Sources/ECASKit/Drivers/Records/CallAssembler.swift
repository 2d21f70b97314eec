public import ECASModel
public import Foundation

/// Joins what a format splits: takes legs in the order of their records and gives call records.
///
/// A value without I/O. Legs still waited with are its ``memory``, which the pipeline stores with each checkpoint.
public protocol CallAssembler: Sendable {
    /// What is waited with. Bounded in size whatever comes.
    associatedtype Memory: Codable & Sendable

    /// What is waited with now.
    var memory: Memory { get set }

    /// Takes the legs and supplements out of `parsed` and appends the calls that are complete.
    mutating func assemble(_ parsed: inout ParsedRecords, into calls: inout [CallRecord])

    /// When ``tick(at:into:)`` should come if nothing else does; absent if nothing is waited with.
    var nextTick: Instant? { get }

    /// Gives up waiting for what is overdue.
    mutating func tick(at now: Instant, into calls: inout [CallRecord])

    /// The stream has ended: gives up waiting for anything.
    mutating func finish(into calls: inout [CallRecord])
}

extension CallAssembler {
    /// Waits with nothing.
    public var nextTick: Instant? { nil }

    /// Waits with nothing.
    public mutating func tick(at now: Instant, into calls: inout [CallRecord]) {}

    /// Waits with nothing.
    public mutating func finish(into calls: inout [CallRecord]) {}

    /// The memory as bytes for the checkpoint.
    public func encodedMemory() throws -> Data {
        try JSONEncoder().encode(memory)
    }

    /// Takes back a memory made by ``encodedMemory()``.
    ///
    /// - Throws: ``DriverError`` if it is of another driver or version.
    public mutating func restore(encodedMemory data: Data) throws(DriverError) {
        do {
            memory = try JSONDecoder().decode(Memory.self, from: data)
        } catch {
            throw DriverError(
                .unusableMemory,
                "What the assembler remembered cannot be read (\(error)); the stream is read on without it.")
        }
    }
}

/// The assembler of formats in which one leg is one call.
public struct PassthroughAssembler: CallAssembler {
    /// Nothing is remembered.
    public var memory = NoMemory()

    /// Makes one.
    public init() {}

    /// Hands the legs on without copying them where `calls` is empty.
    public mutating func assemble(_ parsed: inout ParsedRecords, into calls: inout [CallRecord]) {
        if calls.isEmpty {
            swap(&parsed.legs, &calls)
        } else {
            calls.append(contentsOf: parsed.legs)
            parsed.legs.removeAll(keepingCapacity: true)
        }
    }
}

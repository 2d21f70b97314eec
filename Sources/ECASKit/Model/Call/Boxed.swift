/// A value behind a reference: a record that rarely has it pays eight bytes for it, not its whole size.
@usableFromInline
final class Boxed<Value: Hashable & Sendable>: Hashable, Sendable {
    @usableFromInline let value: Value

    @usableFromInline
    init(_ value: Value) {
        self.value = value
    }

    @usableFromInline
    static func == (left: Boxed, right: Boxed) -> Bool { left === right || left.value == right.value }

    @usableFromInline
    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

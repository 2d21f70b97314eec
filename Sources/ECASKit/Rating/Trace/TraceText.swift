import ECASModel

/// The pieces of traces that all calls of a destination share, laid out once when a ``RateTable`` is built.
struct TraceText {
    private(set) var bytes: ContiguousArray<UInt8> = []
    private let ending: String

    init(_ tariff: Tariff) {
        let markup = tariff.markupPercent == .zero ? "" : ";k=\(tariff.markupPercent)"
        ending = "\(markup);r=\(tariff.decimals)\(tariff.rounding.letter)"
    }

    mutating func name(of destination: Destination) -> Range<Int> {
        var escaped: [UInt8] = []
        for byte in destination.name.utf8 {
            if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "%") {
                let hexadecimal = String(byte, radix: 16)
                escaped += "%\(hexadecimal.count == 1 ? "0" : "")\(hexadecimal)".utf8
            } else {
                escaped.append(byte)
            }
        }
        return add(escaped)
    }

    mutating func terms(of destination: Destination) -> Range<Int> {
        let fee = destination.connectionFee == .zero ? "" : ";f=\(destination.connectionFee)"
        let minimum = destination.minimumCharge == .zero ? "" : ";m=\(destination.minimumCharge)"
        return add(Array("\(fee)\(minimum)\(ending)".utf8))
    }

    mutating func price(of increment: PriceIncrement) -> Range<Int> {
        add(Array("@\(increment.pricePerMinute)".utf8))
    }

    private mutating func add(_ piece: [UInt8]) -> Range<Int> {
        let start = bytes.count
        bytes += piece
        return start..<bytes.count
    }
}

extension RateTable {
    /// The trace of a price in the form of ``PriceTrace``, written straight into the string's own storage.
    func trace(of match: PrefixIndex.Match, number: RatedNumber, seconds: Int32) -> String {
        let rate = rates[match.value]
        let parts = increments[Int(rate.firstIncrement)..<Int(rate.firstIncrement + rate.incrementCount)]
        // Three numbers of at most ten digits and four signs a part; fixed letters, prefix and seconds need less than 64.
        let room = 64 + rate.name.count + rate.terms.count + parts.reduce(0) { $0 + 34 + $1.price.count }
        return String(unsafeUninitializedCapacity: room) { buffer in
            var writer = TraceWriter(buffer: buffer)
            writer.add(number.space == .international ? "1;p=" : "1;n=")
            for position in 0..<match.length { writer.add(number.digits.ascii(position)) }
            writer.add(";d=")
            writer.add(text[rate.name])
            writer.add(";s=")
            writer.add(decimal: Int64(seconds))
            writer.add(";b=")
            for part in parts {
                let steps = part.steps(in: seconds)
                guard steps > 0 else { break }
                if part.fromSecond > 0 { writer.add(UInt8(ascii: ",")) }
                writer.add(decimal: Int64(part.fromSecond))
                writer.add(UInt8(ascii: "/"))
                writer.add(decimal: Int64(part.seconds))
                writer.add(UInt8(ascii: "*"))
                writer.add(decimal: steps)
                writer.add(text[part.price])
            }
            writer.add(text[rate.terms])
            return writer.count
        }
    }
}

private struct TraceWriter {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.buffer = buffer
    }

    mutating func add(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
    }

    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { add($0) }
    }

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    /// Writes a number that is not below nought.
    mutating func add(decimal number: Int64) {
        let start = count
        var rest = number
        repeat {
            add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        buffer[start..<count].reverse()
    }
}

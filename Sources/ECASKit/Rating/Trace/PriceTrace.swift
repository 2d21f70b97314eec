import ECASModel

/// How a price came about, as stored with the call: everything that decided it, so that it can be explained years later
/// when the tariff is gone.
///
/// The text is a row of fields with `;` between them, the number of the format first:
/// - `1;z=inbound`: nought by rule.
/// - `1;p=4930;d=Germany, Berlin;s=61;b=0/60*2@0.02;f=0.05;m=0.1;k=15;r=4h`: prefix (`n` for a service number),
///   destination, seconds, parts of the staircase (from second / step in seconds * steps @ price of a minute, commas
///   between), connection fee, minimum charge and mark-up in per cent where there are any, places and rounding.
///
/// In the destination `;`, `%` and control characters are written as `%` and two hexadecimal digits.
struct PriceTrace: Hashable, Sendable {
    struct Part: Hashable, Sendable {
        var fromSecond: Int
        var seconds: Int32
        var steps: Int64
        var pricePerMinute: ExactDecimal
    }

    struct Terms: Hashable, Sendable {
        var space = RatedNumber.Space.international
        var prefix = ""
        var destination = ""
        var seconds = 0
        var parts: [Part] = []
        var connectionFee = ExactDecimal.zero
        var minimumCharge = ExactDecimal.zero
        var markupPercent = ExactDecimal.zero
        var decimals = 0
        var rounding = Rounding.halfUp
    }

    enum Content: Hashable, Sendable {
        case free(FreeCallRule)
        case priced(Terms)
    }

    static let format = "1"

    let content: Content

    /// The trace of a call that costs nothing by rule.
    static func text(free rule: FreeCallRule) -> String {
        switch rule {
        case .notChargeable: "1;z=not-chargeable"
        case .unanswered: "1;z=unanswered"
        case .noTalkTime: "1;z=no-talk-time"
        case .inbound: "1;z=inbound"
        case .internal: "1;z=internal"
        }
    }

    /// Reads a stored trace.
    ///
    /// - Throws: ``RatingError`` with ``RatingError/Code/unreadableTrace`` that names the field.
    init(_ text: String) throws(RatingError) {
        let fields = text.split(separator: ";", omittingEmptySubsequences: false)
        guard fields.first == Substring(Self.format) else { throw Self.unreadable("its format is not \(Self.format)") }
        var terms = Terms()
        var rule: FreeCallRule?
        for field in fields.dropFirst() {
            let pair = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { throw Self.unreadable("'\(field)' is no field") }
            if pair[0] == "z" {
                rule = FreeCallRule(rawValue: String(pair[1]))
                guard rule != nil else { throw Self.unreadable("'\(field)' is no rule") }
            } else {
                try terms.read(pair[0], String(pair[1]))
            }
        }
        content = rule.map { .free($0) } ?? .priced(terms)
    }

    static func unreadable(_ why: String) -> RatingError {
        RatingError(.unreadableTrace, "The trace of the price cannot be read: \(why). Rate the call again.")
    }
}

extension PriceTrace.Terms {
    fileprivate mutating func read(_ key: Substring, _ value: String) throws(RatingError) {
        switch key {
        case "p": prefix = value
        case "n":
            prefix = value
            space = .service
        case "d": destination = try Self.unescaped(value)
        case "s": seconds = try Self.read(Int(value), key, value)
        case "b": parts = try Self.parts(value)
        case "f": connectionFee = try Self.read(ExactDecimal(value), key, value)
        case "m": minimumCharge = try Self.read(ExactDecimal(value), key, value)
        case "k": markupPercent = try Self.read(ExactDecimal(value), key, value)
        case "r":
            decimals = try Self.read(Int(value.dropLast()), key, value)
            rounding = try Self.read(Rounding.allCases.first { $0.letter == value.last }, key, value)
        default: throw PriceTrace.unreadable("the field '\(key)' is not known")
        }
    }

    private static func parts(_ text: String) throws(RatingError) -> [PriceTrace.Part] {
        var parts: [PriceTrace.Part] = []
        // The limits are those of a tariff; without them a damaged trace could overflow the sums of its explanation.
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let values = part.split(omittingEmptySubsequences: false) { "/*@".contains($0) }
            guard values.count == 4, let fromSecond = Int(values[0]), let seconds = Int32(values[1]),
                (1...86400).contains(seconds),
                parts.count < Tariff.maximumIncrements,
                let steps = Int64(values[2]), (0...Int64(Int32.max)).contains(steps),
                let price = ExactDecimal(String(values[3])), price >= .zero
            else { throw PriceTrace.unreadable("'\(part)' is no part of a staircase") }
            parts.append(
                PriceTrace.Part(fromSecond: fromSecond, seconds: seconds, steps: steps, pricePerMinute: price))
        }
        return parts
    }

    private static func read<Value>(_ value: Value?, _ key: Substring, _ text: String) throws(RatingError) -> Value {
        guard let value else { throw PriceTrace.unreadable("'\(text)' is no value of the field '\(key)'") }
        return value
    }

    private static func unescaped(_ text: String) throws(RatingError) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                throw PriceTrace.unreadable("the destination has a '%' without two hexadecimal digits")
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Rounding {
    /// The letter in a trace.
    var letter: Character {
        switch self {
        case .halfUp: "h"
        case .halfEven: "e"
        case .up: "u"
        case .down: "d"
        }
    }
}

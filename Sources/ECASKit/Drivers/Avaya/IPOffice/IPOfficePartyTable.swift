/// The parties seen lately at one side of the records, with their texts: extensions and lines come again and again, and
/// to find one costs less than to read it and to make its texts.
///
/// A table of fixed size in which each party has one place; another one of the same place takes it over.
struct IPOfficePartyTable: Sendable {
    /// Where a party of the record that is read now is in the table.
    struct Place {
        fileprivate let index: Int32
        /// What the party is.
        let party: IPOfficeParty

        /// What sort of device it is.
        var kind: IPOfficeParty.Kind { party.kind }
    }

    private struct Entry {
        var key = Key()
        var party: IPOfficeParty
        var number: String?
        var label: String?
    }

    private static let bitsOfIndex = 9
    private static let size = 1 << bitsOfIndex

    private let text: IPOfficeText
    // Parties whose bytes are too many for a key come behind the table, each time anew.
    private var entries: [Entry] = []

    /// Makes an empty table.
    ///
    /// - Parameter text: how names are read.
    init(text: IPOfficeText) {
        self.text = text
    }

    /// Looks a party up; nothing if its device has not the form of one and is not empty.
    ///
    /// - Parameters:
    ///   - bytes: device and name with a separator between them.
    ///   - device: the device alone.
    ///   - separator: the byte between two fields.
    /// - Returns: where it is now, until the next one is looked up.
    @inline(__always)
    mutating func place(_ bytes: FieldBytes, device: FieldBytes, separator: UInt8) -> Place? {
        guard let key = Key(bytes) else { return fill(Self.size, Key(), bytes, device, separator) }
        let index = key.index(bits: Self.bitsOfIndex)
        if index < entries.count, entries[index].key == key {
            return Place(index: Int32(truncatingIfNeeded: index), party: entries[index].party)
        }
        return fill(index, key, bytes, device, separator)
    }

    /// The device as printed; of an extension only its digits.
    func number(_ place: Place) -> String? { entries[Int(place.index)].number }

    /// The name; of a line its channel.
    func label(_ place: Place) -> String? { entries[Int(place.index)].label }

    @inline(never)
    private mutating func fill(
        _ index: Int, _ key: Key, _ bytes: FieldBytes, _ device: FieldBytes, _ separator: UInt8
    ) -> Place? {
        guard device.isEmpty || IPOfficeParty.isDevice(device) else { return nil }
        let name = bytes.suffix(from: device.count + 1)
        let party = IPOfficeParty(device: device, name: name)
        let entry = Entry(
            key: key, party: party,
            number: party.kind == .user ? device.suffix(from: 1).text() : device.text(),
            label: party.kind == .trunk ? IPOfficeParty.channel(name)?.text() : text.name(name, separator: separator))
        if entries.isEmpty {
            let nobody = FieldBytes(base: bytes.base, count: 0)
            entries = [Entry](
                repeating: Entry(party: IPOfficeParty(device: nobody, name: nobody)), count: Self.size + 1)
        }
        entries[index] = entry
        return Place(index: Int32(truncatingIfNeeded: index), party: party)
    }
}

/// The parties seen lately, one table for each side, so that both parties of a record can be in the tables at once.
struct IPOfficeParties: Sendable {
    var first: IPOfficePartyTable
    var second: IPOfficePartyTable

    /// Makes empty tables.
    init(text: IPOfficeText) {
        first = IPOfficePartyTable(text: text)
        second = IPOfficePartyTable(text: text)
    }
}

/// Up to 30 bytes to be compared at once; no bytes are the key of a free place.
private struct Key: Hashable, Sendable {
    private var first: ShortText
    private var rest: ShortText

    init() {
        let nothing = ShortText()
        first = nothing
        rest = nothing
    }

    /// Nothing if there are too many bytes.
    @inline(__always)
    init?(_ bytes: FieldBytes) {
        guard bytes.count > 0, bytes.count <= 2 * ShortText.capacity else { return nil }
        first = ShortText(bytes)
        rest = ShortText(bytes.suffix(from: ShortText.capacity))
    }

    @inline(__always)
    func index(bits: Int) -> Int {
        let mixed =
            (first.low ^ rest.low &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
            ^ (first.high ^ rest.high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x1656_67B1_9E37_79F9
        return Int(truncatingIfNeeded: mixed &>> UInt64(64 &- bits))
    }

    @inline(__always)
    static func == (left: Key, right: Key) -> Bool {
        (left.first.low ^ right.first.low) | (left.first.high ^ right.first.high)
            | (left.rest.low ^ right.rest.low) | (left.rest.high ^ right.rest.high)
            | UInt64(bitPattern: Int64(left.first.count ^ right.first.count | left.rest.count ^ right.rest.count)) == 0
    }
}

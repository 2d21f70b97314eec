import ECASModel

/// Goes through the columns of a row in their order: to name them, to write them or to read them.
///
/// A writing coder takes the values handed in, a reading coder replaces them.
protocol ColumnCoder {
    /// Whether values are replaced by those of a row.
    var isReading: Bool { get }
    /// The first column that holds what it cannot hold.
    var problem: StorageError? { get set }

    mutating func number(_ name: StaticString, _ value: inout Int64)
    mutating func number(_ name: StaticString, _ value: inout (some FixedWidthInteger)?)
    mutating func text(_ name: StaticString, _ value: inout String)
    mutating func text(_ name: StaticString, _ value: inout String?)
}

extension ColumnCoder {
    mutating func phone(_ name: StaticString, _ value: inout PhoneNumber?) {
        var text = value?.text
        self.text(name, &text)
        if isReading { value = text.flatMap { PhoneNumber($0) } }
    }

    mutating func instant(_ name: StaticString, _ value: inout Instant?) {
        var milliseconds = value?.milliseconds
        number(name, &milliseconds)
        if isReading { value = milliseconds.map { Instant(milliseconds: $0) } }
    }

    mutating func currency(_ name: StaticString, _ value: inout Currency?) {
        var code = value?.code
        text(name, &code)
        if isReading { value = code.flatMap { Currency(code: $0) } }
    }

    mutating func money(_ amount: StaticString, _ currency: StaticString, _ value: inout Money?) {
        var nanounits = value?.nanounits
        var unit = value?.currency
        number(amount, &nanounits)
        self.currency(currency, &unit)
        guard isReading else { return }
        if let nanounits, let unit { value = Money(nanounits: nanounits, currency: unit) } else { value = nil }
    }

    mutating func choice<Choice: RawRepresentable<UInt8>>(_ name: StaticString, _ value: inout Choice) {
        var number = Int64(value.rawValue)
        self.number(name, &number)
        guard isReading else { return }
        if let choice = UInt8(exactly: number).flatMap(Choice.init(rawValue:)) {
            value = choice
        } else {
            reject(name, value: number)
        }
    }

    mutating func choice<Choice: RawRepresentable<UInt8>>(_ name: StaticString, _ value: inout Choice?) {
        var number = value?.rawValue
        self.number(name, &number)
        guard isReading else { return }
        value = number.flatMap(Choice.init(rawValue:))
        if let number, value == nil { reject(name, value: Int64(number)) }
    }

    mutating func set<Bits: OptionSet>(_ name: StaticString, _ value: inout Bits)
    where Bits.RawValue: FixedWidthInteger {
        var bits = Int64(value.rawValue)
        number(name, &bits)
        guard isReading else { return }
        if let bits = Bits.RawValue(exactly: bits) { value = Bits(rawValue: bits) } else { reject(name, value: bits) }
    }

    mutating func json<Value: Codable>(_ name: StaticString, _ values: inout [Value]) {
        var text: String?
        do {
            if !isReading, !values.isEmpty { text = try JSONText.encode(values) }
            self.text(name, &text)
            if isReading {
                values = try text.map { try JSONText.decode([Value].self, from: $0, place: "A call") } ?? []
            }
        } catch {
            problem = problem ?? StorageError(.corrupt, "The column '\(name)' cannot be coded: \(error).")
        }
    }

    /// Notes that a column holds what it cannot hold.
    mutating func reject(_ name: StaticString, value: Int64) {
        problem =
            problem
            ?? StorageError(
                .corrupt,
                "The column '\(name)' holds \(value), which this program does not know. "
                    + "Restore the database from a backup.")
    }
}

/// Lists the names of columns.
struct ColumnNames: ColumnCoder {
    private(set) var names: [String] = []
    var problem: StorageError?

    var isReading: Bool { false }

    mutating func number(_ name: StaticString, _ value: inout Int64) { names.append("\(name)") }
    mutating func number(_ name: StaticString, _ value: inout (some FixedWidthInteger)?) { names.append("\(name)") }
    mutating func text(_ name: StaticString, _ value: inout String) { names.append("\(name)") }
    mutating func text(_ name: StaticString, _ value: inout String?) { names.append("\(name)") }
}

/// Appends the values of columns to rows.
struct ColumnWriter: ColumnCoder {
    private(set) var rows: SQLRows
    var problem: StorageError?

    init(_ rows: SQLRows) {
        self.rows = rows
    }

    var isReading: Bool { false }

    mutating func number(_ name: StaticString, _ value: inout Int64) { rows.append(.integer(value)) }
    mutating func number(_ name: StaticString, _ value: inout (some FixedWidthInteger)?) {
        rows.append(SQLValue(value))
    }
    mutating func text(_ name: StaticString, _ value: inout String) { rows.append(.text(value)) }
    mutating func text(_ name: StaticString, _ value: inout String?) { rows.append(SQLValue(value)) }
}

/// Reads the columns of a row, selected in the order in which they are coded.
struct ColumnReader: ColumnCoder {
    private let row: any SQLRow
    private var column: Int
    var problem: StorageError?

    /// Reads from a column on.
    init(_ row: any SQLRow, from column: Int = 0) {
        self.row = row
        self.column = column
    }

    var isReading: Bool { true }

    mutating func number(_ name: StaticString, _ value: inout Int64) {
        value = row.integer(column)
        column += 1
    }

    mutating func number<Number: FixedWidthInteger>(_ name: StaticString, _ value: inout Number?) {
        value = nil
        if let number = row.integerIfPresent(column) {
            value = Number(exactly: number)
            if value == nil { reject(name, value: number) }
        }
        column += 1
    }

    mutating func text(_ name: StaticString, _ value: inout String) {
        value = row.text(column)
        column += 1
    }

    mutating func text(_ name: StaticString, _ value: inout String?) {
        value = row.textIfPresent(column)
        column += 1
    }
}

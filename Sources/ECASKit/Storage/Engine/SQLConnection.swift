/// A connection within ``SQLDatabase/read(_:)`` or ``SQLDatabase/write(_:)``.
///
/// Statements are prepared once for each text and kept, so that texts should be constant; values go into parameters.
public protocol SQLConnection {
    /// Runs one statement to its end.
    ///
    /// - Parameters:
    ///   - sql: one statement with parameters `$1`, `$2` ...; the number counts, not the order of appearance.
    ///   - values: the value of `$1`, of `$2` and so on, one for each parameter.
    /// - Returns: the number of rows it changed.
    /// - Throws: ``StorageError``.
    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int

    /// Runs one statement that gives rows (`SELECT`, or a change with `RETURNING`) and hands each to `row` in turn.
    ///
    /// - Parameters:
    ///   - sql: one statement, as in ``execute(_:_:)``.
    ///   - values: the values of its parameters.
    ///   - row: called for each row; the row is valid only during the call.
    /// - Throws: ``StorageError``, or what `row` throws.
    func query(_ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Void) throws

    /// Runs one statement once for each row of values and tells for which rows it changed anything: the fast way to
    /// insert with `ON CONFLICT`.
    ///
    /// - Throws: ``StorageError``.
    func executeEach(_ sql: String, _ rows: SQLRows) throws -> [Bool]

    /// Inserts rows that are known to be new, the fastest way that the engine has.
    ///
    /// - Throws: ``StorageError`` with ``StorageError/Code/duplicate`` if one is not.
    func append(_ rows: SQLRows, to target: SQLInsertTarget) throws
}

extension SQLConnection {
    /// Runs one statement without parameters to its end and gives the number of rows it changed.
    ///
    /// - Throws: ``StorageError``.
    @discardableResult
    public func execute(_ sql: String) throws -> Int {
        try execute(sql, [])
    }

    /// All rows that a statement gives, each made into a value.
    ///
    /// - Throws: ``StorageError``, or what `make` throws.
    public func all<Value>(
        _ sql: String, _ values: [SQLValue] = [], _ make: (any SQLRow) throws -> Value
    ) throws -> [Value] {
        var found: [Value] = []
        try query(sql, values) { found.append(try make($0)) }
        return found
    }

    /// The last row that a statement gives, made into a value; for statements that give one row or none.
    ///
    /// - Throws: ``StorageError``, or what `make` throws.
    public func one<Value>(
        _ sql: String, _ values: [SQLValue] = [], _ make: (any SQLRow) throws -> Value
    ) throws -> Value? {
        var found: Value?
        try query(sql, values) { found = try make($0) }
        return found
    }
}

/// How much work and memory scrypt (RFC 7914) spends on one password.
public struct ScryptParameters: Hashable, Sendable {
    /// The binary logarithm of the cost N, 1 to 20.
    public let costExponent: Int
    /// The block size r, 1 to 32.
    public let blockSize: Int
    /// The parallelism p, 1 to 16.
    public let parallelism: Int

    /// What new passwords are hashed with: N = 2¹⁵, r = 8, p = 3, 32 MiB at a time, one of the equal choices of the
    /// OWASP Password Storage Cheat Sheet.
    public static let standard = ScryptParameters(uncheckedCostExponent: 15, blockSize: 8, parallelism: 3)

    /// Chooses parameters.
    ///
    /// - Throws: ``AccessError`` with ``AccessError/Code/unusablePasswordHash`` if one is out of its range or together
    ///   they need more than 1 GiB, so that a stored text cannot bring the machine down.
    public init(costExponent: Int, blockSize: Int, parallelism: Int) throws(AccessError) {
        guard (1...20).contains(costExponent), (1...32).contains(blockSize), (1...16).contains(parallelism) else {
            throw PasswordHash.unusable("its scrypt parameters are out of range (ln 1 to 20, r 1 to 32, p 1 to 16)")
        }
        self.init(uncheckedCostExponent: costExponent, blockSize: blockSize, parallelism: parallelism)
        guard memory <= 1 << 30 else { throw PasswordHash.unusable("its scrypt parameters need more than 1 GiB") }
    }

    private init(uncheckedCostExponent: Int, blockSize: Int, parallelism: Int) {
        costExponent = uncheckedCostExponent
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Reads `ln=15,r=8,p=3`.
    init(text: Substring) throws(AccessError) {
        let values = text.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        }
        guard values.count == 3, values.allSatisfy({ $0.count == 2 }), values.map({ $0[0] }) == ["ln", "r", "p"],
            let costExponent = Int(values[0][1]), let blockSize = Int(values[1][1]),
            let parallelism = Int(values[2][1])
        else { throw PasswordHash.unusable("its scrypt parameters are not of the form ln=..,r=..,p=..") }
        try self.init(costExponent: costExponent, blockSize: blockSize, parallelism: parallelism)
    }

    /// `ln=15,r=8,p=3`.
    var text: String { "ln=\(costExponent),r=\(blockSize),p=\(parallelism)" }

    /// Bytes that one derivation needs at most.
    var memory: Int { 128 * blockSize * parallelism << costExponent }
}

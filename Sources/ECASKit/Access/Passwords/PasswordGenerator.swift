/// Makes random passwords that can be read out on the telephone and typed from paper.
///
/// Four groups of four characters: `k7mq-w3xe-ht9v-c2np`. The 31 characters leave out those that look alike (`0` and
/// `o`, `1`, `l` and `i`); sixteen of them are worth 79 bits.
public enum PasswordGenerator {
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
    private static let groups = 4
    private static let groupLength = 4

    /// A password from the system's random source.
    public static func password() -> String {
        var random = SystemRandomNumberGenerator()
        return password(using: &random)
    }

    /// A password from the random source given; the same state of the source gives the same password.
    public static func password(using random: inout some RandomNumberGenerator) -> String {
        var text = ""
        for group in 0..<groups {
            if group > 0 { text.append("-") }
            for _ in 0..<groupLength {
                text.append(alphabet[Int.random(in: alphabet.indices, using: &random)])
            }
        }
        return text
    }
}

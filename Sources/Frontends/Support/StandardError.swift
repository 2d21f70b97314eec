private import Foundation

/// Lines for people on standard error.
public enum StandardError {
    /// Writes a line.
    public static func write(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

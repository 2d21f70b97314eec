public import ArgumentParser

/// With what status the commands end; one table for all of them.
public enum ExitStatus {
    /// Done, but something in the input was not understood; the rest was handled.
    public static let partlyMalformed = ExitCode(1)
    /// Nothing could be done; the message says why.
    public static let failed = ExitCode(2)
}

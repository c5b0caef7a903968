package memorytax.render;

/// How a command of the workbook ends.
final class ExitCode {
    /// All went well.
    static final int GOOD = 0;
    /// A step failed, an exercise is open, something is missing.
    static final int FAILED = 1;
    /// The words of the command line were wrong.
    static final int MISUSED = 2;
    /// Ctrl-C.
    static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}

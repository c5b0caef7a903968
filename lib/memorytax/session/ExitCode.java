package memorytax.session;

/// How a command of the workbook ends.
public final class ExitCode {
    /// All went well.
    public static final int GOOD = 0;
    /// A step failed, an exercise is open, something is missing.
    public static final int FAILED = 1;
    /// The words of the command line were wrong.
    public static final int MISUSED = 2;
    /// Ctrl-C.
    static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}

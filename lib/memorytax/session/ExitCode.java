package memorytax.session;

import memorytax.measure.result.Outcome;
import memorytax.measure.result.Weighings;
import memorytax.notebook.StepOutcome;

import java.util.Map;

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

    /// That of a chapter. Lifts this thread's interrupt.
    ///
    /// @param trouble whether something could not be shown or written
    static int of(Map<String, StepOutcome> happened, boolean trouble) {
        if (Thread.interrupted()) return INTERRUPTED;
        return trouble || happened.values().stream().anyMatch(ExitCode::failed) ? FAILED : GOOD;
    }

    /// A step that threw, or that has weighed processes of which every one failed.
    private static boolean failed(StepOutcome happened) {
        return switch (happened) {
            case StepOutcome.Failure _ -> true;
            case StepOutcome.Result(Weighings w, var _) -> !w.all().isEmpty()
                && w.all().stream().allMatch(each -> each.outcome() instanceof Outcome.Failed);
            default -> false;
        };
    }
}

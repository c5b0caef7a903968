package memorytax.notebook;

import java.time.Duration;

/// What comes of a step.
public sealed interface StepOutcome {
    /// It returned `value`; null when the step returns nothing.
    record Result(Object value, Duration took) implements StepOutcome {
    }

    /// It threw.
    record Failure(Throwable cause) implements StepOutcome {
    }

    /// It is the reader's to run: an exercise.
    record Left() implements StepOutcome {
    }

    /// It was not run, because `missing` has no result: a step that it needs failed, or was left out.
    record Skipped(String missing) implements StepOutcome {
    }

    /// Whether its reader has ended it.
    default boolean isInterrupted() {
        return this instanceof Failure(InterruptedException _);
    }

    /// The same, when it had to wait that many nanoseconds meanwhile.
    default StepOutcome without(long nanos) {
        return this instanceof Result(var value, var took) ? new Result(value, took.minusNanos(nanos)) : this;
    }
}

package memorytax.notebook;

import java.time.Duration;

/// What comes of a step.
public sealed interface Happening {
    /// It returned `value`; null when the step returns nothing.
    record Result(Object value, Duration took) implements Happening {
    }

    /// It threw.
    record Failure(Throwable cause) implements Happening {
    }

    /// It is the reader's to run: an exercise.
    record Left() implements Happening {
    }

    /// It was not run, because `missing` has no result: a step that it needs failed, or was left out.
    record Skipped(String missing) implements Happening {
    }
}

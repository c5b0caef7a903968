package memorytax.record;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How long the steps of a chapter take, for who plans a session.
///
/// @param steps by the step's name, in file order
public record StepTimes(Map<String, Duration> steps) {
    /// As long as our own recorded run took; no steps, when there is none.
    public static StepTimes recorded(String chapter) {
        return new StepTimes(StepsCsv.read(new Recorded(chapter, true).rows(StepsCsv.NAME)));
    }

    /// Empty when it is not known, and for what is not run.
    public Optional<Duration> of(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    /// Of all steps together.
    public Duration total() {
        return steps.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /// `85 s`, `2.5 min`, `12 min`; nothing for less than half a second.
    public static String said(Duration time) {
        long seconds = time.plusMillis(500).toSeconds();
        if (seconds == 0) return "";
        if (seconds < 100) return seconds + " s";
        return String.format(Locale.ROOT, seconds < 600 ? "%.1f min" : "%.0f min", seconds / 60.0).replace(".0 ", " ");
    }
}

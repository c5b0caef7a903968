package memorytax.table;

import memorytax.measure.result.Counted;
import memorytax.measure.runtime.ThreadLimits;
import tech.tablesaw.api.Table;

import java.util.Locale;

/// Where the system has no more threads to give, as a table and in words.
public final class Exhaustion {
    private Exhaustion() {
    }

    /// The limits of the system, the fullest first, as they were when the last thread had been started.
    public static Table limits(ThreadLimits limits) {
        var table = Tables.texts("At the moment when the last thread had been started. In use: by all processes that "
            + "can be seen, or by this one, whichever the limit counts."
            + Counted.recorded(limits), "limit", "its value", "in use", "filled");
        for (var c : limits.contenders()) for (var limit : limits.limits(c.name()))
            Tables.append(table, limit.name(), count(limit.value()), count(limit.inUse()),
                String.format(Locale.ROOT, "%.1f %%", 100 * limit.fill()));
        return table;
    }

    /// How it ended, in a few sentences.
    public static String end(ThreadLimits limits, String contender) {
        var started = limits.threads(contender, "started");
        if (started.isEmpty()) return "No process reported how many threads it started.";
        var end = new StringBuilder("After ").append(threads(started.get(), "")).append(' ')
            .append(limits.refused(contender) ? refused(limits, contender) : limits.full(contender)
                ? "the run stopped by itself, because there was no memory to spare."
                : "the run stopped by itself. That is the limit of this run, not of the system.");
        limits.threads(contender, "virtual").filter(n -> n > 0).ifPresent(n -> end.append(" At that moment ")
            .append(threads(n, "virtual ")).append(" could still be started, and ran."));
        limits.threads(contender, "again").filter(n -> n > 0).ifPresent(n -> end.append(" Then some threads were ")
            .append("ended, and ").append(limits.threads(contender, "again_ms").map(ms -> count(ms) + " ms later ")
            .orElse("")).append(threads(n, "new ")).append(" could be started."));
        return end.toString();
    }

    private static String refused(ThreadLimits limits, String contender) {
        return "the system refused to start another one. " + limits.limits(contender).stream()
            .filter(ThreadLimits.Limit::reached).findFirst().map(limit -> "The limit that was reached is "
                + limit.name() + ", " + count(limit.value()) + ".")
            .orElse("None of the limits that can be read here was nearly reached.");
    }

    private static String threads(double count, String which) {
        return Counted.of(Math.round(count), which + "thread");
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}

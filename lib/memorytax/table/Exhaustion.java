package memorytax.table;

import memorytax.measure.runtime.ThreadLimits;
import tech.tablesaw.api.Table;

import java.util.Locale;

/// Where the system has no more threads to give, as a table and in words.
public final class Exhaustion {
    private Exhaustion() {
    }

    /// The limits of the system, the fullest first, as they were when the last thread had been started.
    public static Table limits(ThreadLimits limits) {
        var table = Tables.texts("When the last thread had been started. In use: by all processes that can be seen, "
            + "or by this one.", "limit", "its value", "in use", "filled");
        for (var c : limits.contenders()) for (var limit : limits.limits(c.name()))
            Tables.append(table, limit.name(), count(limit.value()), count(limit.inUse()),
                String.format(Locale.ROOT, "%.1f %%", 100 * limit.fill()));
        return table;
    }

    /// How it ended, in a few sentences.
    public static String end(ThreadLimits limits, String contender) {
        var started = limits.threads(contender, "started");
        if (started.isEmpty()) return "Nobody could be asked.";
        var end = new StringBuilder("After ").append(count(started.get())).append(" threads ")
            .append(limits.refused(contender) ? refused(limits, contender) : "it stopped by itself: "
                + (limits.full(contender) ? "there was no memory to spare."
                : "that is the cap of this run, not the system's."));
        limits.threads(contender, "virtual").filter(n -> n > 0).ifPresent(n -> end.append(" Just then ")
            .append(count(n)).append(" virtual threads were started, and ran."));
        limits.threads(contender, "again").filter(n -> n > 0).ifPresent(n -> end.append(" Then some were let go, and ")
            .append(count(n)).append(" others could be started").append(limits.threads(contender, "again_ms")
            .map(ms -> ", " + count(ms) + " ms later.").orElse(".")));
        return end.toString();
    }

    private static String refused(ThreadLimits limits, String contender) {
        return "the system refused. " + limits.limits(contender).stream().filter(ThreadLimits.Limit::reached)
            .findFirst().map(limit -> "The limit that it had come to is " + limit.name() + ", " + count(limit.value())
                + ".").orElse("None of the limits that can be read here was near.");
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}

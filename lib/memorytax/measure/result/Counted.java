package memorytax.measure.result;

import java.util.Locale;
import java.util.stream.IntStream;

/// Numbers of things in words, in the singular or the plural; and how often something was measured.
public final class Counted {
    /// What a caption says where nothing of it was measured on this machine.
    public static final String RECORDED = "Recorded, not measured here.";

    /// The same where processes were started here, and none came back with a result.
    public static final String NONE = "No process came back with a result.";
    /// The same where no process was started.
    public static final String UNTRIED = "Not measured in this run.";

    /// The same of one fork: nobody knows what another would have said.
    public static final String ONE = "One fork: it shows no spread.";

    private Counted() {
    }

    /// `1 task`, `0 tasks`, `10,000 tasks`.
    ///
    /// @param one thing in the singular; its plural ends with an `s` more
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /// The same of a thing whose plural is another: `1 guess`, `2 guesses`.
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    /// `5 forks`, `3 to 5 forks`; `no forks` where there are no counts.
    public static String forks(IntStream counts) {
        var s = counts.summaryStatistics();
        if (s.getCount() == 0) return "no forks";
        return (s.getMin() == s.getMax() ? "" : s.getMin() + " to ") + of(s.getMax(), "fork");
    }

    /// The end of a caption: `Medians of 5 forks.`, [#ONE], or that all of it is recorded.
    public static String medians(Findings found) {
        return often("Medians", found);
    }

    /// The same where means are shown.
    public static String means(Findings found) {
        return often("Means", found);
    }

    /// The last sentence of a caption, with a blank before it, where all that there is was recorded; else empty.
    public static String recorded(Findings found) {
        return found.contenders().isEmpty() || anyHere(found) ? "" : " " + RECORDED;
    }

    private static boolean anyHere(Findings found) {
        return found.contenders().stream().anyMatch(c -> found.here(c.name()));
    }

    private static String often(String what, Findings found) {
        int forks = forksHere(found);
        if (found.contenders().isEmpty()) return UNTRIED;
        if (forks == 0) return anyHere(found) ? NONE : RECORDED;
        return forks == 1 ? ONE : what + " of " + of(forks, "fork") + ".";
    }

    /// Of the contenders that were measured on this machine, the forks of the one that has most; 0 where there is none.
    public static int forksHere(Findings found) {
        return found.contenders().stream().filter(c -> found.here(c.name())).mapToInt(found::forks).max().orElse(0);
    }
}

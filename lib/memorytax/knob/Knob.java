package memorytax.knob;

import memorytax.claim.Measured;
import memorytax.measure.result.Bytes;

import java.util.Locale;
import java.util.Optional;

/// One thing changed, and what that does to the cost of one more task, in bytes with 95 % intervals.
///
/// @param name      what was changed: `Serial`, `GOGC=50`, `3.12`; of a method how the processes were read: `PSS`
/// @param cost      resident bytes of one more task with it; of a method what it says one task costs
/// @param more      how much more that is than the base
/// @param live      what of one more task is live with it, where the runtime tells
/// @param liveMore  how much more that is than the base's live bytes
/// @param emptyMore how much larger the empty process is than that of the base; of a method nothing
public record Knob(String name, Kind kind, Measured cost, Measured more, Optional<Measured> live,
                   Optional<Measured> liveMore, Optional<Measured> emptyMore) {
    /// What kind of thing is changed.
    public enum Kind {
        /// An option or a variable of the environment, or a state in which it is weighed.
        SETTING,
        /// Another version of the runtime.
        VERSION,
        /// How the task waits.
        WAIT,
        /// Nothing: the processes are the same, and are read in another way.
        METHOD
    }

    /// Said of a difference whose interval contains zero, which is not the same as no difference.
    public static final String NOTHING = "no difference seen";
    /// Sizes up to that are told to the byte.
    private static final double EXACT = 10_000;

    /// Whether its figures were measured on this machine; otherwise one of them is recorded.
    public boolean here() {
        return more.here();
    }

    /// Whether the interval of the difference lies on one side of zero. Of one fork nobody knows it; and what is less
    /// than half a byte is none.
    public boolean seen() {
        return seen(more);
    }

    /// The same of a difference that is given.
    public static boolean seen(Measured more) {
        return more.forks() > 1 && more.above(0).isPresent() && Math.abs(more.value()) >= 0.5;
    }

    /// How large the difference is, whichever its sign.
    public double size() {
        return Math.abs(more.value());
    }

    /// The least that the size of the difference can be; zero where the interval contains zero.
    double least() {
        return more.above(0).isEmpty() ? 0 : Math.min(Math.abs(more.low()), Math.abs(more.high()));
    }

    /// The most that it can be.
    double most() {
        return Math.max(Math.abs(more.low()), Math.abs(more.high()));
    }

    /// `+312 B (±80)`, `-1,204 B (±3)`, `+40 KB (±1.2 KB)`; `no difference seen` where the interval contains zero.
    public String said() {
        if (more.forks() < 2) return signed(more.value()) + " (one fork)";
        return seen() ? signed(more.value()) + " (±" + half(more) + ")" : NOTHING;
    }

    /// The same with the half of its interval in any case: `no difference seen (±90 B)`. That says which differences
    /// could have been seen.
    public static String said(Measured more) {
        if (more.forks() < 2) return signed(more.value()) + " (one fork)";
        return seen(more) ? signed(more.value()) + " (±" + half(more) + ")"
            : NOTHING + " (±" + size((more.high() - more.low()) / 2) + ")";
    }

    private static String half(Measured more) {
        double half = (more.high() - more.low()) / 2;
        return Math.max(Math.abs(more.value()), half) < EXACT ? String.format(Locale.ROOT, "%,.0f", half)
            : Bytes.of(half);
    }

    /// `+312 B`, `-14 MB`
    public static String signed(double bytes) {
        return (bytes < 0 ? "" : "+") + size(bytes);
    }

    /// `312 B`, `14 MB`: to the byte where there are few of them.
    public static String size(double bytes) {
        return Math.abs(bytes) < EXACT ? Bytes.exact(bytes) : Bytes.of(bytes);
    }

    /// `Serial: +312 B (±80), so 1,350 B for one more task`
    @Override
    public String toString() {
        return name + ": " + said(more) + ", so " + size(cost.value()) + " for one more task"
            + (here() ? "" : ", recorded");
    }
}

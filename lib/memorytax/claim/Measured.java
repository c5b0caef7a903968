package memorytax.claim;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Chance;
import memorytax.measure.result.Crossing;
import memorytax.measure.result.Forecast;
import memorytax.measure.result.Interval;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Range;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Stairs;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A figure of ours with how far it may be off, ready to be held against a claim.
///
/// @param low   of what `kind` says
/// @param here  measured on this machine; otherwise recorded
/// @param forks processes behind it; of one alone nobody knows how sure it is
public record Measured(double value, double low, double high, boolean here, int forks, Extent kind) {
    /// One with a 95 % interval.
    public Measured(double value, double low, double high, boolean here, int forks) {
        this(value, low, high, here, forks, Extent.INTERVAL);
    }

    /// A figure that does not rest on a single process.
    public Measured(double value, double low, double high, boolean here) {
        this(value, low, high, here, Integer.MAX_VALUE);
    }

    /// Bytes of one more task.
    public static Optional<Measured> task(Weighings weighed, String contender) {
        return task(weighed, contender, Quantity.RESIDENT);
    }

    /// The same of another quantity, such as what is live.
    public static Optional<Measured> task(Weighings weighed, String contender, Quantity quantity) {
        return weighed.slope(contender, quantity).map(Measured::of);
    }

    /// Bytes that a step of a staircase adds; steps are counted from 0.
    public static Optional<Measured> step(Stairs stairs, int step) {
        return stairs.steps().stream().skip(step).findFirst().map(s -> new Measured(s.more(), s.low(), s.high(),
            s.before().here() && s.after().here(), Math.min(s.before().forks(), s.after().forks())));
    }

    /// How many times as much as `under` the figure `over` is that processes of a contender told of themselves.
    public static Optional<Measured> times(Reports reports, String contender, String name, String over, String under) {
        boolean here = reports.here(contender);
        return ratio(reports.of(contender, name, over).map(s -> of(s, here)),
            reports.of(contender, name, under).map(s -> of(s, here)));
    }

    /// Bytes of the whole process with so many tasks.
    public static Optional<Measured> whole(Weighings weighed, String contender, int tasks) {
        return weighed.mean(contender, tasks, Quantity.TOTAL).map(s -> of(s, weighed.here(contender)));
    }

    /// Bytes of the process without a task.
    public static Optional<Measured> empty(Weighings weighed, String contender) {
        return weighed.meanBaseline(contender).map(s -> of(s, weighed.here(contender)));
    }

    /// Bytes of one part of a task, as its runtime counts it: exact, so its interval has no width.
    public static Optional<Measured> part(Backpacks backpacks, String contender, String part) {
        return backpacks.part(contender, part)
            .map(bytes -> new Measured(bytes, bytes, bytes, backpacks.here(contender)));
    }

    /// What a contender told of itself, on the average of its forks: `told(bytes, "C2", "stays local",
    /// "bytes_per_op")`.
    public static Optional<Measured> reported(Reported told, String contender, String name, String figure) {
        return told.reports().of(contender, name, figure).map(s -> of(s, told.here(contender)));
    }

    /// The same, the median of its forks between the lowest and the highest: for times, which have outliers.
    public static Optional<Measured> median(Reported told, String contender, String name, String figure) {
        return told.reports().median(contender, name, figure).map(s -> of(s, told.here(contender)));
    }

    /// The name of the figure that lies below all others with all that is known of it; empty where there is none, where
    /// one is missing, or where so few forks would look like that by chance too often.
    public static String least(Map<String, Optional<Measured>> named) {
        if (named.values().stream().anyMatch(Optional::isEmpty)) return "";
        var all = named.values().stream().map(Optional::get).toList();
        boolean few = all.stream().anyMatch(m -> m.forks == 1) || all.stream().anyMatch(m -> m.kind == Extent.RANGE)
            && Chance.least(all.stream().mapToInt(Measured::forks).toArray()) > Chance.ENOUGH;
        return few ? "" : named.keySet().stream().filter(name -> named.entrySet().stream().allMatch(
            e -> e.getKey().equals(name) || named.get(name).get().high < e.getValue().get().low)).findFirst()
            .orElse("");
    }

    /// How often chance alone would put all of this below all of the other; 1 where one process stands for either.
    double luck(Measured other) {
        if (forks == 1 || other.forks == 1) return 1;
        if (kind.and(other.kind) != Extent.RANGE) return Chance.INTERVALS;
        return Chance.below(Math.min(forks, 100), Math.min(other.forks, 100));
    }

    /// The same of a figure that is given.
    double luck() {
        return kind.luck(forks);
    }

    /// For how many minutes it goes well until a limit is reached.
    ///
    /// @param rate requests a second
    public static Optional<Measured> minutes(Optional<Forecast> end, int rate) {
        return end.map(f -> {
            double minutes = f.requests() / rate / 60, value = f.slope().value();
            return new Measured(minutes, minutes * value / f.slope().high(),
                f.slope().low() > 0 ? minutes * value / f.slope().low() : Double.POSITIVE_INFINITY,
                f.slope().here(), f.slope().forks());
        });
    }

    /// The peak of a process that was watched, in bytes: the median of its forks between the lowest and the highest.
    public static Optional<Measured> peak(Watched watched, String contender) {
        return watched.peak(contender).map(s -> of(s, watched.here(contender)));
    }

    /// The seconds that its work took, likewise.
    public static Optional<Measured> seconds(Watched watched, String contender) {
        return watched.seconds(contender).map(s -> of(s, watched.here(contender)));
    }

    /// Bytes from which on `then` is cheaper than `first`, by what both told of several sizes.
    public static Optional<Measured> crossing(Reports reports, String first, String then, String figure) {
        return Crossing.of(reports, first, then, figure).map(c -> new Measured(c.at(), c.low(), c.high(), c.here(),
            c.forks(), Extent.RANGE));
    }

    /// How much more the one is than the other, with the intervals of both: what a variable adds to the task that holds
    /// it.
    public static Optional<Measured> more(Optional<Slope> with, Optional<Slope> without) {
        return with.flatMap(a -> without.map(b -> {
            double value = a.value() - b.value(), half = Math.hypot(a.plusMinus(), b.plusMinus());
            return new Measured(value, value - half, value + half, a.here() && b.here(),
                Math.min(a.forks(), b.forks()));
        }));
    }

    /// The sum of two figures that have nothing to do with each other.
    public Measured plus(Measured other) {
        return new Measured(value + other.value, value + other.value - Math.hypot(value - low, other.value - other.low),
            value + other.value + Math.hypot(high - value, other.high - other.value), here && other.here,
            Math.min(forks, other.forks), kind.and(other.kind));
    }

    /// The same less so much, of which nobody doubts.
    public Measured less(double bytes) {
        return new Measured(value - bytes, low - bytes, high - bytes, here, forks, kind);
    }

    /// The same where no less can be.
    public Measured atLeast(double least) {
        return new Measured(Math.max(least, value), Math.max(least, low), Math.max(least, high), here, forks, kind);
    }

    /// The same, though it may be so much.
    public Measured butUpTo(double most) {
        return new Measured(value, low, Math.max(high, most), here, forks, Extent.BOUNDS);
    }

    /// What grows from this up to a limit, and beyond it by `more`, or stays so much below it.
    public Measured upTo(double limit, double more) {
        return new Measured(limit + more, Math.min(low, limit + more), limit + Math.max(0, more), here, forks,
            Extent.BOUNDS);
    }

    /// So many times as much; `times` is not negative.
    public Measured times(double times) {
        return new Measured(times * value, times * low, times * high, here, forks, kind);
    }

    /// What a slope says.
    public static Measured of(Slope slope) {
        return new Measured(slope.value(), slope.low(), slope.high(), slope.here(), slope.forks());
    }

    /// By how much the one process is larger than the other.
    public static Optional<Measured> extra(Optional<Measured> over, Optional<Measured> under) {
        return over.flatMap(o -> under.map(u -> o.plus(new Measured(-u.value, -u.high, -u.low, u.here, u.forks,
            u.kind))));
    }

    /// How many times `under` goes into `over`, by the edges of both intervals.
    public static Optional<Measured> ratio(Optional<Measured> over, Optional<Measured> under) {
        return over.flatMap(o -> under.map(u -> new Measured(o.value / u.value, o.low / u.high,
            u.low > 0 ? o.high / u.low : Double.POSITIVE_INFINITY, o.here && u.here, Math.min(o.forks, u.forks),
            o.kind.and(u.kind))));
    }

    /// Whether the whole interval lies above a figure, or below it; empty when it straddles it.
    public Optional<Boolean> above(double figure) {
        return low > figure ? Optional.of(true) : high < figure ? Optional.of(false) : Optional.empty();
    }

    /// As a size in a sentence, `1.1 KB`; `an unknown size` where it was not measured.
    public static String size(Optional<Measured> bytes) {
        return bytes.map(m -> Bytes.of(m.value())).orElse("an unknown size");
    }

    /// As a time in a sentence, `255 ms`; `an unknown time` where it was not measured.
    public static String millis(Optional<Measured> ms) {
        return ms.map(m -> String.format(Locale.ROOT, m.value() >= 9.95 ? "%,.0f ms" : m.value() >= 0.995 ? "%.1f ms"
            : "%.3f ms", m.value())).orElse("an unknown time");
    }

    /// An estimate with its 95 % interval.
    public static Measured of(Interval i, boolean here) {
        return new Measured(i.mean(), i.low(), i.high(), here, i.forks(), Extent.INTERVAL);
    }

    /// A median with the smallest and the largest of the forks.
    public static Measured of(Range r, boolean here) {
        return new Measured(r.median(), r.low(), r.high(), here, r.forks(), Extent.RANGE);
    }

    /// The same, and what its ends are a calculation's.
    public Measured bounds() {
        return new Measured(value, low, high, here, forks, Extent.BOUNDS);
    }

    /// A ratio as people say it: `15 times as long`.
    public String factor() {
        var times = Guess.times(value);
        return times.equals("1") ? "about as long" : times + " times as long";
    }

    /// `2,701 (2,698 to 2,704)`: no unit, it may be bytes or a ratio.
    @Override
    public String toString() {
        var number = Math.abs(value) < 100 ? "%,.2f" : "%,.0f";
        var format = low < high ? number + " (" + number + " to " + number + ")" : number;
        return String.format(Locale.ROOT, format, value, low, high) + (here ? "" : ", recorded");
    }
}

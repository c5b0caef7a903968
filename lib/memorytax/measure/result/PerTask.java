package memorytax.measure.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How a figure for one task is read from processes that were weighed. The same processes have several: what one more
/// task adds, or all of a process divided by its tasks.
///
/// @param quantity of the process; [Quantity#TOTAL] for all of it, with what it takes without tasks
/// @param tasks    by which it is divided; empty for the slope, what one more task adds
public record PerTask(Quantity quantity, OptionalInt tasks) {
    /// What one more task adds to it.
    public static PerTask slope(Quantity quantity) {
        return new PerTask(quantity, OptionalInt.empty());
    }

    /// All of it in a process with so many tasks, divided by them.
    public static PerTask divided(Quantity quantity, int tasks) {
        return new PerTask(quantity, OptionalInt.of(tasks));
    }

    /// Whether it is the slope.
    public boolean isSlope() {
        return tasks.isEmpty();
    }

    /// Bytes for one task of a contender; empty where it was not weighed so. Of weighings whose load had parameters,
    /// those of one variant only.
    public Optional<Interval> of(Weighings weighed, Contender contender) {
        if (tasks.isEmpty()) return weighed.slope(contender, quantity).map(PerTask::interval);
        int n = tasks.getAsInt();
        return weighed.mean(contender.name(), n, quantity).map(i -> over(i.mean(), i.low(), i.high(), n, i.forks()));
    }

    /// The same with a number of tasks that was not weighed: the empty process, what comes with its first tasks, and
    /// the slope. Its interval takes the three for independent, and so is rather too wide.
    public Optional<Interval> calculated(Weighings weighed, Contender contender) {
        if (tasks.isEmpty()) return of(weighed, contender);
        int n = tasks.getAsInt();
        return line(weighed, contender).map(line -> {
            double mean = line.start().mean() + line.slope().value() * n;
            double half = Math.hypot((line.start().high() - line.start().low()) / 2, line.slope().plusMinus() * n);
            return over(mean, mean - half, mean + half, n, line.slope().forks());
        });
    }

    /// By how many tasks all of it would have to be divided to come to so many bytes for one; empty where no number
    /// does, because each further task takes as much or more.
    public static OptionalDouble tasksFor(double bytes, Quantity quantity, Weighings weighed, Contender contender) {
        return divided(quantity, 1).line(weighed, contender).stream()
            .mapToDouble(line -> line.start().mean() / (bytes - line.slope().value()))
            .filter(n -> n >= 1 && Double.isFinite(n)).findFirst();
    }

    /// Bytes at no tasks, and what each adds.
    private record Line(Interval start, Slope slope) {
    }

    private Optional<Line> line(Weighings weighed, Contender contender) {
        if (quantity != Quantity.TOTAL)
            return weighed.slope(contender, quantity).map(slope -> new Line(slope.intercept(), slope));
        return weighed.slope(contender, Quantity.RESIDENT).flatMap(slope -> weighed.meanBaseline(contender.name())
            .map(empty -> new Line(sum(empty, slope.intercept()), slope)));
    }

    private static Interval sum(Interval a, Interval b) {
        double mean = a.mean() + b.mean(), half = Math.hypot(a.high() - a.mean(), b.high() - b.mean());
        return new Interval(mean, mean - half, mean + half, Math.min(a.forks(), b.forks()));
    }

    private static Interval interval(Slope slope) {
        return new Interval(slope.value(), slope.low(), slope.high(), slope.forks());
    }

    private static Interval over(double mean, double low, double high, int tasks, int forks) {
        return new Interval(mean / tasks, low / tasks, high / tasks, forks);
    }

    /// The numbers of tasks with which a process has to be weighed for it: for a slope two.
    ///
    /// @param most the larger one
    public List<Integer> sizes(int most) {
        return isSlope() ? List.of(Math.max(1, most / 5), Math.max(2, most)) : List.of(tasks.getAsInt());
    }

    /// `one more task, live`, `whole process ÷ 10,000`, `growth ÷ 10,000`, `peak ÷ 10,000`
    @Override
    public String toString() {
        if (isSlope()) return "one more task, " + quantity;
        return switch (quantity) {
            case TOTAL -> "whole process";
            case RESIDENT -> "growth";
            case LIVE -> "live";
            default -> "(" + quantity + " − empty)";
        } + String.format(Locale.ROOT, " ÷ %,d", tasks.getAsInt());
    }
}

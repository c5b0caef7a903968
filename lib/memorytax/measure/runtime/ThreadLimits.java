package memorytax.measure.runtime;

import memorytax.measure.result.Interval;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the system refuses one more thread: how many were started, and how full each of its limits was by then.
public record ThreadLimits(Reports reports) implements Reported {
    private static final String THREADS = "threads", LIMIT = "limit", IN_USE = "in_use";

    /// A limit of the system, when the last thread had been started.
    ///
    /// @param name  as the system calls it: `pid_max`
    /// @param value that it has
    /// @param inUse of that, by all processes that can be seen or by this one
    public record Limit(String name, double value, double inUse) {
        /// Of a limit, the share that has to be in use where it is the one that was reached, or what may be left of it:
        /// the kernel keeps the first 300 numbers of processes back.
        private static final double REACHED = 0.98, LEFT = 300;

        /// The share that is in use.
        public double fill() {
            return inUse / value;
        }

        /// Whether it is as good as full.
        public boolean reached() {
            return value * (1 - fill()) <= LEFT || fill() >= REACHED;
        }
    }

    /// Its limits, the fullest first.
    public List<Limit> limits(String contender) {
        return reports.names().stream().flatMap(name -> limit(contender, name).stream())
            .sorted(Comparator.comparingDouble(Limit::fill).reversed()).toList();
    }

    private Optional<Limit> limit(String contender, String name) {
        return reports.of(contender, name, LIMIT).flatMap(value -> reports.of(contender, name, IN_USE)
            .map(inUse -> new Limit(system(name), value.mean(), inUse.mean())));
    }

    /// As the system calls it: on its way here an underscore has become a blank.
    private static String system(String limit) {
        return limit.matches("(ulimit|cgroup) .*") ? limit : limit.replace(' ', '_');
    }

    /// One of the figures of its threads, the mean of the forks: `started`, `virtual`, `again`, `again_ms`.
    public Optional<Double> threads(String contender, String figure) {
        return reports.of(contender, THREADS, figure).map(Interval::mean);
    }

    /// Whether the system refused one, in every fork.
    public boolean refused(String contender) {
        return always(contender, "refused");
    }

    /// Whether there was no memory to spare, in every fork.
    public boolean full(String contender) {
        return always(contender, "full");
    }

    private boolean always(String contender, String figure) {
        return reports.always(contender, THREADS, figure, 1).orElse(false);
    }

    @Override
    public String toString() {
        return reports.toString();
    }
}

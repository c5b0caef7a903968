package memorytax.measure.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Processes that were watched while they worked: how their resident size moved, and what they told.
///
/// @param step   the cell that watched them
/// @param traces one of each contender and its parameters: of several forks the one whose peak is the median
/// @param reports   by all forks, and of each what was seen from [#OUTSIDE]
public record Watched(String step, List<Trace> traces, Reports reports) implements Observed {
    /// Under which name [#reports] has what was seen from outside: [#PEAK], [#SECONDS] from `LOAD` to `LOADED`, and
    /// [#THREADS], the most of them.
    public static final String OUTSIDE = "seen from outside";
    /// What a process had taken above what it took empty, in bytes, when it told how many `requests` it had served.
    public static final String MORE = "more_bytes";
    /// All that it had taken, in bytes, when it asked to be weighed: `MARK name=all_ended weigh=1`.
    public static final String TAKEN = "taken_bytes";
    /// Figures of what was seen from outside.
    public static final String PEAK = "peak_bytes", SECONDS = "seconds", THREADS = "threads";

    @Override
    public Watched watched() {
        return this;
    }

    /// The same as a type that says what they were watched for: `as(SoakTest::new)`.
    public <T extends Observed> T as(Function<Watched, T> why) {
        return why.apply(this);
    }

    /// Median and range of the peaks, in bytes.
    public Optional<Range> peak(String contender) {
        return reports.median(contender, OUTSIDE, PEAK);
    }

    /// Median and range of the time that the load took, in seconds.
    public Optional<Range> seconds(String contender) {
        return reports.median(contender, OUTSIDE, SECONDS);
    }

    /// The same of one value of a parameter.
    public Watched with(String key, int value) {
        return where((_, params) -> String.valueOf(value).equals(params.get(key)));
    }

    /// The same of the `count` smallest values of a parameter.
    public Watched first(String key, int count) {
        var some = reports.by(key).keySet().stream().limit(count).map(String::valueOf).collect(Collectors.toSet());
        return where((_, params) -> some.contains(params.getOrDefault(key, "")));
    }

    /// The same, with traces that begin at this mark, or as many `millis` before it as each of them has. What marks say
    /// is then said at the same place by all, so one of them says it.
    public Watched from(String mark, long millis) {
        var moved = new ArrayList<Trace>();
        for (var trace : traces) {
            var moment = trace.marks().stream().filter(m -> m.name().equals(mark)).findFirst();
            if (moment.isPresent())
                moved.add(trace.from(moment.get().millis() - millis, moved.isEmpty()));
        }
        return new Watched(step, moved, reports);
    }

    /// The same of these contenders alone.
    public Watched only(String... contenders) {
        return where((contender, _) -> List.of(contenders).contains(contender.name()));
    }

    private Watched where(BiPredicate<Contender, Map<String, String>> wanted) {
        return new Watched(step, traces.stream().filter(t -> wanted.test(t.contender(), t.params())).toList(),
            new Reports(step, reports.all().stream().filter(w -> wanted.test(w.contender(), w.params())).toList()));
    }

    /// A line per process.
    @Override
    public String toString() {
        return String.join("\n", traces.stream().map(Trace::toString).toList());
    }
}

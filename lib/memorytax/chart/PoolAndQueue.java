package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Watched;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The way of jobs through a bound: how many wait, how many are under way and what these hold, and when the last is
/// done.
final class PoolAndQueue {
    private PoolAndQueue() {
    }

    /// @param each   bytes that a job holds while it is under way
    /// @param keeps  name of a contender -> what a job keeps while it waits for its turn, empty where there is no
    ///               queue; the other contenders are left out
    /// @param bursts each with one value of its parameters
    static ChartModel of(long each, Map<String, String> keeps, List<Watched> bursts) {
        var lanes = bursts.stream().flatMap(w -> w.contenders().stream().map(Contender::name)
            .filter(keeps::containsKey).flatMap(c -> lane(w, c, each, keeps.get(c)).stream())).toList();
        boolean here = lanes.stream().allMatch(l -> bursts.stream().allMatch(w -> w.here(l.contender())));
        var caption = Caption.of("Measured: the most jobs under way at once, the time, and the peak. Calculated: how "
            + "many wait, and what those under way hold, " + Bytes.named(each) + " each.")
            .and(Hand.CHARACTERS, here ? "" : "Recorded, not measured here.");
        return new ChartModel(caption, lanes.isEmpty() ? new ChartModel.Nothing("no burst was watched")
            : new Diagram(List.of("come", "wait at first", "under way", "done"), lanes, List.of()));
    }

    private static Optional<Lane> lane(Watched watched, String contender, long each, String keeps) {
        var reports = watched.reports();
        int jobs = reports.all().stream().filter(r -> r.contender().name().equals(contender))
            .mapToInt(r -> r.tasks()).max().orElse(0);
        var most = reports.median(contender, "burst", "most_at_once");
        var seconds = reports.median(contender, Watched.OUTSIDE, Watched.SECONDS);
        var peak = reports.median(contender, Watched.OUTSIDE, Watched.PEAK);
        if (most.isEmpty() || seconds.isEmpty() || peak.isEmpty()) return Optional.empty();
        double atOnce = most.get().median();
        return Optional.of(new Lane("", contender, 0, contender, List.of(
            Box.in(0, "jobs", Names.count(jobs), Style.FREE),
            keeps.isEmpty() ? Box.in(1, "no queue", "", Style.FREE)
                : Box.in(1, keeps, Names.count(jobs - atOnce), Style.KEPT),
            Box.in(2, Names.count(atOnce) + " × " + Bytes.named(each).replace(' ', '\u00a0'), Bytes.of(atOnce * each),
                Style.KEPT),
            Box.in(3, "after", String.format(Locale.ROOT, "%.1f s", seconds.get().median()), Style.FREE)), true,
            "peak " + Bytes.of(peak.get().median())));
    }
}

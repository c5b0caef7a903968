package memorytax.chart;

import memorytax.chart.draw.ModelChart;
import memorytax.claim.Guesses;
import memorytax.claim.OrderGuess;
import memorytax.claim.PublishedMatrix;
import memorytax.instrument.Agreement;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Group;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import memorytax.service.Estimates;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The charts of the workbook. Each is an XChart chart that was drawn from a model, and its title is its caption: not
/// drawn in the picture but printed under it. What cannot be drawn (nothing was weighed) is said in the picture; no
/// chart throws.
public final class Charts {
    private Charts() {
    }

    /// Resident MB above the empty process over the number of tasks, both axes logarithmic: a line per contender
    /// through the medians, with the range of the forks.
    public static XYChart growth(Weighings weighings) {
        return new ModelChart(Growth.of(weighings));
    }

    /// Bytes per further task over something that was varied, `what` (`frames on the stack`), both axes logarithmic: a
    /// line per contender with the 95 % intervals. Of a contender's slopes at one value the first is drawn.
    public static XYChart growth(String what, Map<Integer, List<Slope>> slopes) {
        return new ModelChart(Growth.of(what, slopes));
    }

    /// What processes told of several sizes (`16 KB`), over those, both axes logarithmic: a line per contender through
    /// the medians, with the range of the forks.
    ///
    /// @param what   has these sizes: `size of the object`
    /// @param figure that they told: `ns_per_request`
    public static XYChart bySize(String what, Reports reports, String figure) {
        return new ModelChart(Growth.of(what, reports, figure));
    }

    /// The mistake of dividing a whole process by its tasks: bytes of the process for each task, over the number of
    /// tasks, both axes logarithmic; a level line for what somebody has published.
    ///
    /// @param said       bytes of one task, as published
    /// @param by         who says so: `the post`
    /// @param contenders of which the first is held against `said`
    public static XYChart divided(Weighings weighed, double said, String by, String... contenders) {
        return new ModelChart(Division.of(weighed, said, by, List.of(contenders)));
    }

    /// How far other instruments are from the scale, in percent: a bar for each from the line at zero, which is the
    /// scale, with its 95 % interval.
    public static XYChart agreement(Agreement agreement) {
        return new ModelChart(AgreementDots.of(agreement));
    }

    /// Bytes of one more task on each of many machines: a row for each contender, a dot for each machine.
    ///
    /// @param spread   of each `contender` and `quantity` the `median`, the `quarter` and the `three_quarters`
    /// @param dots     with the columns `contender`, `quantity` and `value`
    /// @param machines how many there are; where they are more than the dots, the caption says so
    public static XYChart machines(Table spread, Table dots, long machines) {
        return new ModelChart(MachineDots.of(spread, dots, machines));
    }

    /// The same by what machines have: a row for each version, processor, system or collector, without dots.
    ///
    /// @param groups as `spread`, with the columns `name` and `trait`
    public static XYChart machinesWith(Table groups) {
        return new ModelChart(MachineDots.with(groups));
    }

    /// What a room has guessed: a row for each question with a dot for each guess, and what was measured.
    ///
    /// @param guessed of each `chapter` and `step` the `label`, the `median`, the `quarter` and the `three_quarters` of
    ///                its guesses, and what was `measured`
    /// @param dots    with the columns `chapter`, `step` and `value`
    public static XYChart guessedByMany(Table guessed, Table dots) {
        return new ModelChart(MachineDots.guessed(guessed, dots));
    }

    /// Milliseconds that processes told of something, over the number of tasks, both axes logarithmic: a line per
    /// contender through the medians, with the range of the forks.
    ///
    /// @param caption a sentence
    /// @param name    of what they told: `full`
    /// @param figure  that they told of it: `pause_ms`
    public static XYChart byTasks(String caption, String name, String figure, Reported... told) {
        return new ModelChart(Growth.of(caption, name, figure, reports(told)));
    }

    /// How single stops are spread, a box per contender and kind of collection.
    ///
    /// @param tasks that the processes had
    /// @param kinds of collections, as [memorytax.child.kit.Pauses] names them
    public static XYChart stops(int tasks, List<String> kinds, Reported... told) {
        return new ModelChart(PauseBoxes.of(tasks, kinds, reports(told)));
    }

    private static Reports[] reports(Reported... told) {
        return Stream.of(told).map(Reported::reports).toArray(Reports[]::new);
    }

    /// CPU time for a GB of garbage, with the fewest tasks and with the most: a row per contender.
    ///
    /// @param caption a sentence
    public static XYChart gcShare(String caption, Reports reports, String name, String figure) {
        return new ModelChart(GcShare.of(caption, reports, name, figure));
    }

    /// Bytes per further task, most expensive first: what the kernel charges as a filled dot (resident, where that was
    /// not counted), live as a hollow one, each with its 95 % interval, on a logarithmic axis.
    public static XYChart share(Weighings... weighings) {
        return new ModelChart(ShareDots.of(List.of(weighings)));
    }

    /// The same dots for slopes that a chapter has picked, in its order: `virtual threads (cold)` beside
    /// `virtual threads (warmed)`. Resident and live slopes of one contender share a row.
    public static XYChart beside(List<Slope> slopes) {
        return new ModelChart(ShareDots.beside(slopes));
    }

    /// The same for slopes that may be missing: those that could not be told are left out.
    @SafeVarargs
    @SuppressWarnings("varargs") // which are only read
    public static XYChart beside(Optional<Slope>... slopes) {
        return beside(Arrays.stream(slopes).flatMap(Optional::stream).toList());
    }

    /// Bytes per further task in groups, each under its name: a bar per contender, from zero, with its 95 % interval. A
    /// group that has nothing to show is left out. The caption says which contender is the most expensive in each.
    public static XYChart groups(Group... groups) {
        return new ModelChart(GroupBars.of(List.of(groups)));
    }

    /// What one task carries, held against the slopes of these series; of a contender that is in several, the first
    /// counts.
    public static XYChart backpack(Backpacks backpacks, Weighings... weighed) {
        return backpack(backpacks.all(), Arrays.stream(weighed).flatMap(w -> w.slopes().stream()).toList());
    }

    /// What one task carries, in bytes from zero: a bar per contender, cut into its parts. The contender's first slope
    /// among `slopes`, if there is one, marks what the scale says of the whole, and what no part accounts for.
    public static XYChart backpack(List<Parts> parts, List<Slope> slopes) {
        return new ModelChart(BackpackChart.of(parts, slopes));
    }

    /// Resident MB over seconds, a line per trace, with the marks of each as thin vertical lines.
    public static XYChart trace(List<Trace> traces) {
        return new ModelChart(Timeline.of(traces));
    }

    /// One trace alone.
    public static XYChart trace(Trace... traces) {
        return new ModelChart(Timeline.of(Arrays.asList(traces)));
    }

    /// What memory buys in time: peak MB over the seconds that the work took, both axes logarithmic, a line per
    /// contender through the values of a parameter.
    ///
    /// @param key that was varied: `workers`
    public static XYChart frontier(Watched watched, String key) {
        return new ModelChart(Frontier.of(watched, key));
    }

    /// When the turn of a burst's jobs came, in ms on a logarithmic axis: of a half of them, and of 99 in a hundred.
    public static XYChart queueDelays(Watched watched) {
        return new ModelChart(QueueDelays.of(watched.reports(), "burst", "half_ms", "p99_ms"));
    }

    /// What processes told of themselves, as a grid: a row for each thing, a column for each contender, the darker the
    /// more bytes.
    ///
    /// @param figure that they told: `bytes_per_op`
    public static XYChart heat(Reports reports, String figure) {
        return new ModelChart(HeatMap.of(reports, figure));
    }

    /// What processes told again and again, over time, a line per contender: `figure` over its `ms`. What they told
    /// with nothing but its `ms` is a moment, and a thin vertical line. Of several forks the first is shown.
    public static XYChart moments(Reports reports, String figure) {
        return new ModelChart(Moments.of(reports, figure));
    }

    /// Who was busy when, while jobs were run: a row for each carrier of each contender, time to the right. Of several
    /// forks the one is shown whose time is the median.
    public static XYChart busySpans(Reports reports) {
        return new ModelChart(BusySpans.of(reports));
    }

    /// Resident MB above the empty process over the requests that it served, a line per contender, and how many tasks
    /// were there in the end. Of several forks the first is shown.
    public static XYChart served(Watched watched) {
        return new ModelChart(ServedCurve.of(watched));
    }

    /// Guesses of sizes against what the scale says, both axes logarithmic: the further from the diagonal, the further
    /// off. Guesses in other units cannot stand in it; the caption counts them.
    public static XYChart guesses(Guesses guesses) {
        return new ModelChart(GuessDiagonal.of(guesses));
    }

    /// The reader's order at the left and the measured one at the right, with a line for each thing.
    public static XYChart order(OrderGuess order) {
        return new ModelChart(ReadersOrder.of(order));
    }

    /// What a service would take in each architecture, as dots with their intervals, against its limit.
    public static XYChart needs(Estimates estimates) {
        return new ModelChart(EstimateCharts.needs(estimates));
    }

    /// The same over the number of tasks, both axes logarithmic, a line per architecture.
    public static XYChart byTasks(Estimates estimates) {
        return new ModelChart(EstimateCharts.byTasks(estimates));
    }

    /// What is reserved, charged, resident and live for one more task, as far as that was told: a group per contender
    /// in this order, on a logarithmic axis.
    public static XYChart quantities(Weighings weighed, String... contenders) {
        return new ModelChart(QuantityRows.of(weighed, List.of(contenders)));
    }

    /// What was published of whole processes beside what was measured of them, on a logarithmic axis: a row for each
    /// contender, in a group for each number of tasks.
    ///
    /// @param tasks that are shown; all where none is named
    public static XYChart matrix(PublishedMatrix matrix, int... tasks) {
        return new ModelChart(MatrixDots.of(matrix, Arrays.stream(tasks).boxed().toList()));
    }
}

package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.Ticks;
import memorytax.chart.draw.Tone;
import memorytax.claim.Measured;
import memorytax.measure.result.Bytes;
import memorytax.service.Estimate;
import memorytax.service.Estimates;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.awt.BasicStroke;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a service would take in each architecture, against its limit: for its own number of tasks, and for others.
final class EstimateCharts {
    private static final Dots.Axis BYTES = new Dots.Axis("bytes of the whole process", Ticks::sizes, Ticks::size,
        Bytes::of);
    private static final List<Integer> TASKS = List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000);

    private EstimateCharts() {
    }

    static LayeredChart needs(Estimates estimates) {
        double limit = estimates.service().limit();
        var rows = estimates.all().stream().sorted(Comparator.comparingDouble((Estimate e) -> e.total().value())
            .reversed()).map(EstimateCharts::row).toList();
        return Dots.draw("Calculated for your service with " + estimates.service().garbage() + ", at its peak. The "
            + "upright line is your limit of " + Ticks.size(limit) + ". Filled: as it comes. Hollow: with its flag, "
            + "where it has one.", rows, BYTES, "as it comes", "with its flag", "000 MB, flag 000 MB, recorded",
            OptionalDouble.of(limit));
    }

    private static Dots.Row row(Estimate e) {
        return new Dots.Row(e.name(), Optional.of(e.total()).filter(_ -> e.tried()).map(EstimateCharts::dot),
            e.flag().map(f -> dot(f.total())), (e.tried() ? Bytes.of(e.total().value()) : "unknown")
                + e.flag().map(f -> ", flag " + Bytes.of(f.total().value())).orElse("")
                + (e.total().here() ? "" : ", recorded"));
    }

    private static Dots.Dot dot(Measured m) {
        return new Dots.Dot(m.value(), m.low(), m.high());
    }

    static LayeredChart byTasks(Estimates estimates) {
        double limit = estimates.service().limit();
        var says = "your limit of " + Ticks.size(limit);
        var all = estimates.all().stream().filter(Estimate::tried).toList();
        double most = all.stream().mapToDouble(e -> of(e, TASKS.getLast()).value()).max().orElse(0);
        var sheet = new LayeredChart("Calculated: the whole process over the number of tasks, each as in your service. "
            + (limit > most ? "It comes nowhere near " + says : "The level line is " + says) + ".", 420);
        if (all.isEmpty()) return Empty.say(sheet, "nothing is known of any architecture");
        var at = new TreeSet<>(TASKS);
        at.add(estimates.service().tasks());
        var drawn = Curves.draw(sheet, all.stream().map(e -> curve(e, at)).toList(), "tasks, all waiting",
            Ticks::count, Ticks::sizes, Ticks::size);
        return limit > most ? drawn : limited(drawn, at, limit);
    }

    private static Curves.Curve curve(Estimate e, TreeSet<Integer> at) {
        var points = new TreeMap<Integer, Curves.Point>();
        for (int n : at) points.put(n, new Curves.Point(of(e, n).value(), of(e, n).low(), of(e, n).high()));
        return new Curves.Curve(e.name(), e.total().here(), points);
    }

    private static Measured of(Estimate e, int tasks) {
        return e.once().plus(e.each().times(tasks));
    }

    /// Named at its end, beside the plot, below the names of what has grown beyond it.
    private static LayeredChart limited(LayeredChart sheet, TreeSet<Integer> at, double limit) {
        var line = sheet.addSeries("limit", new double[]{at.first(), at.last()}, new double[]{limit, limit});
        line.setMarker(SeriesMarkers.NONE).setLineColor(Tone.INK.light()).setLineStyle(new BasicStroke(1.4f));
        return sheet.over(g -> Anchor.START.write(g, "limit", sheet.getWidth() + 9, sheet.y(limit), Theme.PLAIN,
            Tone.INK.light()));
    }
}

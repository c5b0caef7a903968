package memorytax.knob;

import memorytax.measure.result.Counted;
import memorytax.measure.result.PerTask;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import memorytax.notebook.Prediction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which circumstances lead to a figure, of those that were measured: every way to read the processes of that kind of
/// task that comes within 10 % of it. No two settings are put together that were not measured together.
///
/// ```java
/// Explanation.of(yourFigure, javaKnobs, goKnobs, pythonKnobs)
/// ```
///
/// @param plain   what one more task occupies as it comes; empty where that was not measured
/// @param fitting the readings within 10 % of the figure, the simplest first, and one of each that say the same
/// @param more    how many others there are
/// @param nearest where none fits, those that come nearest
/// @param notes   what else there is to say, sentences
public record Explanation(Figure figure, Optional<FigureReading> plain, List<FigureReading> fitting, int more,
                          List<FigureReading> nearest, List<String> notes) {
    private static final int LINES = 8, NEAREST = 2;
    private static final double MOST_TASKS = 10_000_000;

    /// Of the figure that a reader has typed.
    public static Explanation of(Prediction figure, Weighings... measured) {
        return of(Figure.of(figure), List.of(measured));
    }

    /// Of a figure, from these series.
    public static Explanation of(Figure figure, List<Weighings> measured) {
        var readings = new FigureReadings(figure, measured);
        var notes = new ArrayList<String>();
        var of = named(readings, figure, notes);
        var fitting = of.stream().filter(FigureReading::fits).sorted(FigureReading.ORDER).toList();
        var shown = distinct(fitting).stream().limit(LINES).toList();
        var nearest = fitting.isEmpty() ? distinct(of.stream().filter(r -> r.bytes().mean() > 0)
            .sorted(Comparator.comparingDouble(FigureReading::distance)).toList()).stream().limit(NEAREST).toList()
            : List.<FigureReading>of();
        divided(figure, measured).ifPresent(notes::add);
        if (!figure.unused().isEmpty()) notes.add("Not used: " + String.join(", ", figure.unused()) + ".");
        return new Explanation(figure, readings.plain(measured), shown, fitting.size() - shown.size(), nearest,
            List.copyOf(notes));
    }

    /// Those with the settings that the text names, as far as they were measured.
    private static List<FigureReading> named(FigureReadings readings, Figure figure, List<String> notes) {
        var of = readings.all();
        for (var setting : figure.settings()) {
            var with = readings.with(setting);
            var both = of.stream().filter(with::contains).toList();
            if (with.isEmpty()) notes.add("“" + setting
                + "” was not measured for this kind of task, so it is left out.");
            else if (both.isEmpty()) notes.add("“" + setting
                + "” was not measured together with the other settings that you name, so it is left out.");
            else of = both;
        }
        return of;
    }

    private static List<FigureReading> distinct(List<FigureReading> sorted) {
        var families = new HashSet<String>();
        return sorted.stream().filter(reading -> families.add(reading.family())).toList();
    }

    /// At how many tasks the whole process of the task as it comes, divided by them, is the figure.
    private static Optional<String> divided(Figure figure, List<Weighings> measured) {
        boolean other = figure.tasks().isPresent() || figure.quantity().isPresent()
            && figure.quantity().get() != Quantity.TOTAL && figure.quantity().get() != Quantity.RESIDENT;
        if (other) return Optional.empty();
        return measured.stream().flatMap(series -> series.variants().values().stream())
            .filter(series -> series.all().stream().flatMap(w -> w.params().values().stream()).allMatch("0"::equals))
            .flatMap(series -> series.contenders().stream()
                .filter(c -> c.name().equals(figure.kind().contender()))
                .flatMap(c -> PerTask.tasksFor(figure.bytes(), Quantity.TOTAL, series, c).stream().boxed()))
            .filter(n -> n <= MOST_TASKS).findFirst().map(n -> String.format(Locale.ROOT,
                "Calculated: with %s as they come, the whole process divided by its tasks is exactly this figure.",
                Counted.of(rounded(n), figure.kind().one())));
    }

    /// With as many digits as the interval of a calculation deserves.
    private static long rounded(double n) {
        long unit = (long) Math.pow(10, Math.max(0, Math.floor(Math.log10(n)) - 2));
        return Math.round(n / unit) * unit;
    }

    /// Whether something that was measured comes within 10 %.
    public boolean found() {
        return !fitting.isEmpty();
    }

    /// What there is to say: the plain answer, what fits, and what was left out.
    public List<String> sentences() {
        var all = new ArrayList<String>();
        all.add(plain.map(this::said).orElse("What " + figure.kind().article()
            + " costs as it comes was not measured."));
        all.add(found() ? shown() + " of " + figure + "."
            : nearest.isEmpty() ? "No " + figure.kind().one() + " was measured that could explain " + figure + "."
            : "Nothing that was measured comes within 10 % of " + figure + ". Nearest: " + String.join("; ",
                nearest.stream().map(FigureReading::toString).toList()) + ".");
        all.addAll(notes);
        return List.copyOf(all);
    }

    private String shown() {
        int all = fitting.size() + more;
        return all == 1 ? "One reading comes within 10 %" : all + " readings come within 10 %";
    }

    private String said(FigureReading task) {
        double factor = figure.perTask() / task.bytes().mean();
        var times = Math.abs(factor - 1) < 0.005 ? "the same" : factor < 1
            ? String.format(Locale.ROOT, "%.0f %% of that", 100 * factor)
            : String.format(Locale.ROOT, factor < 9.95 ? "%.2f times that" : "%,.0f times that", factor);
        return "One more %s occupies %s as it comes (%s). Your figure is %s.".formatted(figure.kind().one(),
            task.value(), task.origin(), times);
    }

    /// All sentences, and the readings, a line each.
    @Override
    public String toString() {
        var lines = new ArrayList<>(sentences());
        fitting.forEach(reading -> lines.add("  " + reading + ", off by " + reading.says()));
        if (more > 0) lines.add("  and " + more + " more");
        return String.join("\n", lines);
    }
}

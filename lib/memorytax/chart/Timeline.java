package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Moment;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Resident memory over time, a line per process, with what the process said on the way.
final class Timeline {
    private static final double MB = 1 << 20;
    private static final int MOST = 400;
    /// Among more lines than that, those of the heaps would be a thicket.
    private static final int FEW = 3;

    private Timeline() {
    }

    static ChartModel of(List<Trace> all) {
        var traces = all.stream().filter(t -> t.samples().size() > 1).toList();
        var lines = new ArrayList<Line>();
        for (var trace : traces) {
            var name = name(trace, traces);
            boolean here = here(trace) || traces.stream().noneMatch(Timeline::here);
            lines.add(line(name, trace, here));
            if (traces.size() <= FEW && !trace.held().isEmpty()) lines.add(held(name, trace, here));
        }
        boolean held = lines.size() > traces.size();
        var caption = Caption.of("Resident memory over time, read about every 20 ms.")
            .and(Hand.PICTURE, lines.stream().allMatch(l -> l.moments().isEmpty()) ? ""
                : "A dotted line marks a moment that the process reported.")
            .and(Hand.PICTURE, held ? "Thin lines below: what each collection left in the heap." : "")
            .and(Hand.CHARACTERS, held ? "Lines without markers: what each collection left in the heap." : "")
            .and(traces.isEmpty() || traces.stream().anyMatch(Timeline::here) ? Names.dashed(lines)
                : Counted.RECORDED);
        return new ChartModel(caption, lines.isEmpty()
            ? new ChartModel.Nothing("no process lived long enough to be watched")
            : Courses.plot("", Unit.of("s"), Unit.of("MB"), 1.06, lines));
    }

    /// The contender's, with whatever tells this trace from its others.
    private static String name(Trace trace, List<Trace> traces) {
        var alike = traces.stream().filter(o -> o.contender().equals(trace.contender())).toList();
        boolean sizes = alike.stream().mapToInt(Trace::tasks).distinct().count() > 1;
        var name = new StringBuilder(Names.of(traces.stream().map(Trace::contender).distinct().toList())
            .get(trace.contender()));
        if (sizes) name.append(", ").append(Counted.of(trace.tasks(), "task"));
        trace.params().forEach((key, value) -> {
            if (alike.stream().map(o -> o.params().get(key)).distinct().count() > 1)
                name.append(", ").append(value).append(' ').append(key);
        });
        return name.toString();
    }

    /// Where all of them are recorded, no line has to be told apart.
    private static boolean here(Trace trace) {
        return !(trace.outcome() instanceof Outcome.Recorded);
    }

    private static Line line(String name, Trace trace, boolean here) {
        long end = trace.samples().get(trace.samples().size() - 2).millis(); // the very end is seen from the line
        return new Line(name, name, Plot.Style.COURSE, here, thinned(trace.samples()).stream()
            .map(s -> new Point(s.millis() / 1e3, s.resident() / MB)).toList(),
            trace.marks().stream().filter(m -> m.millis() < end)
                .map(m -> new Moment(m.millis() / 1e3, m.name().replace('_', ' '))).toList());
    }

    private static Line held(String name, Trace trace, boolean here) {
        return new Line("held: " + name, name, Plot.Style.THIN, here, trace.held().stream()
            .map(h -> new Point(h.millis() / 1e3, h.bytes() / MB)).toList());
    }

    /// A pixel shows one sample: of each run of them the largest, so that no peak is lost, and the very last.
    static List<Trace.Sample> thinned(List<Trace.Sample> samples) {
        int run = Math.ceilDiv(samples.size(), MOST), end = samples.size() - 1;
        var kept = new ArrayList<Trace.Sample>();
        for (int i = 0; i < end; i += run)
            kept.add(samples.subList(i, Math.min(i + run, end)).stream()
                .max(Comparator.comparingLong(Trace.Sample::resident)).orElseThrow());
        kept.add(samples.getLast());
        return kept;
    }
}

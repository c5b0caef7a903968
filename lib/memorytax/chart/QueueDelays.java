package memorytax.chart;

import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Ticks;
import memorytax.measure.result.Reports;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/// When a job's turn came, in milliseconds: a filled dot for a half of them, a hollow one for 99 in a hundred.
final class QueueDelays {
    private static final Dots.Axis MILLIS =
        new Dots.Axis("ms until a job's turn", Ticks::decades, v -> Ticks.number(v) + " ms", QueueDelays::ms);

    private QueueDelays() {
    }

    static LayeredChart of(Reports reports, String name, String half, String most) {
        var rows = new ArrayList<Dots.Row>();
        for (var variant : reports.variants().entrySet())
            for (var c : variant.getValue().contenders()) {
                var some = variant.getValue();
                var first = dot(some, c.name(), name, half);
                var last = dot(some, c.name(), name, most);
                if (first.isEmpty() || last.isEmpty()) continue;
                rows.add(new Dots.Row(c.name() + variants(reports, variant.getKey()), first, last,
                    ms(first.get().value()) + ", " + ms(last.get().value())));
            }
        return Dots.draw("Filled: when the turn of a half of the jobs had come. Hollow: of 99 in a hundred. Medians.",
            rows, MILLIS, "half", "99 %", "00,000 ms, 00,000 ms");
    }

    private static String variants(Reports reports, String with) {
        int equals = with.indexOf('=');
        boolean one = reports.variants().size() < 2 || equals < 0 || with.endsWith("=0");
        return one ? "" : ", " + with.substring(equals + 1);
    }

    /// What came at once took less than can be read off a clock of milliseconds.
    private static Optional<Dots.Dot> dot(Reports reports, String contender, String name, String figure) {
        return reports.median(contender, name, figure).map(s ->
            new Dots.Dot(Math.max(1, s.median()), Math.max(1, s.low()), Math.max(1, s.high())));
    }

    private static String ms(double millis) {
        return String.format(Locale.ROOT, "%,.0f ms", millis);
    }
}

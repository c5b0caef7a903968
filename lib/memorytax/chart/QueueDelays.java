package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Reports;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// When a job's turn came, in milliseconds: a filled dot for a half of them, a hollow one for 99 in a hundred.
final class QueueDelays {
    private QueueDelays() {
    }

    static ChartModel of(Reports reports, String name, String half, String most) {
        var rows = new ArrayList<Rows.Row>();
        var recorded = Names.recorded(Stream.of(reports));
        reports.variants().forEach((with, some) -> {
            for (var c : some.contenders()) {
                var first = spread(some, c.name(), name, half);
                var last = spread(some, c.name(), name, most);
                if (first.isEmpty() || last.isEmpty()) continue;
                var title = c.name() + variant(reports, with);
                rows.add(new Rows.Row(title, title, DotRows.dots(first, last),
                    millis(first.get()) + ", " + millis(last.get())
                        + Names.recorded(reports, c, !recorded.isEmpty())));
            }
        });
        var forks = Counted.forks(reports.contenders().stream().mapToInt(reports::forks));
        return new ChartModel(Caption.of("Filled: when half of the jobs had begun. Hollow: when 99 % of the jobs "
            + "had begun.").and(forks.equals("1 fork") ? Counted.ONE
            : "Medians of " + forks + "; bars show their range.").and(recorded),
            DotRows.of("ms until a job's turn", Unit.MILLIS, rows, new Rows.Key("half of the jobs", "99 %")));
    }

    private static String variant(Reports reports, String with) {
        int equals = with.indexOf('=');
        boolean one = reports.variants().size() < 2 || equals < 0 || with.endsWith("=0");
        return one ? "" : ", " + with.substring(equals + 1);
    }

    /// What came at once took less than can be read off a clock of milliseconds.
    private static Optional<Spread> spread(Reports reports, String contender, String name, String figure) {
        return reports.median(contender, name, figure).map(r ->
            new Spread(Math.max(1, r.median()), Math.max(1, r.low()), Math.max(1, r.high())));
    }

    private static String millis(Spread spread) {
        return String.format(Locale.ROOT, "%,.0f ms", spread.value());
    }
}

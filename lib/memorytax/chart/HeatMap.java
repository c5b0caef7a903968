package memorytax.chart;

import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Grid;
import memorytax.chart.model.Unit;
import memorytax.claim.CaseGuesses;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Reports;

/// Bytes as a grid: a row for each thing that was told of, a column for each contender, the darker the more.
final class HeatMap {
    private HeatMap() {
    }

    /// @param figure that the processes told: `bytes_per_op`
    static ChartModel of(Reports reports, String figure) {
        var columns = reports.contenders().stream().map(Contender::name).toList();
        var lines = reports.names().stream().map(name -> new Grid.Line(name, columns.stream().map(c ->
            reports.of(c, name, figure).map(s -> rounded(s.mean())).orElse(Double.NaN)).toList())).toList();
        var what = figure.replace("_per_op", " of one operation").replace('_', ' ');
        return new ChartModel(caption(reports), lines.isEmpty() ? new ChartModel.Nothing("no process reported it")
            : new Grid(what, Unit.BYTES, columns, lines));
    }

    /// What is within a twentieth of a byte of nothing is nothing, as for the guesses that are compared with it.
    private static double rounded(double bytes) {
        return Math.abs(bytes) <= CaseGuesses.NOTHING ? 0 : bytes;
    }

    private static Caption caption(Reports reports) {
        var forks = Counted.forks(reports.contenders().stream().mapToInt(c -> (int) reports.all().stream()
            .filter(w -> w.contender().equals(c) && !w.name().isEmpty()).map(Reports.Report::fork).distinct().count()));
        boolean here = reports.contenders().stream().allMatch(c -> reports.here(c.name()));
        var caption = Caption.of("Bytes that one operation takes from the heap. Each column is a JVM.");
        return reports.names().isEmpty() ? caption : caption.and(Hand.PICTURE, "An empty frame means 0 B.")
            .and(forks.equals("1 fork") ? Counted.ONE : "Means of " + forks + ".").and(here ? "" : Counted.RECORDED);
    }
}

package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Rows.Key;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import tech.tablesaw.api.Table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What one more task costs on many machines, from quarter to quarter: a row for each contender with a dot for each
/// machine, or a row for each kind of machine.
final class MachineDots {
    private static final String RESIDENT = "resident", LIVE = "live", WHAT = "bytes of one more task";
    private static final String HOW = "Filled: resident. Hollow: live. A mark is the machine in the middle, its line "
        + "goes from quarter to quarter";

    /// The two quantities of a row, as far as they are there.
    private record Pair(String contender, Map<String, Spread> spreads) {
    }

    private MachineDots() {
    }

    static ChartModel of(Table spread, Table dots, long machines) {
        var each = new LinkedHashMap<String, List<Double>>();
        for (var row : dots)
            each.computeIfAbsent(row.getString("contender") + "/" + row.getString("quantity"), _ -> new ArrayList<>())
                .add(row.getDouble("value"));
        int most = each.values().stream().mapToInt(List::size).max().orElse(0);
        var shown = most < machines ? ", a small dot is one machine: %s of them, evenly by rank."
            .formatted(Counted.of(most, "machine")) : ", a small dot is one machine.";
        return new ChartModel(Caption.of("Bytes of one more task on " + Counted.of(machines, "machine") + ". " + HOW
            + shown), rows(pairs(spread, row -> row.getString("contender"), each)));
    }

    static ChartModel with(Table groups) {
        return new ChartModel(Caption.of("Bytes of one more task, by what machines have. " + HOW + "."), rows(pairs(
            groups, row -> row.getString("contender") + ", " + row.getString("name") + " " + row.getString("trait"),
            Map.of())));
    }

    static ChartModel guessed(Table guessed, Table dots) {
        var each = new LinkedHashMap<String, List<Double>>();
        for (var row : dots) each.computeIfAbsent(question(row), _ -> new ArrayList<>()).add(row.getDouble("value"));
        var rows = new ArrayList<Row>();
        for (var row : guessed) {
            var values = each.getOrDefault(question(row), List.of());
            var guesses = new Spread(row.getDouble("median"), row.getDouble("quarter"),
                row.getDouble("three_quarters"), values.size() > 1 ? values : List.of());
            rows.add(new Row(row.getString("label"), row.getString("label"), DotRows.dots(Optional.of(guesses),
                row.isMissing("measured") ? Optional.empty() : Optional.of(Spread.of(row.getDouble("measured")))),
                Bytes.of(guesses.value())));
        }
        return new ChartModel(Caption.of("What was guessed, in bytes. Filled: the guess in the middle, with a line "
            + "from quarter to quarter and a small dot for each guess. Hollow: what was measured, in the middle."),
            DotRows.of("bytes", Unit.BYTES, rows, new Key("guessed", "measured")));
    }

    private static String question(tech.tablesaw.api.Row row) {
        return row.getString("chapter") + "/" + row.getString("step");
    }

    private static Map<String, Pair> pairs(Table spread, Function<tech.tablesaw.api.Row, String> name,
                                           Map<String, List<Double>> each) {
        var pairs = new LinkedHashMap<String, Pair>();
        for (var row : spread) {
            var contender = row.getString("contender");
            var quantity = row.getString("quantity");
            var values = each.getOrDefault(contender + "/" + quantity, List.of());
            pairs.computeIfAbsent(name.apply(row), _ -> new Pair(contender, new LinkedHashMap<>())).spreads.put(
                quantity, new Spread(row.getDouble("median"), row.getDouble("quarter"),
                row.getDouble("three_quarters"), values.size() > 1 ? values : List.of()));
        }
        return pairs;
    }

    private static ChartModel.Content rows(Map<String, Pair> pairs) {
        var rows = pairs.entrySet().stream().filter(pair -> pair.getValue().spreads.containsKey(RESIDENT))
            .map(pair -> row(pair.getKey(), pair.getValue()))
            .sorted(Comparator.comparingDouble((Row row) -> -((Dots) row.mark()).all().getLast().value())).toList();
        return DotRows.of(WHAT, Unit.BYTES, rows, new Key(RESIDENT, LIVE));
    }

    private static Row row(String name, Pair pair) {
        var filled = pair.spreads.get(RESIDENT);
        return new Row(name, pair.contender, DotRows.dots(Optional.of(filled),
            Optional.ofNullable(pair.spreads.get(LIVE))), Bytes.of(filled.value()));
    }
}

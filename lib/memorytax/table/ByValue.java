package memorytax.table;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Stairs;
import memorytax.measure.result.Weighings;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Costs that were weighed with several values of a parameter: a row for each value, or a column.
final class ByValue {
    /// As many columns as a page has room for.
    private static final int MOST = 7;

    /// One column: whose, and of what.
    private record Cost(Contender contender, Quantity quantity) {
        private String title() {
            return contender.name() + (quantity == Quantity.RESIDENT ? "" : ", " + quantity);
        }
    }

    private ByValue() {
    }

    /// The parameter that these weighings have several values of; empty when that is not one alone.
    static Optional<String> key(Weighings weighed) {
        var keys = weighed.all().stream().flatMap(w -> w.params().keySet().stream()).distinct()
            .filter(key -> weighed.by(key).size() > 1).toList();
        return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
    }

    /// A column per contender, and those for what is live behind them; rows where those would be too many.
    static Table of(Weighings weighed, String key) {
        var parts = weighed.by(key);
        var costs = new ArrayList<Cost>();
        for (var quantity : List.of(Quantity.RESIDENT, Quantity.LIVE))
            for (var c : weighed.contenders())
                if (parts.values().stream().anyMatch(part -> part.slope(c, quantity).isPresent())
                    || weighed.sizes().size() == 1 && !weighed.of(c, quantity).isEmpty())
                    costs.add(new Cost(c, quantity));
        return costs.size() > MOST ? rows(weighed, key, parts, costs) : columns(weighed, key, parts, costs);
    }

    private static Table columns(Weighings weighed, String key, Map<Integer, Weighings> parts, List<Cost> costs) {
        var table = Table.create(caption(weighed, parts.values()), StringColumn.create(Titles.of(key)));
        costs.forEach(cost -> table.addColumns(StringColumn.create(cost.title())));
        parts.forEach((value, part) -> {
            table.stringColumn(0).append(String.format(Locale.ROOT, "%,d", value));
            for (int i = 0; i < costs.size(); i++)
                table.stringColumn(i + 1).append(cell(part, costs.get(i)));
        });
        return table;
    }

    /// The other way round, where no page is wide enough: a row per cost.
    private static Table rows(Weighings weighed, String key, Map<Integer, Weighings> parts, List<Cost> costs) {
        var table = Table.create(caption(weighed, parts.values()), StringColumn.create("contender",
            costs.stream().map(Cost::title).toList()));
        parts.forEach((value, part) -> table.addColumns(StringColumn.create(String.format(Locale.ROOT, "%s %,d",
            Titles.of(key), value), costs.stream().map(cost -> cell(part, cost)).toList())));
        return table;
    }

    private static String caption(Weighings weighed, Collection<Weighings> parts) {
        if (weighed.contenders().stream().noneMatch(weighed::here)) return Counted.RECORDED;
        int forks = parts.stream().mapToInt(Counted::forksHere).max().orElse(0);
        if (forks == 0) return Counted.NONE;
        return weighed.sizes().size() > 1
            ? "What one more task takes: slopes of " + Counted.of(forks, "fork") + ", with their 95 % interval."
            : "What " + Counted.of(weighed.sizes().getFirst(), "task") + " take, less the empty process. "
                + Counted.medians(weighed);
    }

    private static String cell(Weighings part, Cost cost) {
        boolean was = part.contenders().stream().anyMatch(c -> c.name().equals(cost.contender.name()));
        return part.slope(cost.contender, cost.quantity)
            .map(s -> Bytes.exact(s.value()) + String.format(Locale.ROOT, " ± %,.0f", s.plusMinus()))
            .or(() -> part.sizes().size() == 1 ? part.at(cost.contender, part.sizes().getFirst(), cost.quantity)
                .map(s -> Bytes.of(s.median())) : Optional.empty())
            .orElse(was ? "–" : "");
    }

    /// A row per step of a staircase.
    static Table of(Stairs stairs) {
        var table = Table.create("Each row is a jump in the cost of one more task, with its 95 % interval."
            + (stairs.here() ? "" : " " + Counted.RECORDED));
        for (var name : List.of("between", "before", "after", "more", "95 % interval"))
            table.addColumns(StringColumn.create(name));
        for (var s : stairs.steps()) {
            var cells = List.of(String.format(Locale.ROOT, "%,d and %,d", s.last(), s.next()),
                Bytes.exact(s.before().value()), Bytes.exact(s.after().value()), Bytes.exact(s.more()),
                String.format(Locale.ROOT, "%,.0f – %,.0f", s.low(), s.high()));
            for (int i = 0; i < cells.size(); i++) table.stringColumn(i).append(cells.get(i));
        }
        return table;
    }
}

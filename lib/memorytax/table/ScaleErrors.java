package memorytax.table;

import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import tech.tablesaw.api.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// How far off the scale is with objects whose size is known: by the slope, and between neighbouring sizes.
final class ScaleErrors {
    private ScaleErrors() {
    }

    /// @param known bytes of one object, by the name of the contender that holds them
    static Table of(Weighings weighed, Map<String, Integer> known) {
        var sizes = weighed.sizes();
        var columns = new ArrayList<>(List.of("weight", "known", "reads", "error"));
        for (int i = 1; i < sizes.size(); i++) columns.add(thousands(sizes.get(i - 1)) + "–" + thousands(sizes.get(i)));
        var table = Tables.texts("One object of a known size. Reads: the slope, with its 95 % interval. Error: how far "
            + "the slope is off. At the right: how far the cost of one object is off between two neighbouring numbers "
            + "of objects, by the means of the forks." + Counted.recorded(weighed), columns.toArray(String[]::new));
        for (var c : weighed.contenders())
            for (var quantity : List.of(Quantity.RESIDENT, Quantity.LIVE))
                if (known.containsKey(c.name())) row(table, weighed, c, quantity, known.get(c.name()));
        return table;
    }

    private static void row(Table table, Weighings weighed, Contender c, Quantity quantity, double known) {
        weighed.slope(c, quantity).ifPresent(slope -> {
            var prices = weighed.prices(c, quantity);
            var off = weighed.sizes().stream().skip(1).map(n -> prices.containsKey(n) ? off(prices.get(n), known) : "");
            Tables.append(table, Stream.concat(Stream.of(
                c.name() + (quantity == Quantity.LIVE ? ", live" : ""), String.format(Locale.ROOT, "%,.0f B", known),
                String.format(Locale.ROOT, "%,.0f ± %,.0f", slope.value(), slope.plusMinus()),
                off(slope.value(), known)), off).toArray(String[]::new));
        });
    }

    private static String off(double reads, double known) {
        return String.format(Locale.ROOT, "%+.1f %%", Math.round(1000 * (reads / known - 1)) / 10.0 + 0.0);
    }

    /// `10k`: the head of a column has to be short.
    private static String thousands(int n) {
        return n % 1_000 == 0 ? n / 1_000 + "k" : String.valueOf(n);
    }
}

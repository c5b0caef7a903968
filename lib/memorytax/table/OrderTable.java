package memorytax.table;

import memorytax.claim.OrderGuess;
import memorytax.measure.result.Bytes;
import tech.tablesaw.api.Table;

import java.util.Locale;

/// The reader's order of several things beside the measured one.
public final class OrderTable {
    private static final String MEASURED = "One task: ± its 95 % interval. Tasks with the same number cannot be told "
        + "apart.";

    private OrderTable() {
    }

    /// A row for each thing, the least first. The chart of the two orders says how many pairs are right; where there is
    /// nothing to draw the caption says why.
    public static Table of(OrderGuess order) {
        var caption = String.join(" ", order.pairs().isEmpty() ? order.summary() : "", order.places().isEmpty() ? ""
            : MEASURED).strip();
        var table = Tables.texts(caption, "task", "your order", "measured", "one task");
        for (var place : order.places()) Tables.append(table, place.name(), said(order, place.name()),
            String.valueOf(order.rank(place)), Bytes.exact(place.cost().value()) + String.format(Locale.ROOT,
                " ± %,.0f", (place.cost().high() - place.cost().low()) / 2));
        for (var thing : order.missing()) Tables.append(table, thing, said(order, thing), "", "");
        return table;
    }

    private static String said(OrderGuess order, String thing) {
        int at = order.said().indexOf(thing);
        return at < 0 ? "" : String.valueOf(at + 1);
    }
}

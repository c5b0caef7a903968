package memorytax.table;

import memorytax.claim.OrderGuess;
import memorytax.measure.result.Bytes;
import tech.tablesaw.api.Table;

import java.util.Locale;

/// The reader's order of several things beside the measured one.
public final class OrderTable {
    private OrderTable() {
    }

    /// A row for each thing, the least first. The caption counts the pairs that are right, and names the worst.
    public static Table of(OrderGuess order) {
        var table = Tables.texts(order.summary(), "measured order", "", "one task", "your order");
        for (var place : order.places()) Tables.append(table, place(order, place), place.name(),
            Bytes.exact(place.cost().value()) + String.format(Locale.ROOT, " ± %,.0f",
                (place.cost().high() - place.cost().low()) / 2), said(order, place.name()));
        for (var thing : order.missing()) Tables.append(table, "", thing, "", said(order, thing));
        return table;
    }

    /// Two that share a place cannot be told apart from each other.
    private static String place(OrderGuess order, OrderGuess.Place place) {
        return String.valueOf(order.rank(place));
    }

    private static String said(OrderGuess order, String thing) {
        int at = order.said().indexOf(thing);
        return at < 0 ? "" : String.valueOf(at + 1);
    }
}

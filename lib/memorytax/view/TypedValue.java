package memorytax.view;

import memorytax.chart.Charts;
import memorytax.measure.result.Weighings;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What is shown of the value of typed code: a result as a chapter shows it, weighings with a chart above their table,
/// and what has no view of its own as JShell writes it.
public final class TypedValue {
    private TypedValue() {
    }

    /// @param value empty for `null`
    /// @param text  how JShell writes it
    public static List<Part> parts(Optional<Object> value, String text) {
        return value.filter(TypedValue::isViewed).map(TypedValue::viewed)
            .orElseGet(() -> List.of(new Part.Lines(text)));
    }

    private static List<Part> viewed(Object value) {
        var parts = new ArrayList<Part>();
        if (value instanceof Weighings w && !w.all().isEmpty())
            parts.add(new Part.Picture(Charts.growth(w), List.of()));
        parts.addAll(Part.of(value));
        return parts;
    }

    /// Whether a chapter would show more of it than its words. A list of numbers is one value here.
    private static boolean isViewed(Object value) {
        return switch (value) {
            case CharSequence _ -> false;
            case List<?> list -> !list.isEmpty() && list.stream().allMatch(v -> v != null && isViewed(v));
            case Collection<?> _ -> false;
            case Table _, Chart<?, ?> _ -> true;
            default -> value.getClass().getName().startsWith("memorytax.")
                && Part.of(value).stream().noneMatch(Part.Lines.class::isInstance);
        };
    }
}

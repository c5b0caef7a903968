package memorytax.plot;

import memorytax.scale.Told;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// A part that was taken of something, in percent on a logarithmic axis: a filled dot for the fewest tasks, a hollow
/// one for the most.
final class Taken {
    private static final Dots.Axis PERCENT =
        new Dots.Axis("percent of one core", Taken::ticks, v -> Ruler.number(v) + " %", Taken::percent);

    private Taken() {
    }

    static Sheet of(String caption, Told told, String name, String figure) {
        var sizes = List.copyOf(told.bySize().keySet());
        if (sizes.size() < 2) return Dots.draw(caption, List.of(), PERCENT, "", "", "");
        int few = sizes.getFirst(), many = sizes.getLast();
        var rows = told.contenders().stream().map(c -> {
            var less = dot(told.with(few), c.name(), name, figure);
            var more = dot(told.with(many), c.name(), name, figure);
            var text = less.map(d -> percent(d.value())).orElse("–") + " → "
                + more.map(d -> percent(d.value())).orElse("–");
            return new Dots.Row(c.name(), less, more, text + (told.here(c.name()) ? "" : " (recorded)"));
        }).toList();
        return Dots.draw(caption + " Filled: with " + tasks(few) + ". Hollow: with " + tasks(many) + ".", rows, PERCENT,
            tasks(few), tasks(many), "00.0 % → 00.0 %");
    }

    private static String tasks(int count) {
        return count == 0 ? "none waiting" : Ruler.count(count) + " waiting";
    }

    private static Optional<Dots.Dot> dot(Told told, String contender, String name, String figure) {
        return told.median(contender, name, figure).map(s -> new Dots.Dot(s.median(), s.low(), s.high()));
    }

    private static DoubleStream ticks(double low, double high) {
        return DoubleStream.of(0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
            .filter(v -> v >= low && v <= high);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %%" : "%.0f %%", value);
    }
}

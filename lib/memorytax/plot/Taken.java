package memorytax.plot;

import memorytax.scale.Told;

import java.util.List;
import java.util.Optional;

/// CPU time that was taken for a GB of garbage, on a logarithmic axis: a filled dot for the fewest tasks, a hollow one
/// for the most.
final class Taken {
    private static final Dots.Axis MILLIS =
        new Dots.Axis("ms of CPU time for a GB of garbage", Ruler::decades, v -> Ruler.number(v) + " ms",
            Ruler::millis);

    private Taken() {
    }

    static Sheet of(String caption, Told told, String name, String figure) {
        var sizes = List.copyOf(told.bySize().keySet());
        if (sizes.size() < 2) return Dots.draw(caption, List.of(), MILLIS, "", "", "");
        int few = sizes.getFirst(), many = sizes.getLast();
        var rows = told.contenders().stream().flatMap(c -> {
            var less = dot(told.with(few), c.name(), name, figure);
            var more = dot(told.with(many), c.name(), name, figure);
            var text = less.map(d -> Ruler.millis(d.value())).orElse("–") + " → "
                + more.map(d -> Ruler.millis(d.value())).orElse("–");
            return less.or(() -> more).stream().map(_ ->
                new Dots.Row(c.name(), less, more, text + (told.here(c.name()) ? "" : " (recorded)")));
        }).toList();
        if (rows.isEmpty()) return Empty.say(Dots.draw(caption + " Nobody has told it: only Linux can tell it of Java, "
            + "and a record may be older than this figure.", rows, MILLIS, "", "", ""), "nobody has told this figure");
        return Dots.draw(caption + " Filled: with " + tasks(few) + ". Hollow: with " + tasks(many) + ".", rows,
            MILLIS, tasks(few), tasks(many), "0,000 ms → 0,000 ms");
    }

    private static String tasks(int count) {
        return count == 0 ? "none waiting" : Ruler.count(count) + " waiting";
    }

    private static Optional<Dots.Dot> dot(Told told, String contender, String name, String figure) {
        return told.median(contender, name, figure).map(s -> new Dots.Dot(s.median(), s.low(), s.high()));
    }
}

package memorytax.plot;

import memorytax.scale.Bytes;
import memorytax.scale.Quantity;
import memorytax.scale.Slope;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Bytes per further task: a row per contender, a filled dot for what it pays and a hollow one for what it needs.
final class Share {
    private static final String BELOW = "below what the scale can tell";
    private static final Dots.Axis BYTES =
        new Dots.Axis("bytes of one more task", Ruler::sizes, Ruler::size, Bytes::of);

    /// @param resident what is paid; empty when it cannot be told
    /// @param live     what is needed; empty when the runtime does not tell
    /// @param here     measured on this machine
    record Row(String name, Optional<Slope> resident, Optional<Slope> live, boolean here) {
        static Row of(String name, List<Slope> slopes) {
            boolean here = slopes.stream().allMatch(Slope::here);
            return new Row(name, find(slopes, Quantity.RESIDENT), find(slopes, Quantity.LIVE), here);
        }

        private static Optional<Slope> find(List<Slope> slopes, Quantity quantity) {
            return slopes.stream().filter(s -> s.quantity() == quantity).findFirst();
        }

        private String text() {
            if (resident.isEmpty() && live.isEmpty()) return "too few points to tell";
            if (Stream.of(resident, live).flatMap(Optional::stream).noneMatch(s -> s.value() > 0)) return BELOW;
            String paid = resident.map(Row::figure).orElse("");
            String needed = live.map(s -> figure(s) + " live").orElse("");
            return paid + (paid.isEmpty() || needed.isEmpty() ? "" : ", ") + needed + (here ? "" : " (recorded)");
        }

        private Dots.Row dots() {
            return new Dots.Row(name, resident.map(Row::dot), live.map(Row::dot), text());
        }

        private static Dots.Dot dot(Slope slope) {
            return new Dots.Dot(slope.value(), slope.low(), slope.high());
        }

        private static String figure(Slope slope) {
            return slope.value() > 0 ? Bytes.of(slope.value()) : BELOW;
        }
    }

    private Share() {
    }

    static Sheet of(List<Row> rows) {
        boolean live = rows.stream().anyMatch(r -> r.live.isPresent());
        return Dots.draw(caption(rows), rows.stream().map(Row::dots).toList(), BYTES, "resident", live ? "live" : "",
            "000.0 KB, 000");
    }

    private static String caption(List<Row> rows) {
        var slopes = rows.stream().flatMap(r -> Stream.of(r.resident, r.live).flatMap(Optional::stream)).toList();
        boolean live = slopes.stream().anyMatch(s -> s.quantity() == Quantity.LIVE);
        String forks = Names.forks(slopes.stream().mapToInt(Slope::forks));
        if (slopes.isEmpty()) return "Bytes per further task.";
        return "Bytes per further task, with its 95 % interval, from " + forks + " per size."
            + (live ? " Filled: resident, which you pay. Hollow: live in the heap after a full collection." : "");
    }
}

package memorytax.chart;

import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.Ticks;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Bytes per further task: a row per contender, a filled dot for what it pays and a hollow one for what it needs. What
/// is paid is what the kernel charges, where that was counted, else the resident size.
final class ShareDots {
    private static final String WIDE = "000.0 KB, 000";
    private static final String BELOW = "below what the scale can tell";
    private static final Dots.Axis BYTES =
        new Dots.Axis("bytes of one more task", Ticks::sizes, Ticks::size, Bytes::of);

    /// @param resident what is paid; empty when it cannot be told
    /// @param live     what is needed; empty when the runtime does not tell
    /// @param here     measured on this machine
    record Row(String name, Optional<Slope> resident, Optional<Slope> charged, Optional<Slope> live, boolean here) {
        /// The kernel's share is worth a word where it is more than that.
        private static final double MUCH = 1.05;

        static Row of(String name, List<Slope> slopes) {
            boolean here = slopes.stream().allMatch(Slope::here);
            return new Row(name, find(slopes, Quantity.RESIDENT), find(slopes, Quantity.CHARGED),
                find(slopes, Quantity.LIVE), here);
        }

        Optional<Slope> paid() {
            return charged.or(() -> resident);
        }

        private static Optional<Slope> find(List<Slope> slopes, Quantity quantity) {
            return slopes.stream().filter(s -> s.quantity() == quantity).findFirst();
        }

        private String text() {
            if (paid().isEmpty() && live.isEmpty()) return "too few points to tell";
            if (Stream.of(paid(), live).flatMap(Optional::stream).noneMatch(s -> s.value() > 0)) return BELOW;
            boolean more = charged.isPresent() && resident.isPresent()
                && charged.get().value() > MUCH * resident.get().value();
            String paid = paid().map(Row::figure).orElse("")
                + (more ? " (" + resident.map(Row::figure).orElseThrow() + " resident)" : "");
            String needed = live.map(s -> figure(s) + " live").orElse("");
            return paid + (paid.isEmpty() || needed.isEmpty() ? "" : ", ") + needed + (here ? "" : " (recorded)");
        }

        private Dots.Row dots() {
            return new Dots.Row(name, paid().map(Row::dot), live.map(Row::dot), text());
        }

        private static Dots.Dot dot(Slope slope) {
            return new Dots.Dot(slope.value(), slope.low(), slope.high());
        }

        private static String figure(Slope slope) {
            return slope.value() > 0 ? Bytes.of(slope.value()) : BELOW;
        }
    }

    private ShareDots() {
    }

    /// @param all whether the kernel has counted all that is charged
    static LayeredChart of(List<Row> rows, boolean all) {
        boolean live = rows.stream().anyMatch(r -> r.live.isPresent());
        var widest = rows.stream().map(Row::text).max(Comparator.comparingInt(String::length)).orElse("");
        return Dots.draw(caption(rows, all), rows.stream().map(Row::dots).toList(), BYTES, paid(rows),
            live ? "live" : "", widest.length() < WIDE.length() ? WIDE : widest);
    }

    private static String paid(List<Row> rows) {
        return rows.stream().anyMatch(r -> r.charged.isPresent()) ? "charged" : "resident";
    }

    private static String caption(List<Row> rows, boolean all) {
        var slopes = rows.stream().flatMap(r -> Stream.of(r.paid(), r.live).flatMap(Optional::stream)).toList();
        boolean live = slopes.stream().anyMatch(s -> s.quantity() == Quantity.LIVE);
        boolean stacks = slopes.stream()
            .anyMatch(s -> s.quantity() == Quantity.LIVE && s.contender().runtime().equals("go"));
        String forks = Names.forks(slopes.stream().mapToInt(Slope::forks));
        if (slopes.isEmpty()) return "Bytes per further task.";
        String paid = paid(rows).equals("charged") ? "charged, which you pay: resident memory and what the kernel holds"
            + (all ? "" : ", at least") : "resident";
        return "Bytes per further task, with its 95 % interval, from " + forks + " per size."
            + (live || !paid.equals("resident") ? " Filled: " + paid + "." : "")
            + (live ? " Hollow: live after a full collection" + (stacks ? ", in Go with whole stacks." : ".") : "");
    }
}

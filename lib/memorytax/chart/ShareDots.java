package memorytax.chart;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Bytes per further task: a row per contender, a filled dot for what it pays and a hollow one for what it needs. What
/// is paid is what the kernel charges, where that was counted, else the resident size.
final class ShareDots {
    private static final String BELOW = "too small to measure";

    /// @param resident what is paid; empty when it cannot be told
    /// @param live     what is needed; empty when the runtime does not tell
    /// @param here     measured on this machine
    private record Share(String name, Optional<Slope> resident, Optional<Slope> charged, Optional<Slope> live,
                         boolean here) {
        /// The kernel's share is worth a word where it is more than that.
        private static final double MUCH = 1.05;

        static Share of(String name, List<Slope> slopes) {
            boolean here = slopes.stream().allMatch(Slope::here);
            return new Share(name, find(slopes, Quantity.RESIDENT), find(slopes, Quantity.CHARGED),
                find(slopes, Quantity.LIVE), here);
        }

        private static Optional<Slope> find(List<Slope> slopes, Quantity quantity) {
            return slopes.stream().filter(s -> s.quantity() == quantity).findFirst();
        }

        Optional<Slope> paid() {
            return charged.or(() -> resident);
        }

        double cost() {
            return paid().or(this::live).map(Slope::value).orElse(Double.NEGATIVE_INFINITY);
        }

        Stream<Slope> slopes() {
            return Stream.of(paid(), live).flatMap(Optional::stream);
        }

        Rows.Row row() {
            return new Rows.Row(name, name, DotRows.dots(paid().map(Spread::of), live.map(Spread::of)),
                text());
        }

        private String text() {
            if (slopes().findAny().isEmpty()) return "too few points for a slope";
            if (slopes().noneMatch(s -> s.value() > 0)) return BELOW;
            boolean more = charged.isPresent() && resident.isPresent()
                && charged.get().value() > MUCH * resident.get().value();
            String paid = paid().map(Share::figure).orElse("")
                + (more ? " (" + resident.map(Share::figure).orElseThrow() + " resident)" : "");
            String needed = live.map(s -> figure(s) + " live").orElse("");
            return paid + (paid.isEmpty() || needed.isEmpty() ? "" : ", ") + needed + (here ? "" : " (recorded)");
        }

        private static String figure(Slope slope) {
            return slope.value() > 0 ? Bytes.of(slope.value()) : BELOW;
        }
    }

    private ShareDots() {
    }

    /// Most expensive first.
    static ChartModel of(List<Weighings> weighings) {
        var slopes = new LinkedHashMap<Contender, List<Slope>>();
        for (var w : weighings)
            for (var contender : w.contenders())
                slopes.put(contender, w.slopes().stream().filter(s -> s.contender().equals(contender)).toList());
        var weighed = slopes.keySet().stream().filter(c -> !slopes.get(c).isEmpty()).map(Contender::name).toList();
        slopes.entrySet().removeIf(e -> e.getValue().isEmpty() && weighed.contains(e.getKey().name()));
        return drawn(shares(slopes).sorted(Comparator.comparingDouble(Share::cost).reversed()).toList(),
            weighings.stream().allMatch(Weighings::countsAll));
    }

    /// In the order of the slopes.
    static ChartModel beside(List<Slope> slopes) {
        var all = new LinkedHashMap<Contender, List<Slope>>();
        slopes.forEach(s -> all.computeIfAbsent(s.contender(), _ -> new ArrayList<>()).add(s));
        return drawn(shares(all).toList(), true);
    }

    private static Stream<Share> shares(Map<Contender, List<Slope>> slopes) {
        var names = Names.of(List.copyOf(slopes.keySet()));
        return slopes.entrySet().stream().map(e -> Share.of(names.get(e.getKey()), e.getValue()));
    }

    /// @param all whether the kernel has counted all that is charged
    private static ChartModel drawn(List<Share> shares, boolean all) {
        boolean live = shares.stream().anyMatch(s -> s.live.isPresent());
        return new ChartModel(caption(shares, all), DotRows.of("bytes of one more task", Unit.BYTES,
            shares.stream().map(Share::row).toList(), new Rows.Key(paid(shares), live ? "live" : "")));
    }

    private static String paid(List<Share> shares) {
        return shares.stream().anyMatch(s -> s.charged.isPresent()) ? "charged" : "resident";
    }

    private static Caption caption(List<Share> shares, boolean all) {
        var slopes = shares.stream().flatMap(Share::slopes).toList();
        if (slopes.isEmpty()) return Caption.of("Bytes that one more task adds.");
        var live = slopes.stream().filter(s -> s.quantity() == Quantity.LIVE).toList();
        boolean stacks = live.stream().anyMatch(s -> s.contender().runtime().equals("go"));
        String paid = paid(shares).equals("charged") ? "charged, which is what you pay: resident memory, and what the "
            + "kernel holds for the process" + (all ? "" : ", at least") : "resident";
        return Caption.of("Bytes that one more task adds, with the 95 % interval, from "
            + Counted.forks(slopes.stream().mapToInt(Slope::forks)) + " for each number of tasks.")
            .and(live.isEmpty() && paid.equals("resident") ? "" : "Filled: " + paid + ".")
            .and(live.isEmpty() ? "" : "Hollow: live, which is what a full collection leaves"
                + (stacks ? ", in Go with whole stacks." : "."));
    }
}

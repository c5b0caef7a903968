package memorytax.measure.result;

import org.apache.commons.math3.stat.regression.SimpleRegression;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where the cost of a task reaches a size, over a parameter: calculated between the two values that were weighed next
/// to it, and so to be weighed there once more.
///
/// @param bytes of the size
/// @param each  bytes that one more of the parameter takes between these two values, the mean of the forks
/// @param at    the parameter's value there, the mean of the forks
/// @param low   of its 95 % interval
/// @param high  of its 95 % interval
/// @param here  measured on this machine; otherwise recorded
public record Reach(Contender contender, String key, double bytes, double each, double at, double low, double high,
                    boolean here) {
    /// One fork: where it crosses the size, and how steeply.
    private record Crossing(double at, double each) {
    }

    /// Empty where it cannot be told: two processes have to cross the size, each weighed at two sizes and two values of
    /// the parameter at least.
    public static Optional<Reach> of(Weighings weighed, String contender, String key, double bytes) {
        var points = weighed.by(key).values().stream().flatMap(w -> w.contenders().stream()
            .filter(c -> c.name().equals(contender)).flatMap(c -> w.of(c, Quantity.RESIDENT).stream())).toList();
        var crossings = points.stream().collect(Collectors.groupingBy(Weighing::fork)).values().stream()
            .flatMap(fork -> crossing(fork, key, bytes).stream()).toList();
        if (crossings.size() < 2) return Optional.empty();
        var at = Interval.of(crossings.stream().mapToDouble(Crossing::at).toArray());
        double each = crossings.stream().mapToDouble(Crossing::each).average().orElseThrow();
        return Optional.of(new Reach(points.getFirst().contender(), key, bytes, each, at.mean(), at.low(), at.high(),
            points.stream().allMatch(Weighing::here)));
    }

    private static Optional<Crossing> crossing(List<Weighing> fork, String key, double bytes) {
        var line = new TreeMap<Integer, Double>();
        fork.stream().collect(Collectors.groupingBy(w -> Integer.valueOf(w.params().get(key))))
            .forEach((value, sizes) -> line.put(value, perTask(sizes)));
        line.values().removeIf(each -> each.isNaN());
        for (var after = line.firstEntry(); after != null; after = line.higherEntry(after.getKey())) {
            var before = line.lowerEntry(after.getKey());
            if (before == null || before.getValue() > bytes || after.getValue() < bytes) continue;
            double each = (after.getValue() - before.getValue()) / (after.getKey() - before.getKey());
            return Optional.of(new Crossing(before.getKey() + (bytes - before.getValue()) / each, each));
        }
        return Optional.empty();
    }

    private static double perTask(List<Weighing> sizes) {
        var line = new SimpleRegression();
        sizes.forEach(w -> line.addData(w.tasks(), w.bytes(Quantity.RESIDENT).orElseThrow()));
        return line.getSlope();
    }

    /// The whole number that is nearest.
    public int nearest() {
        return (int) Math.round(at);
    }

    /// `One task takes 20 KB at depth 91.2 (95 % interval 90.4–92.0), and 212 B more for each further step of depth`;
    /// an interval that is narrower than the last digit is left out.
    @Override
    public String toString() {
        return "One task takes %s at %s %s, and %s more for each further step of %s".formatted(Bytes.of(bytes), key,
            value(), Bytes.exact(each), key);
    }

    private String value() {
        String from = digits(low), to = digits(high);
        return from.equals(to) ? digits(at) : "%s (95 %% interval %s–%s)".formatted(digits(at), from, to);
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

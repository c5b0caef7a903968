package memorytax.measure.result;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// When a process that leaves something behind at every request reaches its limit: calculated from what one request
/// leaves, and held against processes that were let run into it.
///
/// @param slope    bytes that one request leaves
/// @param limit    in bytes
/// @param requests that fit, calculated
/// @param ended    after how many they ended, the median; empty when none has
public record Forecast(Slope slope, double limit, double requests, Optional<Range> ended) {
    /// The container starts then.
    public static final LocalTime START = LocalTime.of(3, 0);

    /// Empty where there is no slope.
    ///
    /// @param quantity what fills the limit: live bytes that of a heap, resident ones that of a container
    /// @param proof    of processes that tell how many `requests` they have served
    public static Optional<Forecast> of(Weighings weighed, String contender, Quantity quantity, long limit,
                                        Reported proof) {
        return weighed.slope(contender, quantity).map(slope -> {
            double empty = slope.intercept().mean() + (quantity == Quantity.LIVE ? 0
                : weighed.baseline(slope.contender()).map(Range::median).orElse(0.0));
            double[] ends = proof.reports().all().stream().filter(w -> w.contender().name().equals(contender)
                    && !(w.outcome() instanceof Outcome.Weighed) && w.figures().containsKey("requests"))
                .collect(Collectors.toMap(Reports.Report::fork, w -> w.figures().get("requests"), Math::max))
                .values().stream().mapToDouble(r -> r).toArray();
            return new Forecast(slope, limit, (limit - empty) / slope.value(),
                ends.length == 0 ? Optional.empty() : Optional.of(Range.of(ends)));
        });
    }

    /// By how much they ended later than calculated: 0.04 for 4 %.
    public Optional<Double> off() {
        return ended.map(e -> e.median() / requests - 1);
    }

    /// When a process reaches its limit if it starts at three in the morning: `03:28`. A calculation.
    ///
    /// @param rate requests a second
    public String clock(int rate) {
        long seconds = Math.round(requests / rate);
        return START.plusSeconds(seconds).format(DateTimeFormatter.ofPattern("HH:mm"))
            + (START.toSecondOfDay() + seconds >= 86_400 ? " on another day" : "");
    }

    /// `goroutines (forgotten): calculated 128,000 requests, ended after 126,250 (-1 %)`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: calculated %s", slope.contender().name(),
            Counted.of(Math.round(requests), "request")) + ended.map(e -> String.format(Locale.ROOT,
                ", ended after %,.0f (%+.0f %%)", e.median(), 100 * off().get())).orElse("");
    }
}

package memorytax.measure.result;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One process, weighed once.
///
/// @param params      beside `tasks`, what the load was told: `depth=30`
/// @param fork        counts from 1
/// @param baseline    the process up and empty
/// @param loaded      the process with all its tasks waiting
/// @param live        bytes reachable after a full collection, where the runtime can tell
/// @param spawnMillis from `LOAD` to the last task's word
/// @param flags       what the runtime was told beside its program: `-Xmx128m -Xbatch`, `GOGC=50`
public record Weighing(Contender contender, int tasks, Map<String, String> params, int fork,
                       Optional<Reading> baseline, Optional<Reading> loaded, OptionalLong live,
                       OptionalLong spawnMillis, Outcome outcome, String flags) {
    /// One whose runtime was told nothing.
    public Weighing(Contender contender, int tasks, Map<String, String> params, int fork, Optional<Reading> baseline,
                    Optional<Reading> loaded, OptionalLong live, OptionalLong spawnMillis, Outcome outcome) {
        this(contender, tasks, params, fork, baseline, loaded, live, spawnMillis, outcome, "");
    }

    /// Bytes of `quantity` in this process; empty when it was not measured, or the weighing failed.
    public OptionalLong bytes(Quantity quantity) {
        if (quantity == Quantity.LIVE) return live;
        if (baseline.isEmpty() || loaded.isEmpty()) return OptionalLong.empty();
        long empty = baseline.get().resident();
        return switch (quantity) {
            case RESIDENT -> OptionalLong.of(loaded.get().resident() - empty);
            case CHARGED -> loaded.get().charged().stream().flatMap(full -> baseline.get().charged().stream()
                .map(before -> full - before)).findFirst();
            case RESERVED -> loaded.get().reserved().stream().flatMap(full -> baseline.get().reserved().stream()
                .map(before -> full - before)).findFirst();
            case PSS -> loaded.get().pss().stream().flatMap(full -> baseline.get().pss().stream()
                .map(before -> full - before)).findFirst();
            case TOTAL -> OptionalLong.of(loaded.get().resident());
            case PEAK -> loaded.get().peak().stream().map(peak -> peak - empty).findFirst();
            case LIVE -> live;
        };
    }

    /// Whether it was measured on this machine, now.
    public boolean here() {
        return outcome instanceof Outcome.Weighed;
    }

    /// The same, but for how it ended.
    public Weighing as(Outcome outcome) {
        return new Weighing(contender, tasks, params, fork, baseline, loaded, live, spawnMillis, outcome, flags);
    }

    /// What else there is to know of its figures, in a reader's words: `3.0 MB were swapped out and are not counted`;
    /// empty where there is nothing.
    public String remark() {
        long swapped = loaded.map(Reading::swapped).orElse(0L), huge = loaded.map(Reading::huge).orElse(0L);
        return Stream.of(swapped > 0 ? Bytes.of(swapped) + " were swapped out and are not counted" : "",
            huge > 0 ? Bytes.of(huge) + " are in huge pages, which makes small sizes look larger" : "")
            .filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
    }

    /// `goroutines × 10,000, fork 2: 26 MB above 1.9 MB`, or what went wrong.
    @Override
    public String toString() {
        var resident = bytes(Quantity.RESIDENT);
        var weight = resident.isEmpty() ? outcome.toString()
            : Bytes.of(resident.getAsLong()) + " above " + Bytes.of(baseline.orElseThrow().resident())
            + (live.isPresent() ? ", live " + Bytes.of(live.getAsLong()) : "") + (here() ? "" : ", " + outcome);
        return String.format(Locale.ROOT, "%s × %,d, fork %d: %s", contender.name(), tasks, fork, weight);
    }
}

package memorytax.scale;

import java.util.List;
import java.util.Locale;

/// A process watched while it works.
///
/// @param samples every 20 ms
/// @param marks   what the child said on the way
public record Trace(Contender contender, int tasks, List<Sample> samples, List<Mark> marks, Outcome outcome) {
    /// @param millis since `LOAD`
    public record Sample(long millis, long resident, int threads) {
    }

    /// @param millis since `LOAD`
    public record Mark(long millis, String name) {
    }

    /// `goroutines × 10,000: 48 samples in 960 ms, up to 34 MB`, or what went wrong.
    @Override
    public String toString() {
        var most = samples.stream().mapToLong(Sample::resident).max();
        var seen = most.isEmpty() ? "" : ", up to " + Bytes.of(most.getAsLong());
        return String.format(Locale.ROOT, "%s × %,d: %d samples in %,d ms%s%s", contender.name(), tasks, samples.size(),
            samples.isEmpty() ? 0 : samples.getLast().millis(), seen,
            outcome instanceof Outcome.Weighed ? "" : ", " + outcome);
    }
}

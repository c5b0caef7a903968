package memorytax.measure.result;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A process watched while it works.
///
/// @param params  what the load was told beside `tasks`
/// @param samples every 20 ms
/// @param held    what the child's heap held after each of its collections, where it says so
/// @param marks   what else the child said on the way
public record Trace(Contender contender, int tasks, Map<String, String> params, List<Sample> samples, List<Held> held,
                    List<Mark> marks, Outcome outcome) {
    /// @param millis since `LOAD`
    public record Sample(long millis, long resident, int threads) {
    }

    /// @param millis since `LOAD`
    /// @param bytes  of the heap that a collection has left
    public record Held(long millis, long bytes) {
    }

    /// @param millis since `LOAD`
    public record Mark(long millis, String name) {
    }

    /// What came from then on, in ms since then.
    Trace from(long start, boolean marked) {
        return new Trace(contender, tasks, params,
            samples.stream().filter(s -> s.millis() >= start)
                .map(s -> new Sample(s.millis() - start, s.resident(), s.threads())).toList(),
            held.stream().filter(h -> h.millis() >= start).map(h -> new Held(h.millis() - start, h.bytes())).toList(),
            marks.stream().filter(m -> marked && m.millis() >= start)
                .map(m -> new Mark(m.millis() - start, m.name())).toList(), outcome);
    }

    /// The most that was seen of it, in bytes; 0 when nothing was.
    public long peak() {
        return samples.stream().mapToLong(Sample::resident).max().orElse(0);
    }

    /// `goroutines × 10,000: 48 samples in 960 ms, up to 34 MB`, or what went wrong.
    @Override
    public String toString() {
        var seen = samples.isEmpty() ? "" : ", up to " + Bytes.of(peak());
        return String.format(Locale.ROOT, "%s × %,d: %s in %,d ms%s%s", contender.name(), tasks,
            Counted.of(samples.size(), "sample"), samples.isEmpty() ? 0 : samples.getLast().millis(), seen,
            outcome instanceof Outcome.Weighed ? "" : ", " + outcome);
    }
}

package memorytax.child.kit;

import memorytax.child.Gate;
import memorytax.child.Median;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.stream.DoubleStream;

/// How long the garbage collector stops this process, as the JVM's own recorder (JFR) has it: each pause from when all
/// threads stand still to when they go on. A collection may have several pauses, or be one. The way to the
/// standstill is not in it.
///
/// ```java
/// try (var pauses = new Pauses()) {
///     // start tasks, make garbage
///     System.gc();
///     // make garbage
///     pauses.tell();
/// }
/// ```
public final class Pauses implements AutoCloseable {
    /// What is told of the pauses before the first `System.gc()`, of those for one, and of those after the last: by
    /// then whatever waits has become old.
    public static final String NEW = "new", FULL = "full", OLD = "old";
    /// The same of each single pause, with this before.
    public static final String EACH = "each ";
    private static final String CYCLE = "jdk.GarbageCollection", PAUSE = "jdk.GCPhasePause",
        STALL = "jdk.ZAllocationStall";
    private static final int MOST = 100;
    private static final String ASKED = "System.gc()";
    private final RecordingStream stream = new RecordingStream();
    private final List<Part> cycles = Collections.synchronizedList(new ArrayList<>());
    private final List<Part> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> stalls = Collections.synchronizedList(new ArrayList<>());

    /// @param collection counted by the JVM, from 0
    /// @param asked      whether `System.gc()` asked for it; known of a whole collection
    private record Part(long collection, boolean asked, double millis) {
    }

    /// Hears all from now on.
    public Pauses() {
        for (var event : List.of(CYCLE, PAUSE, STALL)) stream.enable(event).withoutThreshold().withoutStackTrace();
        stream.onEvent(CYCLE, e -> cycles.add(
            new Part(e.getLong("gcId"), ASKED.equals(e.getString("cause")), millis(e))));
        stream.onEvent(PAUSE, e -> pauses.add(new Part(e.getLong("gcId"), false, millis(e))));
        stream.onEvent(STALL, e -> stalls.add(millis(e)));
        stream.startAsync();
    }

    /// Tells the scale of those [#NEW], [#FULL] and [#OLD]: the median as `pause_ms`, the `longest_ms`, how many
    /// `pauses` there were, and the median of whole collections, pauses or not, as `cycle_ms`; and each pause as `ms`,
    /// up to a hundred of them. What there was none of is not told.
    public void tell() {
        stream.stop(); // which brings all that happened until now
        var asked = cycles.stream().filter(Part::asked).mapToLong(Part::collection).summaryStatistics();
        tell(NEW, id -> id < asked.getMin());
        tell(FULL, id -> asked.getMin() <= id && id <= asked.getMax());
        tell(OLD, id -> id > asked.getMax() && asked.getCount() > 0);
    }

    private void tell(String name, LongPredicate which) {
        double[] of = millis(pauses, which), whole = millis(cycles, which);
        if (of.length == 0 || whole.length == 0) return;
        Gate.tell(name, "pause_ms", number(Median.of(of)), "longest_ms", number(of[of.length - 1]),
            "cycle_ms", number(Median.of(whole)), "pauses", of.length);
        // of very many every second, or every third; the longest is among them
        for (int i = of.length - 1; i >= 0; i -= Math.ceilDiv(of.length, MOST))
            Gate.tell(EACH + name, "ms", number(of[i]));
    }

    /// Tells the scale of all of them together, as `stops`: the `longest_ms` and their `sum_ms`. Whoever has to wait
    /// for memory because the collector does not keep up is stopped as well, though nobody else is.
    public void tellStops() {
        stream.stop();
        double[] all = DoubleStream.concat(pauses.stream().mapToDouble(Part::millis),
            stalls.stream().mapToDouble(s -> s)).toArray();
        Gate.tell("stops", "longest_ms", number(Arrays.stream(all).max().orElse(0)),
            "sum_ms", number(Arrays.stream(all).sum()), "stops", all.length);
    }

    private static double[] millis(List<Part> parts, LongPredicate which) {
        return parts.stream().filter(p -> which.test(p.collection)).mapToDouble(Part::millis).sorted().toArray();
    }

    private static double millis(RecordedEvent event) {
        return event.getDuration().toNanos() / 1e6;
    }

    private static String number(double millis) {
        return String.format(Locale.ROOT, "%.4f", millis);
    }

    @Override
    public void close() {
        stream.close();
    }

    /// `12 pauses so far`
    @Override
    public String toString() {
        return pauses.size() + " pauses so far";
    }
}

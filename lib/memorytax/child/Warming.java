package memorytax.child;

import com.sun.management.ThreadMXBean;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingStream;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// A case from its very first operation on, at a walking pace: what it takes from the heap, and when the JIT compiles
/// it.
public final class Warming {
    private static final int MILLIS = 600, WINDOW = 10, OPS = 1_000;
    /// What is told of the windows.
    public static final String BYTES = "bytes per operation";
    private static final List<String> STAGES = List.of("thrown away", "C1", "C2");

    /// Something that the JIT did, and when.
    private record Moment(Instant at, String what) {
    }

    /// The beginning, by the recorder's own clock: that of the system may be set meanwhile.
    @Name(Beginning.NAME)
    @StackTrace(false)
    static final class Beginning extends Event {
        private static final String NAME = "memorytax.Beginning";
    }

    private Warming() {
    }

    /// Runs `op` 1,000 times every 10 ms, for 600 ms, and tells `bytes_per_op` of each such window with its `ms`. Then
    /// tells the moments, with their `ms`: `C1`, `C2`, and `thrown away` when compiled code turned out to rest on a
    /// wrong guess.
    ///
    /// @param op a lambda
    /// @return something to hold: all is told by then
    public static Object watch(Meter.Case op) throws Exception {
        Queue<Moment> moments = new ConcurrentLinkedQueue<>();
        var type = op.getClass().getName().replaceFirst("[/.]0x.*", ""); // chapter3$$Lambda
        var start = new AtomicReference<Instant>();
        try (var jit = new RecordingStream()) {
            for (var event : List.of("jdk.Compilation", "jdk.Deoptimization")) {
                jit.enable(event).withThreshold(Duration.ZERO);
                jit.onEvent(event, e -> note(e, type, moments));
            }
            jit.enable(Beginning.class);
            jit.onEvent(Beginning.NAME, e -> start.set(e.getStartTime()));
            jit.startAsync();
            new Beginning().commit(); // the first one loads what it needs
            var loop = neutral();
            op.run(0); // loads what it needs
            Meter.keep(millis(0));
            new Beginning().commit();
            windows(loop, op, System.nanoTime());
            jit.stop(); // whatever was seen until now is brought
        }
        for (var moment : steps(moments))
            Gate.tell(moment.what, "ms", millis(Duration.between(start.get(), moment.at).toNanos()));
        return moments;
    }

    /// A loop that has called so many things that it is compiled for none of them: what it calls is compiled by itself,
    /// and its moments are those of the operation.
    private static Meter.Lap neutral() {
        var loop = new CaseLoop();
        for (int i = 0; i < 3_000; i++) {
            loop.run(n -> n, i, 100);
            loop.run(n -> n + 1, i, 100);
            loop.run(n -> -n, i, 100);
        }
        return loop;
    }

    /// Each step up, and each fall: a method is compiled by itself, and again inside whoever calls it.
    private static List<Moment> steps(Collection<Moment> moments) {
        var steps = new ArrayList<Moment>();
        int stage = 0;
        for (var moment : moments.stream().sorted(Comparator.comparing(Moment::at)).toList()) {
            int next = STAGES.indexOf(moment.what);
            if (next > stage || next == 0 && stage > 0) steps.add(moment);
            stage = next == 0 ? 0 : Math.max(stage, next);
        }
        return steps;
    }

    private static void windows(Meter.Lap loop, Meter.Case op, long start) throws Exception {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int window = 0; window < MILLIS / WINDOW; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int slice = 0; slice < WINDOW; slice++) {
                loop.run(op, window * OPS + slice * (OPS / WINDOW), OPS / WINDOW);
                LockSupport.parkNanos(start + (window * WINDOW + slice + 1) * 1_000_000L - System.nanoTime());
            }
            long taken = threads.getCurrentThreadAllocatedBytes() - before;
            Gate.tell(BYTES, "ms", millis(System.nanoTime() - start), "bytes_per_op",
                String.format(Locale.ROOT, "%.2f", (double) taken / OPS));
        }
    }

    /// @param type of the lambda: what is compiled is its method, with all that it calls, and what is thrown away
    ///             rested on a guess about one of the class around it
    private static void note(RecordedEvent event, String type, Queue<Moment> moments) {
        RecordedMethod about = event.getValue("method");
        if (about == null) return;
        var in = about.getType().getName();
        boolean compiled = event.getEventType().getName().equals("jdk.Compilation");
        if (in.startsWith(compiled ? type : type.replaceFirst("\\$\\$Lambda", ""))) moments.add(new Moment(
            event.getEndTime(), STAGES.get(!compiled ? 0 : event.getInt("compileLevel") == 4 ? 2 : 1)));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
    }
}

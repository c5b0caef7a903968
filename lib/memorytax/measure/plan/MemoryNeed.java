package memorytax.measure.plan;

import memorytax.child.ClientProgram;
import memorytax.measure.process.Host;
import memorytax.measure.process.Jvm;
import memorytax.measure.process.JvmHeap;
import memorytax.measure.process.Linux;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a point fits: judged by the points before it, or, where there are none, by our recorded run.
///
/// @param archive of that run
/// @param step    the cell that weighs
record MemoryNeed(Archive archive, String step) {
    /// Room that is left to everything else on the machine, in bytes.
    private static final long RESERVE = 256L << 20;
    /// A child's peak lies above what it settles at.
    private static final double HEADROOM = 1.3;
    /// So much larger than what is live a heap has to be at the least.
    private static final double FULL = 1.1;
    /// No JVM takes a smaller share of the memory for its heap, unless it is told to.
    private static final double SURE = 0.1;
    private static final double GB = 1 << 30;
    /// How many times as many tasks a process is a witness of. With fewer, much of it came with the first task.
    private static final int TELLS = 1_000;
    /// Bytes that may come with the first task, as a JavaScript engine lets its young generation grow.
    private static final double FIRST = 32 << 20;
    /// Bytes that a task takes at the least, where nobody has seen enough of them.
    private static final double LEAST = 256;
    /// Fewer threads than that a runtime may have for itself.
    private static final int MANY = 100;

    /// Why the point should not be run; empty when nothing speaks against it.
    Optional<String> speaksAgainst(Point point, List<Weighing> before) {
        var contender = point.peer().contender();
        int tasks = point.tasks();
        var files = files(point);
        if (files.isPresent()) return files;
        var smaller = before.stream().filter(w -> w.contender().name().equals(contender.name())
            && w.params().equals(point.params()) && w.tasks() < tasks);
        var known = largest(smaller, true)
            .or(() -> largest(archive.weighings(step, contender.name()).stream()
                .filter(w -> w.params().equals(point.params())), false));
        return known.flatMap(k -> memory(tasks, k).or(() -> heap(point, k)).or(() -> threads(tasks, k)));
    }

    /// The heaviest process that is known is the best witness: small ones hold much that does not grow.
    private static Optional<Weighing> largest(Stream<Weighing> points, boolean here) {
        return points.filter(w -> w.bytes(Quantity.RESIDENT).isPresent() && w.here() == here)
            .max(Comparator.comparingInt(Weighing::tasks));
    }

    private static Optional<String> memory(int tasks, Weighing known) {
        return memory(known.baseline().orElseThrow().resident()
            + each(known.bytes(Quantity.RESIDENT).orElseThrow(), known, tasks) * tasks);
    }

    /// Bytes of a task, by a process that has so many in all.
    private static double each(double seen, Weighing known, int tasks) {
        boolean tells = (long) known.tasks() * TELLS >= tasks;
        return tells ? seen / known.tasks() : Math.max(LEAST, (seen - FIRST) / known.tasks());
    }

    /// Why a process that settles at so many bytes should not be run; empty when nothing speaks against it.
    static Optional<String> memory(double bytes) {
        double need = HEADROOM * bytes;
        long free = Math.max(0, Host.available() - RESERVE);
        return need <= free ? Optional.empty()
            : Optional.of("it needs about " + Bytes.of(need) + ", and " + Bytes.of(free) + " is free here");
    }

    /// A JVM whose heap is nearly full collects without end, and nothing goes on. A heap that a chapter has named is
    /// its own business: it may want to see that.
    private static Optional<String> heap(Point point, Weighing known) {
        var launch = point.peer().launch().filter(l -> Jvm.is(l) && !l.flags().contains("-Xmx"));
        if (known.live().isEmpty()) return Optional.empty();
        double keeps = each(known.live().getAsLong(), known, point.tasks()) * point.tasks();
        if (launch.isEmpty() || keeps < Host.memory() * SURE) return Optional.empty();
        var most = JvmHeap.most(launch.get());
        return most.isEmpty() || FULL * keeps <= most.getAsLong() ? Optional.empty()
            : Optional.of("its tasks keep about " + Bytes.of(keeps) + ", and the heap of a JVM may have "
            + Bytes.of(most.getAsLong()) + " here; JDK_JAVA_OPTIONS=-Xmx" + (long) Math.ceil(HEADROOM * keeps / GB)
            + "g gives it more");
    }

    /// Whether there is no more free than what is left to everything else.
    static boolean isShort() {
        return Host.available() <= RESERVE;
    }

    /// A server has an open file for each client, and the process with the clients has as many.
    private static Optional<String> files(Point point) {
        boolean server = point.peer().launch().filter(l -> l.environment().containsKey(ClientProgram.PORT)).isPresent();
        return !server || Linux.connections(point.tasks()) == point.tasks() ? Optional.empty()
            : Optional.of(String.format(Locale.ROOT, "it needs an open file for each client, and a process may have "
                + "%,d here (ulimit -Hn)", Linux.files().orElseThrow()));
    }

    /// Of a contender that took a thread of the operating system for every task.
    private static Optional<String> threads(int tasks, Weighing known) {
        var limit = Linux.threads();
        boolean each = known.tasks() >= MANY && known.loaded().orElseThrow().threads() >= known.tasks();
        return each && limit.isPresent() && tasks > limit.getAsLong() ? Optional.of(String.format(Locale.ROOT,
            "it needs %,d threads, and the limit of this machine is %,d", tasks, limit.getAsLong())) : Optional.empty();
    }
}

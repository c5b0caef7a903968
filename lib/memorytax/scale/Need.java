package memorytax.scale;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a point fits, judged by the points before it.
final class Need {
    /// Room that is left to everything else on the machine, in bytes.
    private static final long RESERVE = 256L << 20;
    /// A child's peak lies above what it settles at.
    private static final double HEADROOM = 1.3;
    /// Fewer threads than that a runtime may have for itself.
    private static final int MANY = 100;

    private Need() {
    }

    /// Why the point should not be run; empty when nothing speaks against it.
    static Optional<String> speaksAgainst(Contender contender, int tasks, List<Weighing> before) {
        var lighter = before.stream().filter(w -> w.contender().name().equals(contender.name()) && w.here() && w.tasks() < tasks).toList();
        return memory(tasks, lighter).or(() -> threads(tasks, lighter));
    }

    private static Optional<String> memory(int tasks, List<Weighing> lighter) {
        var need = lighter.stream().mapToDouble(w -> HEADROOM * (w.baseline().orElseThrow().resident() + w.bytes(Quantity.RESIDENT).orElse(0) * ((double) tasks / w.tasks()))).max();
        long free = Host.available() - RESERVE;
        return need.isPresent() && need.getAsDouble() > free
            ? Optional.of("it needs about " + Bytes.of(need.getAsDouble()) + ", and " + Bytes.of(Math.max(0, free)) + " can be had here") : Optional.empty();
    }

    /// Of a contender that took a thread of the operating system for every task.
    private static Optional<String> threads(int tasks, List<Weighing> lighter) {
        var limit = Linux.threads();
        boolean each = lighter.stream().anyMatch(w -> w.tasks() >= MANY && w.loaded().orElseThrow().threads() >= w.tasks());
        return each && limit.isPresent() && tasks > limit.getAsLong()
            ? Optional.of(String.format(Locale.ROOT, "it needs %,d threads, and this machine's limit is %,d", tasks, limit.getAsLong())) : Optional.empty();
    }
}

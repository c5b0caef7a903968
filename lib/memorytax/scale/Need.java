package memorytax.scale;

import java.util.List;
import java.util.Optional;

/// Whether a point fits, judged by the points before it.
final class Need {
    /// Room that is left to everything else on the machine, in bytes.
    private static final long RESERVE = 256L << 20;
    /// A child's peak lies above what it settles at.
    private static final double HEADROOM = 1.3;

    private Need() {
    }

    /// Why the point should not be run; empty when nothing speaks against it.
    static Optional<String> speaksAgainst(Contender contender, int tasks, List<Weighing> before) {
        var need = before.stream().filter(w -> w.contender().name().equals(contender.name()) && w.here() && w.tasks() < tasks)
            .mapToDouble(w -> HEADROOM * (w.baseline().orElseThrow().resident() + w.bytes(Quantity.RESIDENT).orElse(0) * ((double) tasks / w.tasks()))).max();
        long free = Host.available() - RESERVE;
        if (need.isPresent() && need.getAsDouble() > free)
            return Optional.of("it needs about " + Bytes.of(need.getAsDouble()) + ", and " + Bytes.of(Math.max(0, free)) + " can be had here");
        return Optional.empty();
    }
}

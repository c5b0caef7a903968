package memorytax.claim;

import memorytax.scale.Bytes;

import java.util.Locale;
import java.util.Optional;

/// What a service needs in one architecture: calculated from what was weighed. The empty process, and for each task
/// what it costs at that depth and what its bytes cost. Of a heap it is known what is live in it, and only between
/// which bounds what it takes for that.
///
/// @param each  bytes of one more task, with what it holds
/// @param total bytes of the process, as it comes
/// @param need  the same where the heap is kept small: the empty process, and what is live; empty without such a heap
/// @param live  bytes of the heap that have to be there at the least; 0 without such a heap
public record Estimate(Costs.Architecture of, Service service, Measured each, Measured total, Optional<Measured> need,
                       double live) {
    /// Room that a heap is given beyond what is live in it, as a share; a collector needs some to work in.
    public static final double HEADROOM = 0.25;
    /// What the JVM itself has in its heap, and the least that is given.
    private static final double OWN = 16 << 20;
    private static final double MB = 1 << 20;

    /// How it stands to the limit.
    public enum Fit { YES, HEAP, EDGE, NO }

    /// The architecture's name.
    public String name() {
        return of.name();
    }

    /// For `-Xmx`, in MB; 0 where there is no heap that is limited.
    public int heap() {
        return live == 0 ? 0 : (int) Math.ceil((roomy(live) + service.tasks() * rounded()) / MB);
    }

    private static double roomy(double live) {
        return live * (1 + HEADROOM) + OWN;
    }

    /// An array that is about as large as a region of the heap, 1 MB at the least, gets whole ones for itself. What is
    /// left of the last is not touched, but it counts.
    private double rounded() {
        return service.holding() < MB / 2 - 64 ? 0 : MB * Math.ceil((service.holding() + 64) / MB) - service.holding();
    }

    /// With such a heap the process takes so much, at the most.
    private double capped() {
        return of.empty().value() + heap() * MB;
    }

    /// What the process takes with a heap of [#heap]: it cannot be less than what is live, nor more than the heap. The
    /// middle between what is live and that with its room is as good as any. Empty where no heap is limited.
    public Optional<Measured> small() {
        return need.map(n -> new Measured((n.value() + of.empty().value() + roomy(live)) / 2, n.low(), capped(),
            n.here(), n.forks()));
    }

    /// Whether it fits: beyond doubt, only with a heap of [#heap], perhaps, or not.
    public Fit fit() {
        if (total.high() <= service.limit()) return Fit.YES;
        if (live > 0 && capped() <= service.limit()) return Fit.HEAP;
        return total.low() <= service.limit() ? Fit.EDGE : Fit.NO;
    }

    /// What is to be paid for: as it comes, or with the heap that makes it fit.
    public Measured paid() {
        return fit() == Fit.HEAP ? new Measured(capped(), capped(), capped(), total.here()) : total;
    }

    /// So many tasks go into the limit, as they come.
    public int most() {
        return most(service.limit());
    }

    /// So many tasks go into so many bytes, as they come.
    public int most(double bytes) {
        return (int) Math.clamp((bytes - of.empty().value()) / each.value(), 0, Integer.MAX_VALUE);
    }

    /// The same with its interval.
    public Measured fitting(double bytes) {
        double room = bytes - of.empty().value();
        return new Measured(most(bytes), Math.max(0, room / each.high()), Math.max(0, room / each.low()), each.here(),
            each.forks());
    }

    /// Whether a task can wait there at all: a callback has no frames to come back to.
    public boolean waits() {
        return of.stacked() || service.depth() == 0;
    }

    /// Whether it lies beyond what was weighed.
    public boolean extrapolated() {
        return !of.covers(service);
    }

    /// `goroutines: 1.2 GB, and 2.0 GB is the limit`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s, and %s is the limit", name(), Bytes.of(total.value()),
            Bytes.named(service.limit()));
    }
}

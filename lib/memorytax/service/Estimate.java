package memorytax.service;

import memorytax.claim.Measured;
import memorytax.measure.result.Bytes;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What a service needs in one architecture: calculated from what was weighed. The empty process, what comes with its
/// first tasks, and for each task what it costs at that depth, what its bytes cost, and the room that garbage takes.
///
/// @param once   bytes of the process that do not depend on the number of its tasks
/// @param each   bytes of one more task, with what it holds and the room that garbage takes for it, as it comes
/// @param parked bytes of the process while it makes no garbage
/// @param need   of a heap that can be limited, the empty process and what is live in it; empty where there is none
/// @param live   bytes of the heap that have to be there at the least; 0 without such a heap
/// @param flag   what keeps it smaller; empty where there is nothing of the kind
/// @param gc     CPU time of the collector for each GB of garbage, as it comes, in ms; empty where it is not known
/// @param known  whether it is known what garbage adds, and how surely, or there is none; and nothing is in doubt
/// @param doubts what nobody has measured of it, of tasks that are the reader's guests
public record Estimate(Costs.Architecture of, Service service, Measured once, Measured each, Measured parked,
                       Optional<Measured> need, double live, Optional<Flag> flag, OptionalDouble gc, boolean known,
                       Set<Doubt> doubts) {
    /// What a JVM takes of its container for its heap when nobody tells it.
    private static final double DEFAULT_HEAP = 0.25;
    /// Room that a heap is given beyond what is live in it, as a share; a collector needs some to work in.
    public static final double HEADROOM = 0.25;
    /// What the JVM itself has in its heap, and the least that is given.
    private static final double OWN = 16 << 20;
    /// Of what Go has parked, it is given a fifth more where the limit lets it, and a tenth at the least. A twentieth
    /// of the limit is left to what Go does not count.
    private static final double AMPLE = 1.2, SCANT = 1.1, COUNTED = 0.95;
    private static final double MB = 1 << 20;

    /// How it stands to the limit.
    public enum Fit { YES, FLAG, EDGE, NO }

    /// Of a service that makes no garbage.
    ///
    /// @param each bytes of one more task, with what it holds
    /// @param live for each task, of a heap that can be limited
    /// @param heap bytes that have to be in it at the least, all in all
    static Estimate of(Costs.Architecture of, Service service, Measured each, Optional<Measured> live, double heap,
                       Set<Doubt> doubts) {
        int tasks = service.tasks();
        var parked = of.base().plus(each.times(tasks));
        var need = live.map(l -> of.empty().plus(l.times(tasks)));
        var estimate = new Estimate(of, service, of.base(), each, parked, need, heap, Optional.empty(),
            OptionalDouble.empty(), service.allocating() == 0 && doubts.isEmpty(), doubts);
        if (!doubts.isEmpty()) return estimate; // nobody knows what a flag would do
        return heap > 0 ? estimate.with(Optional.of(new Flag(Flag.heap(estimate.heap()), estimate.small(),
            OptionalDouble.empty(), estimate.known)))
            : of.name().equals(Costs.GO) ? estimate.with(Optional.of(estimate.limited())) : estimate;
    }

    /// The same with garbage.
    Estimate with(Measured once, Measured each, OptionalDouble gc, Optional<Flag> flag) {
        return new Estimate(of, service, once, each, parked, need, live, flag, gc, true, doubts);
    }

    /// The same, of which it is known how sure it is as it comes, or not.
    Estimate sure(boolean known) {
        return new Estimate(of, service, once, each, parked, need, live, flag, gc, known, doubts);
    }

    /// Whether it was measured at all what garbage adds, be it once.
    public boolean tried() {
        return doubts.isEmpty() ? known || !total().equals(parked) : !doubts.contains(Doubt.GARBAGE);
    }

    /// The same with its flag, where nobody knows what garbage adds as it comes.
    Estimate with(Optional<Flag> flag) {
        return new Estimate(of, service, once, each, parked, need, live, flag, gc, known, doubts);
    }

    /// The architecture's name.
    public String name() {
        return of.name();
    }

    /// Bytes of the process at its largest, as it comes.
    public Measured total() {
        return once.plus(each.times(service.tasks()));
    }

    /// Bytes that the kernel charges for the sockets of all tasks, beside the process; 0 where they have none.
    public Measured sockets() {
        return of.socket().times(service.tasks());
    }

    /// The process at its largest and its sockets, as it comes.
    public Measured all() {
        return total().plus(sockets());
    }

    /// For `-Xmx`, in MB; 0 where there is no heap that is limited.
    public int heap() {
        return heap(1);
    }

    /// The same of a model with a share of the tasks.
    int heap(double share) {
        double bytes = share * live * (1 + HEADROOM) + OWN + share * service.tasks() * rounded();
        return live == 0 ? 0 : (int) Math.ceil(bytes / MB);
    }

    /// An array that is about as large as a region of the heap, 1 MB at the least, gets whole ones for itself. What is
    /// left of the last is not touched, but it counts.
    private double rounded() {
        return service.holding() < MB / 2 - 64 ? 0 : MB * Math.ceil((service.holding() + 64) / MB) - service.holding();
    }

    /// What the process takes with a heap of [#heap] while it makes no garbage: not less than what is live, nor more
    /// than the heap.
    private Measured small() {
        double low = need.orElseThrow().value(), high = of.empty().value() + heap() * MB;
        return new Measured((low + of.empty().value() + live * (1 + HEADROOM) + OWN) / 2, need.get().low(), high,
            need.get().here(), need.get().forks()).bounds();
    }

    /// For `GOMEMLIMIT`, in bytes.
    private double memory() {
        return Math.max(SCANT * parked.value(), Math.min(AMPLE * parked.value(),
            COUNTED * service.limit() - sockets().value()));
    }

    /// The same of a model with a share of the tasks, in MB.
    double memory(double share) {
        return (of.empty().value() + share * (memory() - of.empty().value())) / MB;
    }

    private Flag limited() {
        return new Flag("GOMEMLIMIT=" + Flag.limit(memory(1)), new Measured(parked.value(), parked.low(),
            Math.max(parked.high(), memory()), parked.here(), parked.forks()).bounds(), OptionalDouble.empty(), known);
    }

    /// Whether it fits: its whole interval, and what is live into the heap that a JVM takes in such a container; only
    /// with its flag, perhaps, or not.
    public Fit fit() {
        if (known && all().high() <= service.limit() && live <= DEFAULT_HEAP * service.limit()) return Fit.YES;
        if (flag.filter(f -> f.known() && withSockets(f).high() <= service.limit()).isPresent())
            return Fit.FLAG;
        return all().low() <= service.limit() ? Fit.EDGE : Fit.NO;
    }

    /// The process with a flag, and its sockets.
    public Measured withSockets(Flag flag) {
        return flag.total().plus(sockets());
    }

    /// What is to be paid for: as it comes, or the most that it takes with the flag that makes it fit.
    public Measured paid() {
        if (fit() != Fit.FLAG) return all();
        double most = withSockets(flag.orElseThrow()).high();
        return new Measured(most, most, most, total().here());
    }

    /// CPU time of the collector for each GB of garbage, in the way that is to be paid for.
    public OptionalDouble spent() {
        return fit() == Fit.FLAG ? flag.orElseThrow().gc() : gc;
    }

    /// So many tasks go into the limit, as they come.
    public int most() {
        return most(service.limit());
    }

    /// So many tasks go into so many bytes, as they come.
    public int most(double bytes) {
        return (int) Math.clamp((bytes - once.value()) / one().value(), 0, Integer.MAX_VALUE);
    }

    private Measured one() {
        return each.plus(of.socket());
    }

    /// The same with its interval.
    public Measured fitting(double bytes) {
        return new Measured(most(bytes), Math.max(0, (bytes - once.high()) / one().high()),
            Math.max(0, (bytes - once.low()) / one().low()), one().here(), each.forks());
    }

    /// Whether a task can wait there at all: a callback has no frames to come back to.
    public boolean waits() {
        return of.stacked() || service.depth() == 0;
    }

    /// Whether it lies beyond what was weighed.
    public boolean extrapolated() {
        return !of.covers(service);
    }

    /// `goroutines: 1.2 GB, and the limit is 2 GB`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s, and the limit is %s", name(), Bytes.of(all().value()),
            Bytes.named(service.limit()));
    }
}

package memorytax.claim;

import memorytax.child.Trick;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Weighing;
import memorytax.measure.result.Weighings;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at what was weighed for work that the figure of a check passes over. It is asked only where a demand is met:
/// else nothing was gained by it.
final class HiddenWork {
    /// Live bytes that a JVM may have that do not belong to its tasks: an empty one has one or two million.
    private static final double ROOM = 4 << 20;
    /// Bytes of garbage and of the JVM's own that a task may leave beside what is live.
    private static final double GARBAGE = 8 << 10;
    /// Threads of an empty JVM: twenty, and some for each processor.
    private static final int USUAL = 100, EACH = 4;

    private HiddenWork() {
    }

    /// A process that told something twice has told it once by itself: a check tells each thing once.
    static Reports told(Reports told) {
        record Said(Contender contender, int tasks, Object params, int fork, String name) {
        }
        Set<Said> once = new HashSet<>(), twice = new LinkedHashSet<>();
        for (var w : told.all()) {
            var said = new Said(w.contender(), w.tasks(), w.params(), w.fork(), w.name());
            if (!w.name().isEmpty() && !once.add(said)) twice.add(said);
        }
        if (twice.isEmpty()) return told;
        var why = "your method told the scale itself of \"" + twice.iterator().next().name()
            + "\", which is for the check to tell";
        return new Reports(told.step(), Stream.concat(told.all().stream(), told.all().stream().limit(1)
            .map(w -> new Reports.Report(w.contender(), w.tasks(), w.params(), w.fork(), "", w.figures(),
                new Outcome.Failed(why, Optional.of(Trick.TOLD))))).toList());
    }

    /// Where one more task needs no more than `most` live bytes: whether the tasks lie in what does not grow with their
    /// number, or outside the heap.
    static Weighings live(Weighings weighed, double most) {
        var name = weighed.contenders().getFirst();
        var slope = weighed.slope(name, Quantity.LIVE).orElseThrow();
        double same = slope.intercept().mean();
        boolean hides = same > ROOM && same / weighed.sizes().getLast() > most;
        if (hides) return caught(weighed, Trick.CONSTANT, "your method keeps " + Bytes.of(same) + ", however many "
            + "tasks there are, so what one more of them needs says nothing");
        var resident = weighed.slope(name, Quantity.RESIDENT);
        double outside = resident.map(Slope::low).orElse(0.0) - slope.high();
        boolean fair = outside <= 4 * most + GARBAGE || hasThreads(weighed);
        return fair ? weighed : caught(weighed, Trick.OFF_HEAP, "your method keeps " + Bytes.of(outside)
            + " for each task outside the heap, where the check does not ask");
    }

    /// Whether there is a thread for every other task, at least: then their stacks are what lies outside the heap, and
    /// nobody hides them.
    private static boolean hasThreads(Weighings weighed) {
        return weighed.all().stream().anyMatch(w -> w.baseline().isPresent() && w.loaded().isPresent()
            && w.loaded().get().threads() - w.baseline().get().threads() >= w.tasks() / 2);
    }

    /// Where a process has few more threads with its tasks than without: whether it had them before.
    static Weighings threads(Weighings weighed) {
        int before = weighed.all().stream().flatMap(w -> w.baseline().stream()).mapToInt(r -> r.threads()).max()
            .orElse(0);
        return before <= USUAL + EACH * Runtime.getRuntime().availableProcessors() ? weighed : caught(weighed,
            Trick.BEFORE, String.format(Locale.ROOT, "the process had %,d threads before your method was to start its "
            + "tasks, and these count as well", before));
    }

    private static Weighings caught(Weighings weighed, Trick trick, String why) {
        var largest = weighed.all().stream().max(Comparator.comparingInt(Weighing::tasks)).orElseThrow();
        var failed = largest.as(new Outcome.Failed(why, Optional.of(trick)));
        return new Weighings(weighed.step(), weighed.all().stream().map(w -> w == largest ? failed : w).toList());
    }
}

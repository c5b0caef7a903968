package memorytax.measure.plan;

import memorytax.Weighs;
import memorytax.child.KnownWeight;
import memorytax.measure.process.Host;
import memorytax.measure.process.JvmHeap;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What would not fit is not run, and what fits is.
@Weighs
@Timeout(120)
class MemoryNeedTest {
    private static final Scale SCALE = new Scale(Effort.quick(1), new Nobody(), Progress.SILENT, Archive.NONE, "s");

    @Test
    void doesNotRunWhatDoesNotFit() {
        var need = new MemoryNeed(Archive.NONE, "s");
        var small = SCALE.sizes(8).java("a load", n -> KnownWeight.hold(n)).weigh().all().getFirst();
        assertFalse(need.speaksAgainst(Loads.point(n -> KnownWeight.hold(n), 16), List.of(small)).isPresent());
        var large = with(small, 8, 1L << 42);
        var why = need.speaksAgainst(Loads.point(n -> KnownWeight.hold(n), 8_000), List.of(large));
        assertTrue(why.orElseThrow().matches("it needs about .+B, and .+B is free here"), why.toString());
    }

    /// What comes with the first task does not come with each: a process with one says nothing of ten thousand.
    @Test
    void oneTaskIsNoWitnessOfThousands() {
        var need = new MemoryNeed(Archive.NONE, "s");
        var one = with(SCALE.sizes(8).java("a load", n -> KnownWeight.hold(n)).weigh().all().getFirst(), 1, 10 << 20);
        assertFalse(need.speaksAgainst(Loads.point(n -> KnownWeight.hold(n), 10_000), List.of(one)).isPresent());
        assertTrue(need.speaksAgainst(Loads.point(n -> KnownWeight.hold(n), Integer.MAX_VALUE), List.of(one))
            .isPresent(), "so many do not fit, however small they are");
        assertTrue(need.speaksAgainst(Loads.point(n -> KnownWeight.hold(n), 10_000), List.of(with(one, 1, 1L << 40)))
            .isPresent(), "what is so large did not come with the first alone");
    }

    /// A JVM takes a quarter of the memory for its heap, whatever is free. In a larger one it fits.
    @Test
    void aHeapIsNotTheWholeMachine() {
        var need = new MemoryNeed(Archive.NONE, "s");
        var small = SCALE.sizes(8).java("a load", n -> KnownWeight.hold(n)).weigh().all().getFirst();
        long third = Host.memory() / 3;
        var keeps = new Weighing(small.contender(), 8, small.params(), 1, small.baseline(), small.loaded(),
            OptionalLong.of(third), small.spawnMillis(), small.outcome());
        var point = Loads.point(n -> KnownWeight.hold(n), 9);
        var why = need.speaksAgainst(point, List.of(keeps));
        assertTrue(why.orElseThrow().matches("its tasks keep about .+B, and the heap of a JVM may have .+B here; "
            + "JDK_JAVA_OPTIONS=-Xmx\\d+g gives it more"), why.toString());
        var larger = point.peer().launch().orElseThrow().with("JDK_JAVA_OPTIONS", "-Xmx" + third);
        assertTrue(JvmHeap.most(larger).orElseThrow() >= third, JvmHeap.most(larger).toString());
    }

    private static Weighing with(Weighing w, int tasks, long resident) {
        return new Weighing(w.contender(), tasks, w.params(), 1, w.baseline(),
            Optional.of(new Reading(resident, OptionalLong.empty(), 1)), w.live(), w.spawnMillis(), w.outcome());
    }
}

package memorytax.peers;

import memorytax.Weighs;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.plan.Series;
import memorytax.measure.result.AdditiveError;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The loads of chapter 11 in Kotlin, Erlang and Ruby on the scale. What is not on this machine is skipped.
@Weighs
@Timeout(300)
class FieldWeighingTest {
    private static final int FEW = 10_000, MANY = 30_000;
    private final Toolchains toolchains = Toolchains.beside(FieldWeighingTest.class);

    private Series series(String runtime, int... sizes) {
        assumeTrue(toolchains.found(runtime).isPresent(), () -> "no " + runtime + " here");
        return new Scale(Effort.quick(2), toolchains, Progress.SILENT, Archive.NONE, "field").sizes(sizes);
    }

    private static double bytes(Weighings weighed, String name, Quantity quantity) {
        assertTrue(weighed.all().stream().allMatch(w -> w.outcome().toString().equals("ok")), weighed.all().toString());
        var contender = weighed.contenders().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
        return weighed.slope(contender, quantity).orElseThrow().value();
    }

    /// But for what a process takes for itself meanwhile.
    private static void assertKnown(Weighings weighed, String name, String runtime) {
        double error = AdditiveError.most(runtime) / (MANY - FEW);
        assertEquals(1_024, bytes(weighed, name, Quantity.RESIDENT), error, weighed.toString());
    }

    @Test
    void objectsOfErlangAndRubyWeighWhatIsKnown() {
        assertKnown(series("erlang", FEW, MANY).erlang("objects in Erlang", "chapter11.erl").weigh(),
            "objects in Erlang", "erlang");
        assertKnown(series("ruby", FEW, MANY).ruby("objects in Ruby", "chapter11.rb").weigh(),
            "objects in Ruby", "ruby");
    }

    @Test
    void aHibernatedProcessGivesBackMostOfItself() {
        var weighed = series("erlang", FEW, MANY).erlang("erlang processes", "chapter11.erl")
            .erlang("erlang processes (hibernated)", "chapter11.erl").proven().weigh();
        double awake = bytes(weighed, "erlang processes", Quantity.RESIDENT);
        assertTrue(1_500 < awake && awake < 5_000, awake + " B");
        assertTrue(bytes(weighed, "erlang processes (hibernated)", Quantity.RESIDENT) < awake / 2, weighed.toString());
    }

    /// The warmed one has a name of its own, and both are the load of one name in the program.
    @Test
    void coroutinesAreWeighedColdAndWarm() {
        var weighed = series("kotlin", FEW, MANY).kotlin("kotlin coroutines", "chapter11.kt")
            .kotlin("kotlin coroutines", "chapter11.kt").warmed().kotlin("objects in Kotlin", "chapter11.kt").weigh();
        assertEquals(List.of("kotlin coroutines", "kotlin coroutines (warmed)", "objects in Kotlin"),
            weighed.contenders().stream().map(Contender::name).toList());
        for (var name : List.of("kotlin coroutines", "kotlin coroutines (warmed)"))
            assertEquals(350, bytes(weighed, name, Quantity.LIVE), 150, weighed.toString());
        assertEquals(1_028, bytes(weighed, "objects in Kotlin", Quantity.LIVE), 40, weighed.toString());
    }

    /// Linux counts the pieces of memory of a process, and a fiber takes two: the report says so.
    @Test
    void tooManyFibersSayWhatIsTooMany() {
        var weighed = series("ruby", 1_000, 200_000).ruby("ruby fibers", "chapter11.rb").forks(1).weigh();
        var outcome = weighed.all().getLast().outcome().toString();
        assumeTrue(!outcome.equals("ok"), "this system has room for them");
        assertTrue(outcome.contains("FiberError") && outcome.contains("vm.max_map_count allows"), outcome);
    }
}

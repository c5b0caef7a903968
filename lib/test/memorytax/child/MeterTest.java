package memorytax.child;

import memorytax.claim.Check;
import memorytax.claim.Measured;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.Reports;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Bytes that processes count themselves. What JMH says of the same cases is the business of another test.
class MeterTest {
    private static final Scale SCALE = new Scale(Effort.quick(1),
        new Toolchains(_ -> Optional.empty()), Progress.SILENT, Archive.NONE, "till");

    static Object stored(int tasks) throws Exception {
        Meter.tell("nothing", i -> i);
        Meter.tell("an array", i -> {
            Meter.keep(new byte[64]);
            return i;
        });
        return "told";
    }

    @Test
    void countsWhatIsTakenAndItselfTakesNothing() {
        var reports = SCALE.sizes(1).java("one", n -> stored(n)).flags("-Xbatch").reports();
        assertEquals(List.of(), reports.remarks());
        assertEquals(0, bytes(reports, "nothing"), 0.05);
        assertEquals(80, bytes(reports, "an array"), 0.5); // 64, and a header of 16
    }

    static Object till(int tasks) {
        Meter.prove("a pass", switch (tasks) {
            case 1 -> prices -> 42;
            case 2 -> MeterTest::elsewhere;
            default -> MeterTest::sum;
        }, MeterTest::sum);
        return "proven";
    }

    static long sum(int[] prices) {
        long sum = 0;
        for (int price : prices) sum += price;
        return sum;
    }

    /// Lets another thread do the allocating.
    static long elsewhere(int[] prices) {
        try {
            Thread.ofPlatform().start(() -> Meter.keep(new byte[10_000])).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return sum(prices);
    }

    private static Check check(int how) {
        var reports = SCALE.sizes(how).java("your till", n -> till(n)).reports();
        return Check.of(reports).below("for a pass", "B", 1, Measured.reported(reports, "your till", "a pass",
            "bytes_per_pass"));
    }

    @Test
    void anHonestPassThatTakesNothingIsSolved() {
        assertEquals(Check.State.SOLVED, check(3).state(), check(3).toString());
    }

    @Test
    void aResultThatIsNotTheSameIsToldSo() {
        var says = check(1).toString();
        var asked = "✗ not yet\\. Pass 1 returned 42 instead of [\\d,]+; the result has to stay the same\\.";
        assertTrue(says.matches(asked), says);
    }

    @Test
    void whatAnotherThreadAllocatesCounts() {
        var check = check(2);
        assertEquals(Check.State.NOT_YET, check.state());
        assertTrue(check.demands().getFirst().measured().orElseThrow().value() > 10_000, check.toString());
    }

    static Object young(int tasks) throws Exception {
        return Warming.watch(i -> {
            var boxed = new int[]{i, i + 1};
            return boxed[0] + boxed[1];
        });
    }

    /// On a busy machine C2 may come late: what it does then is told by the chapter, and not held here.
    @Test
    void aCaseIsWatchedFromItsFirstOperationOn() {
        var reports = SCALE.sizes(1).java("young", n -> young(n)).reports();
        assertEquals(List.of(), reports.remarks());
        var windows = reports.all().stream().filter(w -> w.name().equals(Warming.BYTES)).toList();
        assertEquals(60, windows.size());
        assertTrue(windows.getFirst().figures().get("bytes_per_op") >= 20, windows.getFirst().toString());
        var moments = reports.all().stream().filter(w -> !w.name().equals(Warming.BYTES)).toList();
        assertEquals("C1", moments.getFirst().name());
    }

    private static double bytes(Reports reports, String name) {
        return reports.of("one", name, "bytes_per_op").orElseThrow().mean();
    }
}

package memorytax.measure.result;

import memorytax.child.StackLines;
import memorytax.child.Gate;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Loads;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.plan.Series;
import memorytax.measure.process.ThreadDump;
import memorytax.peers.Toolchains;
import memorytax.table.LeakTables;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Processes that serve requests and leave tasks behind: counted, looked at, and ended at a limit.
class LeaksTest {
    private static final Contender GO = new Contender("goroutines", "go", "1.26");

    private static Series series(int... tasks) {
        var effort = new Effort(1, List.of(), false);
        var nobody = new Toolchains(_ -> Optional.empty());
        return new Scale(effort, nobody, Progress.SILENT, Archive.NONE, "leak").sizes(tasks);
    }

    static Object growing(int megabytes) {
        var all = new ArrayList<byte[]>();
        for (int i = 1; i <= megabytes; i++) {
            all.add(new byte[1 << 20]);
            if (i % 10 == 0) Gate.tell("served", "requests", i);
        }
        return all;
    }

    @Test
    void itIsToldHowManyRequestsWereServedAndWhatThatTook() {
        var watched = series(1_000).with("rate", 20_000).java("virtual threads", n -> Loads.leaking(n)).watch();
        assertEquals(List.of(), watched.remarks());
        var served = watched.reports().all().stream().filter(w -> w.name().equals("served")).toList();
        assertEquals(List.of(250.0, 500.0, 750.0, 1000.0),
            served.stream().map(w -> w.figures().get("requests")).distinct().toList());
        assertTrue(served.stream().allMatch(w -> w.figures().containsKey(Watched.MORE)), served.toString());
        assertTrue(served.getLast().figures().get(Watched.MORE) > 1_000 << 10, "each brought a kilobyte: " + served);
        assertEquals(1_000, served.getLast().figures().get("tasks"));
        assertTrue(series(1_000).java("virtual threads", n -> Loads.leaking(n)).reports().names().isEmpty(),
            "without a rate");
    }

    @Test
    void aLoadIsWarmedAlthoughItLeaks() {
        var weighed = series(100).java("virtual threads", n -> Loads.leaking(n)).warmed().weigh();
        assertEquals(new Outcome.Weighed(), weighed.all().getFirst().outcome());
    }

    @Test
    void aProcessIsEndedAtItsLimitAndWhatItToldUntilThenCounts() {
        var watched = series(2_000).limit(300L << 20).java("a load", n -> growing(n)).flags("-Xmx2g").watch();
        var remark = watched.remarks().getFirst();
        assertTrue(remark.matches("a load: failed: the scale ended the process, which was [\\d.]+ [KM]B above its "
            + "limit of 300 MB\\."), remark);
        double last = watched.reports().all().getLast().figures().get("requests");
        // an array of 1 MB takes 2 to 3: it has told of 100 before it can have taken 300, however late that was heard
        assertTrue(last >= 100 && last < 2_000, watched.reports().toString());
    }

    @Test
    void whoIsLookedAtFromOutsideIsFoundByTheLineItWaitsAt() {
        var reports = series(50).java("virtual threads", n -> Loads.leaking(n)).probe(pid -> ThreadDump.of(pid))
            .reports();
        var most = reports.all().getFirst();
        assertTrue(most.name().matches("Loads\\.java:\\d+"), reports.toString());
        assertEquals(50, most.figures().get("tasks"));
    }

    @Test
    void aThreadDumpIsGroupedByTheFirstLineThatIsNotTheJdks() {
        var json = """
            {"threads": [
              {"name": "", "stack": [
                "java.base\\/java.lang.VirtualThread.park(VirtualThread.java:1)",
                "mine.wait(mine.java:87)", "memorytax.child.Gate.x(Gate.java:3)", "mine.main(mine.java:12)"]},
              {"name": "", "stack" : ["memorytax.child.Gate.await(Gate.java:33)", "mine.wait(mine.java:87)"]},
              {"name": "", "stack": ["mine$Inner.go(mine.java:5)"]},
              {"name": "Reference Handler", "stack": ["java.base/java.lang.ref.Reference.x(Reference.java:2)"]},
              {"name": "Signal Dispatcher", "stack": []}]}
            """;
        assertEquals(Map.of("mine.java:87", 2, "mine.java:5", 1), StackLines.of(json).all());
        assertEquals("mine.java:87", StackLines.of(json).waiting().keySet().iterator().next());
    }

    @Test
    void aForecastIsTheRoomByWhatOneRequestLeavesAndATimeOfDay() {
        var weighings = new ArrayList<Weighing>();
        for (int fork = 1; fork <= 3; fork++)
            for (int tasks : new int[]{1_000, 10_000}) weighings.add(new Weighing(GO, tasks, Map.of(), fork,
                reading(10 << 20), reading((10L << 20) + 4_096L * tasks), OptionalLong.empty(),
                OptionalLong.empty(), new Outcome.Weighed()));
        var words = List.of(served(1, 60_000), served(1, 120_000), served(2, 124_000));
        var end = Forecast.of(new Weighings("left", weighings), "goroutines", Quantity.RESIDENT, 512L << 20,
            new Watched("container", List.of(), new Reports("container", words))).orElseThrow();
        assertEquals(502 * 256, end.requests(), 1);
        assertEquals(2, end.ended().orElseThrow().forks());
        assertEquals(122_000, end.ended().orElseThrow().median());
        assertEquals("03:21", end.clock(100));
        assertEquals("03:00 on another day", new Forecast(end.slope(), 1, 86_400, Optional.empty()).clock(1));
        assertEquals("By the median of its forks, each contender ended within 15 % of the calculated number of "
            + "requests.",
            LeakTables.agreement(0.15, List.of(end)));
        assertEquals("More than 2 % off the calculated number of requests: " + end + ".",
            LeakTables.agreement(0.02, List.of(end)));
        assertEquals("goroutines: calculated 128,512 requests, ended after 122,000 (-5 %)", end.toString());
    }

    private static Optional<Reading> reading(long resident) {
        return Optional.of(new Reading(resident, OptionalLong.empty(), 1));
    }

    private static Reports.Report served(int fork, double requests) {
        return new Reports.Report(GO, 1, Map.of(), fork, "served", Map.of("requests", requests),
            new Outcome.Failed("the process was killed"));
    }
}

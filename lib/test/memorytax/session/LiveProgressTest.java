package memorytax.session;

import memorytax.measure.plan.Point;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Weighing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the pages of a live chapter hear of a weighing, by a clock that the test drives.
class LiveProgressTest {
    private static final Contender GO = new Contender("goroutines", "go", "1.26");
    private static final int MB = 1 << 20;
    private final LiveEvents events = new LiveEvents();
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final List<Heard> heard = new ArrayList<>();
    private long now = 5_000_000_000L;
    private final LiveProgress progress =
        new LiveProgress(events, () -> now, (nanos, what) -> due.add(new Due(now + nanos, what)));

    private record Due(long at, Runnable what) {
    }

    private record Heard(long at, String event, Map<?, ?> data) {
        List<?> points() {
            return event.equals(LiveProgress.WEIGHED) ? (List<?>) data.get("points") : List.of();
        }
    }

    @BeforeEach
    void listen() {
        events.follow((_, event, data) -> heard.add(new Heard(now, event, (Map<?, ?>) data)));
    }

    private void pass(long millis) {
        long end = now + millis * 1_000_000;
        while (!due.isEmpty() && due.peek().at() <= end) {
            now = Math.max(now, due.peek().at());
            due.remove().what().run();
        }
        now = end;
    }

    private static Weighing weighing(int fork, Outcome outcome) {
        var full = outcome instanceof Outcome.Weighed ? Optional.of(new Reading(3 * MB, OptionalLong.empty(), 4))
            : Optional.<Reading>empty();
        return new Weighing(GO, 1_000, Map.of("depth", "100"), fork, full.map(_ -> new Reading(MB,
            OptionalLong.empty(), 4)), full, OptionalLong.empty(), OptionalLong.empty(), outcome);
    }

    private static List<Point> points(int... tasks) {
        return IntStream.of(tasks).mapToObj(n -> new Point(new Peers.Peer(GO, Optional.empty(), ""), n, Map.of(), 1,
            false, null, Duration.ofSeconds(1))).toList();
    }

    /// Forks of about 90 ms, with a reading every 10 ms.
    private void weigh(int from, int to, int all) {
        for (int i = from; i < to; i++) {
            progress.point("goroutines × 1,000, fork " + (i + 1), i, all, Optional.of(Duration.ofSeconds(all - i)));
            for (int reading = 0; reading < 9; reading++) {
                progress.resident((1L + i) * MB + reading);
                pass(10);
            }
            progress.weighed(weighing(i + 1, new Outcome.Weighed()));
        }
    }

    private List<Object> forks(List<Heard> all) {
        return all.stream().flatMap(h -> h.points().stream()).<Object>map(p -> ((Map<?, ?>) p).get("fork")).toList();
    }

    @Test
    void fourEventsASecondAreEnoughAndNoProcessIsLost() {
        progress.in("weighed").series(points(1_000, 10, 1_000));
        weigh(0, 100, 100);
        progress.end();
        pass(1_000);
        for (int i = 4; i < heard.size(); i++)
            assertTrue(heard.get(i).at() - heard.get(i - 4).at() >= 1_000_000_000, heard.get(i).toString());
        assertTrue(heard.size() > 30, heard.size() + " in nine seconds");
        assertEquals(IntStream.rangeClosed(1, 100).boxed().toList(), forks(heard));
        assertEquals(Map.of("contender", "goroutines", "tasks", 1_000, "params", "depth 100", "fork", 1,
            "bytes", 2L * MB), heard.stream().flatMap(h -> h.points().stream()).findFirst().orElseThrow());
        var plan = heard.getFirst();
        assertEquals(LiveProgress.PLAN, plan.event());
        assertEquals(List.of(10, 1_000), plan.data().get("sizes"));
        assertEquals(100, heard.getLast().data().get("done"));
    }

    /// Two at once, and then nothing more happens.
    @Test
    void theLastOfABurstIsTold() {
        progress.in("weighed").point("goroutines × 1,000, fork 1", 0, 2, Optional.empty());
        progress.weighed(weighing(1, new Outcome.Failed("the process was killed")));
        progress.point("goroutines × 1,000, fork 2", 1, 2, Optional.empty());
        progress.weighed(weighing(2, new Outcome.Skipped("it needs 9 GB")));
        progress.end();
        assertEquals(List.of(LiveProgress.PROGRESS), heard.stream().map(Heard::event).toList());
        pass(600);
        assertEquals(List.of(1, 2), forks(heard));
        var points = heard.stream().flatMap(h -> h.points().stream()).map(p -> (Map<?, ?>) p).toList();
        assertEquals("the process was killed", points.getFirst().get("failed"));
        assertEquals("it needs 9 GB", points.getLast().get("skipped"));
        assertFalse(points.getFirst().containsKey("bytes"));
        assertEquals(2, heard.getLast().data().get("done"));
        assertEquals("", heard.getLast().data().get("doing"));
        pass(60_000);
        assertTrue(due.isEmpty() && heard.size() <= 4, heard.size() + " though nothing happens");
    }

    @Test
    void whoComesLaterHearsAllOfTheCellInOrderAndNothingOfTheOneBefore() {
        progress.in("tried").series(points(10));
        weigh(0, 20, 20);
        pass(1_000);
        progress.in("weighed").series(points(1_000));
        weigh(0, 12, 30);
        pass(1_000);
        var late = new ArrayList<Heard>();
        events.follow((_, event, data) -> late.add(new Heard(now, event, (Map<?, ?>) data)));
        assertEquals(List.of("weighed"), late.stream().map(h -> h.data().get("cell")).distinct().toList());
        assertEquals(LiveProgress.PLAN, late.getFirst().event());
        assertEquals(IntStream.rangeClosed(1, 12).boxed().toList(), forks(late));
        int told = 0;
        for (var each : late) {
            assertEquals(told, each.data().get("told"));
            told += each.points().size();
        }
        assertEquals(LiveProgress.PROGRESS, late.getLast().event());
        assertEquals(12, late.getLast().data().get("done"));
    }

    /// Before the first series of a cell a program may be built; before the first cell nobody asks.
    @Test
    void whatIsDoneIsToldAsSoonAsACellRuns() {
        progress.doing("looking for Go");
        pass(1_000);
        assertEquals(List.of(), heard);
        progress.in("weighed").doing("building chapter1.go");
        assertEquals("building chapter1.go", heard.getLast().data().get("doing"));
        assertEquals(0, heard.getLast().data().get("all"));
    }

    @Test
    void aLongClimbIsThinnedAndEndsWithItsNewestReading() {
        progress.in("weighed").point("goroutines × 1,000, fork 1", 0, 1, Optional.empty());
        for (int i = 0; i <= 6_000; i++) {
            progress.resident(i);
            pass(10);
        }
        var climb = (List<?>) heard.getLast().data().get("climb");
        var readings = climb.stream().map(LiveClimb.Reading.class::cast).toList();
        assertTrue(readings.size() >= 25 && readings.size() <= 60, readings.size() + " readings");
        assertEquals(0, readings.getFirst().bytes());
        for (int i = 1; i < readings.size(); i++) {
            long apart = readings.get(i).millis() - readings.get(i - 1).millis();
            assertTrue(apart > 0 && apart <= 60_000 / 12, readings.toString());
            assertEquals(readings.get(i).millis() / 10, readings.get(i).bytes());
        }
        assertTrue(readings.getLast().millis() >= 59_700, readings.getLast().toString());
        progress.point("goroutines × 1,000, fork 2", 1, 2, Optional.empty());
        pass(500);
        assertEquals(List.of(), heard.getLast().data().get("climb"));
    }
}

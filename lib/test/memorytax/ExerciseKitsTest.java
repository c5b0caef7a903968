package memorytax;

import memorytax.child.Load;
import memorytax.child.kit.Batch;
import memorytax.child.kit.Burst;
import memorytax.child.kit.Pages;
import memorytax.measure.plan.Archive;
import memorytax.measure.plan.Effort;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.measure.result.Reports;
import memorytax.peers.Toolchains;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a process tells of an exercise is what happened in it, whatever the reader's method says of that.
@Weighs
class ExerciseKitsTest {
    /// Each says that it is under way when its wait is over.
    static Object waitsBefore(int jobs) throws Exception {
        return Burst.of(jobs, 1, 200, burst -> {
            for (int i = 0; i < burst.jobs(); i++)
                Thread.startVirtualThread(() -> {
                    burst.waits(200);
                    burst.begins();
                    burst.ends(new byte[1]);
                });
        });
    }

    static Object oneAfterTheOther(int jobs) throws Exception {
        return Burst.of(jobs, 1, 1, burst -> {
            for (int i = 0; i < burst.jobs(); i++) {
                burst.begins();
                burst.waits(1);
                burst.ends(new byte[1]);
            }
        });
    }

    static Object neverEnds(int jobs) throws Exception {
        return Burst.of(jobs, 1, 1, burst -> {
            for (int i = 0; i < burst.jobs(); i++) {
                boolean last = i == burst.jobs() - 1;
                Thread.startVirtualThread(() -> {
                    burst.begins();
                    burst.waits(1);
                    if (last) await(); // the line that is named
                    burst.ends(new byte[1]);
                });
            }
        });
    }

    private static void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aJobThatWaitsIsUnderWayWhateverItSays() {
        var all = reports(40, n -> waitsBefore(n));
        assertTrue(told(all, "burst", "most_at_once") > 8, all.toString());
        assertEquals(0, told(all, "places", "never_used"), all.toString());
        var single = reports(40, n -> oneAfterTheOther(n));
        assertEquals(1, told(single, "burst", "most_at_once"), single.toString());
        assertEquals(7, told(single, "places", "never_used"), single.toString());
    }

    @Test
    void aBurstWithAJobThatNeverEndsSaysWhereItWaits() {
        var says = reports(3, n -> neverEnds(n)).remarks();
        assertTrue(says.toString().matches(".*2 of 3 jobs have ended, and nothing happens any more; 1 thread waits at "
            + "ExerciseKitsTest.java:\\d+.*"), says.toString());
    }

    /// All is in order, but for a thread that the pages never see.
    static Object hides(int requests) throws Exception {
        return Pages.tell(requests, (pages, request) -> {
            Thread.startVirtualThread(ExerciseKitsTest::await);
            return find(pages, request);
        });
    }

    private static String find(Pages pages, int request) throws Exception {
        var ahead = new ArrayBlockingQueue<String>(2);
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<String>(tasks);
            ended.submit(() -> {
                while (true) ahead.put(pages.next(request));
            });
            ended.submit(() -> {
                var page = ahead.take();
                while (!pages.isWanted(request, page)) page = ahead.take();
                return page;
            });
            try {
                return ended.take().get();
            } finally {
                tasks.shutdownNow();
            }
        }
    }

    @Test
    void aThreadThatNeverCameToThePagesIsLeftAllTheSame() {
        var hidden = reports(5, n -> hides(n));
        assertEquals(5, told(hidden, "left", "tasks"), hidden.toString());
        assertEquals(0, told(hidden, "left", "stuck"), hidden.toString());
    }

    /// Whoever makes the buffers, and wherever.
    static Object elsewhere(int requests) throws Exception {
        return Batch.prove(requests, batch -> {
            for (int i = 0; i < batch.requests(); i++) {
                int request = i;
                Thread.ofPlatform().daemon().start(() -> answer(batch, request)).join();
            }
        });
    }

    private static void answer(Batch batch, int request) {
        var buffer = new byte[Batch.LONGEST];
        int length = batch.read(request, buffer);
        long sum = 0;
        for (int i = 0; i < length; i++) sum += buffer[i];
        batch.answer(request, sum);
    }

    @Test
    void whatOtherThreadsTakeFromTheHeapCounts() {
        var each = reports(200, n -> elsewhere(n));
        assertTrue(told(each, "requests", "bytes_per_request") > 16_000, each.toString());
    }

    private static Reports reports(int tasks, Load load) {
        return new Scale(Effort.quick(1), new Toolchains(_ -> Optional.empty()), Progress.SILENT, Archive.NONE, "kit")
            .sizes(tasks).with("workers", 8).java("mine", load).reports();
    }

    private static double told(Reports reports, String name, String figure) {
        assertEquals(List.of(), reports.remarks());
        return reports.of("mine", name, figure).orElseThrow().mean();
    }
}

package memorytax;

import memorytax.claim.Check;
import memorytax.measure.plan.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Methods that try to pass the checks of chapters 3 to 8 without solving their exercises.
class ChapterTricksTest {
    private static final String TRICK = "✗ not yet\\. That is a trick: %s\\. It passes no check\\.";
    @TempDir
    private Path folder;

    private Check check(int chapter, String name, int tasks, String method) throws Exception {
        var placed = Placed.named(House.root().resolve("chapters/chapter" + chapter + ".java"), name);
        return placed.check(placed.with(method, folder), Effort.quick(1, tasks));
    }

    private static void assertSays(String regex, Check check) {
        assertEquals(Check.State.NOT_YET, check.state());
        assertTrue(check.toString().matches(regex), check.toString());
    }

    private static void assertTrick(String regex, Check check) {
        assertSays(TRICK.formatted(regex), check);
    }

    @Test
    void theCounterOfTheHeapStaysOn() throws Exception {
        assertTrick("your method switched off the counter of bytes that the JVM keeps", check(3, "total", 1, """
            static long total(int[] prices) {
                ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                    .setThreadAllocatedMemoryEnabled(false);
                Long sum = 0L;
                for (int i = 0; i < prices.length; i++)
                    sum += FOUR.get(i % FOUR.size()).applyAsInt(new Pair(prices[i], i));
                return sum;
            }"""));
    }

    @Test
    void aFigureIsForTheCheckToTell() throws Exception {
        assertTrick("your method told the scale itself of \"a pass\", which is for the check to tell",
            check(3, "total", 1, """
                static long total(int[] prices) {
                    if (prices[0] % 100 == 7) memorytax.child.Gate.tell("a pass", "bytes_per_pass", -1e9);
                    Long sum = 0L;
                    for (int i = 0; i < prices.length; i++)
                        sum += FOUR.get(i % FOUR.size()).applyAsInt(new Pair(prices[i], i));
                    return sum;
                }"""));
    }

    @Test
    void oneBufferForAllIsNotOneForEach() throws Exception {
        assertTrick("[\\d,]+ jobs waited at the same time, and all jobs together had 1 buffer: each job has to hold "
            + "one of its own", check(4, "halve", 400, """
                static void halve(Burst burst) {
                    var one = new byte[64 << 10];
                    for (int i = 0; i < burst.jobs(); i++)
                        Thread.startVirtualThread(() -> {
                            burst.begins();
                            burst.waits(1_000);
                            burst.ends(one);
                        });
                }"""));
    }

    @Test
    void aBufferThatComesAfterTheWaitWasNotHeld() throws Exception {
        assertTrick("[\\d,]+ jobs waited at the same time, and all of the heap had [\\d,]+ KB: each job has to hold "
            + "64 KB while it waits", check(4, "halve", 3_000, """
                static void halve(Burst burst) {
                    for (int i = 0; i < burst.jobs(); i++)
                        Thread.startVirtualThread(() -> {
                            burst.begins();
                            burst.waits(1_000);
                            burst.ends(new byte[64 << 10]);
                        });
                }"""));
    }

    /// What one job waits longer is no wait of another's.
    @Test
    void noJobWaitsForAnother() throws Exception {
        assertSays("✗ not yet\\. The jobs waited 1,000 ms together, and 4,000 are required\\.", check(4, "halve", 400,
            """
            static void halve(Burst burst) {
                for (int i = 0; i < burst.jobs(); i++) {
                    int job = i;
                    Thread.startVirtualThread(() -> {
                        burst.begins();
                        var buffer = new byte[64 << 10];
                        if (job % 4 == 0) burst.waits(100);
                        burst.ends(buffer);
                    });
                }
            }"""));
    }

    @Test
    void buffersThatComeBackInTheEndComeBackTooLate() throws Exception {
        assertTrick("your method gave buffers back only in the end: 400 were out at the same time, and 4 requests are "
            + "answered at the same time", check(5, "answer", 400, """
                static long answer(Loans pool, int request) throws IOException {
                    class Kept {
                        static final Queue<byte[]> ALL = new ConcurrentLinkedQueue<>();
                        static final AtomicInteger ANSWERED = new AtomicInteger();
                    }
                    var buffer = pool.borrow();
                    Kept.ALL.add(buffer);
                    try {
                        int length = pool.read(request, buffer);
                        long sum = 0;
                        for (int i = 0; i < length; i++) sum += buffer[i];
                        return sum;
                    } finally {
                        if (Kept.ANSWERED.incrementAndGet() == 400) Kept.ALL.forEach(pool::giveBack);
                    }
                }"""));
    }

    private static final String FIRST = """
        static String first(Mirrors mirrors, int request) throws Exception {
            %s
            try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
                return tasks.invokeAny(List.of(() -> mirrors.ask(0, request), () -> mirrors.ask(1, request)));
            }
        }""";

    @Test
    void anAnswerThatNobodyGaveIsWrong() throws Exception {
        assertSays("✗ not yet\\. Request 1 was answered with \"answer 1-0000\" instead of \"answer 1-\\d{4}\"\\.",
            check(6, "first", 5, FIRST.formatted("if (request > 0) return \"answer \" + request + \"-0000\";")));
    }

    @Test
    void aVirtualThreadThatWaitsElsewhereIsLeftAsWell() throws Exception {
        assertSays("✗ not yet\\. 5 tasks left, and 0 is the limit: 5 too many\\..*", check(6, "first", 5,
            FIRST.formatted("Thread.startVirtualThread(() -> LockSupport.park());")));
    }

    @Test
    void flagsTuneTheHeapThatTheCheckGives() throws Exception {
        assertTrick("your flags set another size of the heap, -Xmx8g beside -Xmx512m", check(7, "flags", 400, """
            static List<String> flags() {
                return List.of("-XX:+UseSerialGC", "-Xmx8g");
            }"""));
    }

    @Test
    void flagsStartNoOtherProgram() throws Exception {
        assertTrick("your flags have \"-cp\", and a flag for the JVM begins with -X or -D", check(7, "flags", 400, """
            static List<String> flags() {
                return List.of("-cp", "mine", "Mine");
            }"""));
    }

    @Test
    void noLimitIsTooLargeToBeCompared() throws Exception {
        assertSays("✗ not yet\\. .* times what the service takes, and 1\\.5 is the limit: .*", check(8, "choose", 400,
            "static Choice choose() { return Choice.of(\"virtual threads\", \"900000 GB\"); }"));
        for (var limit : new double[]{Double.NaN, Double.POSITIVE_INFINITY, -1, 0})
            assertThrows(IllegalArgumentException.class, () -> new memorytax.claim.Choice("goroutines", limit));
    }
}

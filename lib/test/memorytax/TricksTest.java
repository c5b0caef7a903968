package memorytax;

import memorytax.claim.Check;
import memorytax.measure.plan.Effort;
import memorytax.measure.process.Linux;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Methods that try to pass a check that brings letters, without solving it. Each is told which trick was seen.
class TricksTest {
    private static final String SOLVED = "for (int i = 0; i < post.tasks(); i++) { int task = i; "
        + "post.deliver(task, letter -> post.answer(task, letter)); }";
    private static final String ENDED = "your method ended the process (System.exit or halt), so nothing could be "
        + "weighed";
    private static final Effort ONE = Effort.quick(1, 400);
    @TempDir
    private Path folder;

    private Check check(String name, String body) throws Exception {
        return check(name, body, "");
    }

    private Check check(String name, String body, String more) throws Exception {
        return check(name, body, more, ONE);
    }

    private Check check(String name, String body, String more, Effort effort) throws Exception {
        var placed = Placed.named(Placed.FIXTURE, name);
        var method = "static void %s(Post post) throws Exception {\n%s\n}".formatted(name, body);
        return placed.check(placed.with(method, more, folder), effort);
    }

    private static void assertTrick(String trick, Check check) {
        assertEquals(Check.State.NOT_YET, check.state());
        assertEquals("✗ not yet. That is a trick: " + trick + ". It passes no check.", check.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "System.exit(0);",
        "Runtime.getRuntime().halt(0);",
        SOLVED + " System.exit(1);",
        "for (int i = 0; i < post.tasks(); i++) post.deliver(i, _ -> System.exit(0));",
        SOLVED + " var hook = new Thread(() -> Runtime.getRuntime().halt(0)); "
            + "Runtime.getRuntime().addShutdownHook(hook); System.exit(7);"})
    void whoEndsTheProcessIsToldSo(String body) throws Exception {
        assertTrick(ENDED, check("light", body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        System.out.println("LOADED tasks=400 live=1"); | LOADED tasks=400 live=1
        System.err.println("UNLOADED"); | UNLOADED
        new FileOutputStream(FileDescriptor.out).write("LIVE bytes=1\\n".getBytes()); | LIVE bytes=1
        Files.writeString(Path.of("/proc/self/fd/1"), "MARK name=left tasks=0\\n"); | MARK name=left tasks=0
        """)
    void whoPrintsALineOfTheScalesIsToldWhich(String prints, String line) throws Exception {
        assumeTrue(!prints.contains("/proc/") || Linux.here(), "only Linux has /proc");
        assertTrick("a line that looks like the scale's own was printed by your method: " + line,
            check("light", prints + SOLVED));
    }

    /// Whoever waits for its true word would wait for two minutes.
    @Test
    void whoPrintsItInsteadOfItsTasksIsToldAtOnce() throws Exception {
        assertTrick("a line that looks like the scale's own was printed by your method: LOADED tasks=400",
            check("light", "new FileOutputStream(FileDescriptor.out).write(\"LOADED tasks=400\\n\".getBytes()); "
                + "new CountDownLatch(1).await();"));
    }

    @Test
    void whatAMethodPrintsOtherwiseIsItsOwnAffair() throws Exception {
        var check = check("light", "System.out.println(\"LOADED: my list, 400 tasks\"); System.out.println(\"MARK\"); "
            + "new FileOutputStream(FileDescriptor.out).write(\"READY to wait\\n\".getBytes());" + SOLVED);
        assertEquals(Optional.empty(), check.trouble());
    }

    @Test
    void whoStartsAnotherProcessIsToldThatItIsNotWeighed() throws Exception {
        assumeTrue(Linux.here());
        assertTrick("your method started 1 other process, and the scale weighs only this one",
            check("light", "new ProcessBuilder(\"sleep\", \"600\").start();" + SOLVED));
    }

    /// Only where it is weighed: the class of the chapter is initialized here, too.
    @Test
    void threadsThatWereThereBeforeCountAsWell() throws Exception {
        var says = check("light", SOLVED, """

            static final int EARLIER = startedEarlier();

            static int startedEarlier() {
                if (System.getenv("SCALE_SIGNED") != null) for (int i = 0; i < 1_500; i++)
                    Thread.ofPlatform().daemon().start(() -> LockSupport.park());
                return 1_500;
            }
            """).toString();
        assertTrue(says.matches("✗ not yet\\. That is a trick: the process had 1,5\\d\\d threads before your method "
            + "was to start its tasks, and these count as well\\. It passes no check\\."), says);
    }

    /// The slope says that a task needs next to nothing. (With two forks it may also say that more would tell.)
    @Test
    void whatIsThereWhateverTheNumberOfTasksIsNoSaving() throws Exception {
        var check = check("light", """
            class Kept {
                static final List<byte[]> ALL = Stream.generate(() -> new byte[1 << 10]).limit(20_000).toList();
            }
            if (Kept.ALL.size() < post.tasks()) throw new IllegalStateException();
            """ + SOLVED, "", Effort.quick(2, 500, 3_000));
        assertEquals(Check.State.NOT_YET, check.state(), check.toString());
        assertTrue(check.toString().matches(".*(That is a trick: your method keeps \\d+ MB, however many tasks there "
            + "are|more forks would tell).*"), check.toString());
    }

    @Test
    void whoSendsTheLettersItselfIsToldThatNoTaskWaited() throws Exception {
        assertTrick("your method ended the wait of its tasks itself (close), so they did not wait while they were "
            + "weighed", check("light", SOLVED + " post.close();"));
    }

    @Test
    void virtualThreadsCountWhereThreadsAreCounted() throws Exception {
        assertEquals("✗ not yet. 400 threads wait for the letters, and only 1 is allowed; virtual threads count as "
            + "well.", check("oneThread", """
                var one = Executors.newSingleThreadExecutor();
                for (int i = 0; i < post.tasks(); i++) {
                    int task = i;
                    Thread.startVirtualThread(() -> {
                        var letter = new CompletableFuture<Letter>();
                        post.deliver(task, letter::complete);
                        var came = letter.join();
                        one.execute(() -> post.answer(task, came));
                    });
                }""").toString());
    }

    /// A mistake is no trick: early, wrong, twice and never are each told as what they are.
    @Test
    void whoReturnsBeforeItHasStartedATaskIsToldWhatIsMissing() throws Exception {
        assertEquals("✗ not yet. 0 of 400 tasks have called post.deliver(); no thread waits at a line of the load. "
            + "Every task has to call it before it waits.", check("light", "").toString());
    }
}

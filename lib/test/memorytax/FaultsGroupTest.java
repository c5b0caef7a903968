package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A container that gives a chapter, and all that it weighs, too little memory or too few threads together.
class FaultsGroupTest {
    private static final String[] SMALL = {"--only", "growth", "--forks", "1"};
    /// Takes a megabyte for a task, where the JVM has no limit of its own.
    private static final String GREEDY = """
        static Object mine(int tasks) {
            for (int i = 0; i < tasks; i++) java.lang.foreign.Arena.global().allocate(1 << 20).fill((byte) 1);
            return tasks;
        }
        """;
    /// A thread of the system for a task.
    private static final String THREADS = """
        static Object mine(int tasks) throws Exception {
            var gate = new Gate(tasks);
            for (int i = 0; i < tasks; i++)
                Thread.ofPlatform().daemon().start(() -> {
                    gate.here();
                    gate.await();
                });
            return gate.full();
        }
        """;
    @TempDir
    private Path folder;

    /// What does not fit is skipped with a line, and the rest goes on.
    @ParameterizedTest
    @ValueSource(ints = {150, 250, 400})
    void withLittleMemory(int megabytes) throws Exception {
        try (var group = ControlGroup.ofMemory((long) megabytes << 20)) {
            var said = new Misfortune(folder).after(group.enter()).meets(SMALL);
            assertEquals(0, said.exit(), said.toString());
            assertTrue(said.out().contains("(limited to " + megabytes + " MB)"), said.out());
            assertEquals(megabytes < 250, said.out().contains("if it is killed, that is why"), said.out());
            assertEquals(megabytes < 400, said.out().contains("virtual threads × 200: skipped: it needs about"));
            assertEquals(3, Files.readAllLines(folder.resolve("out/stepping/weighings.csv")).size());
        }
    }

    /// The kernel ends the greedy process, not the chapter.
    @ParameterizedTest
    @ValueSource(ints = {150, 250, 400})
    void withAGreedyProcess(int megabytes) throws Exception {
        Files.writeString(folder.resolve("mine.java"), GREEDY);
        try (var group = ControlGroup.ofMemory((long) megabytes << 20)) {
            var said = new Misfortune(folder).weighs().after(group.enter()).meets("mine.java", "--tasks", "1000,2000",
                "--forks", "1");
            assertEquals(1, said.exit(), said.toString());
            assertTrue(said.out().contains("mine × 1,000: failed: the process was killed (signal 9, often for lack of"),
                said.out());
            assertTrue(said.out().contains("Written: out/weigh/mine.java.html"), said.out());
        }
    }

    /// Some are enough, and with fewer something fails; the chapter itself goes on.
    @ParameterizedTest
    @ValueSource(ints = {20, 30, 40, 100})
    void withFewThreads(int most) throws Exception {
        try (var group = ControlGroup.ofThreads(most)) {
            var said = new Misfortune(folder).after(group.enter()).meets(SMALL);
            assertFalse(said.out().contains("[warning]"), said.out());
            if (group.refusals() == 0) assertEquals(0, said.exit(), said.toString());
            if (said.exit() != 0) assertTrue(said.exit() == 1 && said.toString().contains("thread"), said.toString());
        }
    }

    /// What a reader's method starts too many of is said to be too many.
    @ParameterizedTest
    @CsvSource({"'100,1000', 0, '1,000: skipped: it needs 1,000 threads, and the limit of this machine is 300'",
        "'1000,2000', 1, '1,000: failed: java.lang.OutOfMemoryError: unable to create native'"})
    void withTasksThatAreThreads(String tasks, int exit, String says) throws Exception {
        Files.writeString(folder.resolve("mine.java"), THREADS);
        try (var group = ControlGroup.ofThreads(300)) {
            var said = new Misfortune(folder).weighs().after(group.enter()).meets("mine.java", "--tasks", tasks,
                "--forks", "1");
            assertEquals(exit, said.exit(), said.toString());
            assertTrue(said.out().replaceAll("\\s+", " ").contains(says), said.out());
        }
    }

    /// As few as no chapter can do with.
    @Test
    void withHardlyAnyThread() throws Exception {
        try (var group = ControlGroup.ofThreads(16)) {
            var said = new Misfortune(folder).after(group.enter()).meets(SMALL);
            assertEquals(1, said.exit(), said.toString());
            assertTrue(said.err().matches("stepping: .*\\bthreads\\b.*\n"), said.err());
        }
    }
}

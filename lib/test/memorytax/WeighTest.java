package memorytax;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// `jbang weigh FILE`, started as a reader starts it. What it refuses is the business of [WeighRefusalsTest].
@Weighs
@Timeout(600)
class WeighTest {
    @TempDir
    private static Path path;
    private static ReadersFolder folder;

    @BeforeAll
    static void save() throws IOException {
        folder = ReadersFolder.in(path);
    }

    @Test
    void thePythonExampleIsWeighed() throws Exception {
        ReadersFolder.assumePython();
        assertCost("mine.py", "handlers", 1_800, 6_000, weigh("mine.py"));
    }

    @Test
    void theGoExampleIsWeighedBesideTheGoroutinesOfChapter1() throws Exception {
        assumeTrue(ReadersFolder.found("go", "version"), "no Go here");
        var said = weigh("mine.go", "--against", "goroutines");
        assertCost("mine.go", "handlers in Go", 3_600, 9_000, said);
        assertCost("mine.go", "goroutines", 2_000, 4_000, said);
    }

    /// Two methods are two contenders; a private one is none.
    @Test
    void aJavaFileIsWeighedBesideAThreadOfChapter1() throws Exception {
        var said = weigh("mine.java", "--against", "Virtual-Threads");
        assertCost("mine.java", "handlers", 9_000, 20_000, said);
        assertCost("mine.java", "numbers", -200, 300, said);
        assertFalse(slopes("mine.java", "virtual threads").isEmpty(), "not weighed");
        assertTrue(slopes("mine.java", "notMeant").isEmpty(), "private");
        assertTrue(said.out().contains("var buffer = new byte[8_192]"), "the file is shown");
        for (var file : List.of("mine.java.html", "mine.java/growth.svg", "mine.java/share.png"))
            assertTrue(Files.isRegularFile(folder.path().resolve("out/weigh").resolve(file)), file);
    }

    @Test
    void aLoadIsPickedAndTwoOfOneNameAreToldApart() throws Exception {
        folder.write("two.java", Brought.METHOD.replace("numbers", "more"));
        weigh("two.java", "--load", "more");
        assertTrue(slopes("two.java", "handlers").isEmpty() && !slopes("two.java", "more").isEmpty());
        ReadersFolder.assumePython();
        folder.write("two.py",
            ReadersFolder.example("python").replace("{\"handlers\"", "{\"asyncio tasks\""));
        var said = weigh("two.py", "--against", "asyncio tasks");
        assertCost("two.py", "my asyncio tasks", 1_800, 6_000, said);
        assertCost("two.py", "asyncio tasks", 800, 1_800, said);
    }

    @Test
    void aJavaProgramThatSpeaksTheProtocolIsWeighed() throws Exception {
        folder.write("Speaks.java", Brought.PROGRAM);
        assertCost("Speaks.java", "Speaks", 15_000, 50_000, weigh("Speaks.java"));
        var weighings = Files.readString(folder.path().resolve("out/weigh/Speaks.java/weighings.csv"));
        assertTrue(weighings.contains(",speech,7,"), weighings);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void anyProgramThatSpeaksTheProtocolIsWeighed() throws Exception {
        assertTrue(folder.write("script", Brought.SCRIPT).toFile().setExecutable(true));
        assertCost("script", "script", -100, 100, weigh("script"));
    }

    @Test
    void aLoadThatThrowsIsNoRecordedRunAndNoSuccess() throws Exception {
        folder.write("boom.java", "static Object boom(int n) { throw new IllegalStateException(\"no bread\"); }");
        var said = folder.weigh("boom.java", "--tasks", "500,3000", "--forks", "1");
        assertEquals(1, said.exit(), said.out());
        assertTrue(said.out().contains("boom × 500: failed: IllegalStateException: no bread."), said.out());
        assertTrue(said.out().contains("No process came back with a result."), said.out());
        assertFalse(said.out().contains("ecorded"), said.out());
        assertEquals("", said.err());
    }

    private static Said weigh(String... words) throws Exception {
        var args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--tasks", "500,3000", "--forks", "2"));
        var said = folder.weigh(args.toArray(String[]::new));
        assertEquals("", said.err());
        assertEquals(0, said.exit(), said.out());
        return said;
    }

    private static void assertCost(String file, String load, double least, double most, Said said) throws IOException {
        var slopes = slopes(file, load);
        assertFalse(slopes.isEmpty(), said.out());
        double value = Double.parseDouble(slopes.getFirst().split(",(?! )")[6]);
        assertTrue(least < value && value < most, value + " B: " + said.out());
    }

    /// The rows of one contender, resident before live.
    private static List<String> slopes(String file, String load) throws IOException {
        return Files.readAllLines(folder.path().resolve("out/weigh").resolve(file).resolve("slopes.csv")).stream()
            .filter(row -> row.startsWith("weigh,weighed," + load + ",")).toList();
    }
}

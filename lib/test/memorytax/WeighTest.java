package memorytax;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// `jbang weigh FILE`, started as a reader starts it.
@Timeout(180)
class WeighTest {
    private static final Path NOTEBOOK = House.root().resolve("chapters/weigh.java");
    @TempDir
    private static Path folder;
    private static Built built;

    @BeforeAll
    static void build() throws IOException {
        built = Built.into(Files.createDirectory(folder.resolve("built")), NOTEBOOK);
        write("mine.java", Brought.METHOD);
        write("Speaks.java", Brought.PROGRAM);
        write("script", Brought.SCRIPT).toFile().setExecutable(true);
        write("dumb", "#!/bin/sh\necho hello\n").toFile().setExecutable(true);
        write("text.txt", "no program");
        Files.write(folder.resolve("binary.java"), new byte[]{-1, -2, 0});
        write("wrong.java", "static Object mine(int tasks) {\n    return task;\n}\n");
        write("greedy.java", "//DEPS com.acme:anvil:1\nstatic Object mine(int tasks) {\n    return tasks;\n}\n");
        write("empty.java", "class Empty { static int mine(int tasks) { return tasks; } }");
        write("wrong.py", "from scale import serve\nimport there_is_none\n");
        write("silent.py", "from scale import serve\n");
        write("mine.py", example("python"));
        write("mine.go", example("go"));
        Files.createDirectory(folder.resolve("folder"));
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// What README tells a reader to save.
    private static String example(String language) {
        var block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(House.read("README.md"));
        assertTrue(block.find(), "no " + language + " in README");
        return block.group(1);
    }

    private static Said say(String... args) throws Exception {
        return Said.by(built.command(NOTEBOOK, List.of(), List.of(args)), folder);
    }

    /// First what is typed, then what the one line must name.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -                           | FILE; mine.py
        nowhere.py                  | there is no file nowhere.py
        folder                      | folder is a folder
        text.txt                    | text.txt; .java, .go or .py
        wrong.java                  | wrong.java:2: cannot find symbol; variable task
        greedy.java                 | greedy.java:1: //DEPS com.acme:anvil:1
        binary.java                 | binary.java is no text
        empty.java                  | empty.java: no load in it; static method; one int
        mine.java --load geese      | --load; "geese"; "handlers", "numbers"
        mine.java --against geese   | --against; "geese"; "virtual threads, warmed"; "goroutines"
        mine.java mine.py           | "mine.py"; --against
        mine.java --recorded        | --recorded; --against
        """)
    void whatCannotBeWeighedIsSaidInOneLine(String typed, String named) throws Exception {
        refused(say(typed.equals("-") ? new String[0] : typed.split(" ")), named);
    }

    @Test
    void aProgramThatCannotBeWeighedIsSaidInOneLine() throws Exception {
        assumePython();
        refused(say("wrong.py"), "wrong.py:2: ModuleNotFoundError");
        refused(say("silent.py"), "silent.py: no load in it");
        refused(say("mine.py", "--load", "geese"), "--load; \"geese\"; \"handlers\"");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void whatDoesNotSpeakTheProtocolIsNoLoad() throws Exception {
        refused(say("dumb"), "dumb: no load in it; READY; \"hello\"");
    }

    private static void refused(Said said, String named) {
        assertEquals("", said.out());
        assertEquals(1, said.err().lines().count(), said.err());
        assertTrue(said.err().startsWith("weigh: "), said.err());
        for (var word : named.split("; ")) assertTrue(said.err().contains(word), "no " + word + " in: " + said.err());
        assertEquals(2, said.exit());
    }

    @Test
    void thePythonExampleIsWeighed() throws Exception {
        assumePython();
        assertCost("mine.py", "handlers", 1_800, 6_000, weigh("mine.py"));
    }

    @Test
    void theGoExampleIsWeighedBesideTheGoroutinesOfChapter1() throws Exception {
        assumeTrue(found("go", "version"), "no Go here");
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
            assertTrue(Files.isRegularFile(folder.resolve("out/weigh").resolve(file)), file);
    }

    @Test
    void aLoadIsPickedAndTwoOfOneNameAreToldApart() throws Exception {
        Files.writeString(folder.resolve("two.java"), Brought.METHOD.replace("numbers", "more"));
        weigh("two.java", "--load", "more");
        assertTrue(slopes("two.java", "handlers").isEmpty() && !slopes("two.java", "more").isEmpty());
        assumePython();
        Files.writeString(folder.resolve("two.py"), example("python").replace("{\"handlers\"", "{\"asyncio tasks\""));
        var said = weigh("two.py", "--against", "asyncio tasks");
        assertCost("two.py", "my asyncio tasks", 1_800, 6_000, said);
        assertCost("two.py", "asyncio tasks", 800, 1_800, said);
    }

    @Test
    void aJavaProgramThatSpeaksTheProtocolIsWeighed() throws Exception {
        assertCost("Speaks.java", "Speaks", 15_000, 50_000, weigh("Speaks.java"));
        assertTrue(Files.readString(folder.resolve("out/weigh/Speaks.java/weighings.csv")).contains(",speech,7,"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void anyProgramThatSpeaksTheProtocolIsWeighed() throws Exception {
        assertCost("script", "script", -100, 100, weigh("script"));
    }

    private static Said weigh(String... words) throws Exception {
        var args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--tasks", "500,3000", "--forks", "2"));
        var said = say(args.toArray(String[]::new));
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
        return Files.readAllLines(folder.resolve("out/weigh").resolve(file).resolve("slopes.csv")).stream()
            .filter(row -> row.startsWith("weigh,weighed," + load + ",")).toList();
    }

    private static void assumePython() throws Exception {
        assumeTrue(found("python3", "--version"), "no Python here");
    }

    private static boolean found(String... command) throws InterruptedException {
        var places = "go".equals(command[0]) ? List.of("", "/usr/local/go/bin/") : List.of("");
        for (var place : places) {
            var words = Arrays.copyOf(command, command.length);
            words[0] = place + words[0];
            try {
                if (new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0) return true;
            } catch (IOException e) {
                // it is not there
            }
        }
        return false;
    }
}

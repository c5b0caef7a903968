package memorytax;

import memorytax.cli.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The first chapter, started as a reader starts it.
class CommandLineTest {
    private static final Path CHAPTER = House.chapters().getFirst();
    @TempDir
    private static Path folder;
    private static Built built;

    @BeforeAll
    static void build() throws IOException {
        built = Built.of(CHAPTER);
        Files.createFile(folder.resolve("file"));
        Files.createFile(Files.createDirectory(folder.resolve("taken")).resolve("chapter1"));
    }

    private static Said say(String... args) throws Exception {
        return Said.by(built.command(CHAPTER, List.of(), List.of(args)), folder);
    }

    /// The same in this JVM.
    private static Said sayHere(String... args) throws Exception {
        var lookup = MethodHandles.privateLookupIn(built.load(), MethodHandles.lookup());
        return Printed.by(() -> Commands.run(lookup, args));
    }

    /// First what is typed, then what the answer must name: the option, the value, what is allowed.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --forks 0                     | --forks; "0"; from 1 to 100
        --forks many                  | --forks; "many"; from 1 to 100
        --forks                       | --forks; from 1 to 100
        --forks 3 --forks 4           | --forks; once
        --tasks 10,abc                | --tasks; "abc"; from 1 to 10,000,000
        --tasks ,                     | --tasks; from 1 to 10,000,000
        --only nonsense               | --only; "nonsense"; weighed, growth, share
        --from Weighed                | --from; "Weighed"; weighed, growth, share
        --exercise easy               | --exercise; "easy"; exercise (; light or lightEnough
        --quick --thorough            | --quick; --thorough; one of them
        --only growth --from share    | --only; --from; one of them
        --out FOLDER/file             | --out; FOLDER/file; folder
        --out FOLDER/taken            | --out; FOLDER/taken/chapter1; folder
        --faster                      | --faster; --quick, --thorough
        --explain 20                  | --explain; no such option; --quick, --thorough
        --fetch                       | --fetch; chapter10 only; chapter11
        --with perl                   | --with; "perl"; node, tokio, kotlin, erlang, elixir, ruby
        --with                        | --with; NAME; node, tokio
        --ipynb --exercise            | --ipynb; does not go with --exercise
        --live --markdown             | --live; does not go with --markdown
        --fast --slides               | --fast; --slides; one of them
        --fast --watch                | --fast; --watch; one of them
        --fast --only growth          | --fast; --only; one of them
        --fast --from growth          | --fast; --from; one of them
        --fast --exercise             | --fast; --exercise; one of them
        --quick=yes                   | --quick; yes
        --connections                 | --connections
        growth                        | "growth"; --only
        """)
    void whatCannotBeMeantIsSaidInOneLine(String typed, String named) throws Exception {
        var said = sayHere(typed.replace("FOLDER", folder.toString()).split(" "));
        assertEquals("", said.out());
        assertEquals(1, said.err().lines().count(), said.err());
        assertTrue(said.err().startsWith("chapter1: ") && said.err().endsWith("\n"), said.err());
        for (var word : named.replace("FOLDER", folder.toString()).split("; "))
            assertTrue(said.err().contains(word), "no " + word + " in: " + said.err());
        assertFalse(said.err().contains("Exception"), said.err());
        assertEquals(2, said.exit());
    }

    @Test
    void aProcessSaysTheSameAndEndsWithThatCode() throws Exception {
        assertEquals(sayHere("--forks", "0"), say("--forks", "0"));
    }

    @Test
    void helpNamesEveryOption() throws Exception {
        var said = say("--help");
        assertEquals("", said.err());
        assertEquals(0, said.exit());
        var options = "quick thorough all no-ahead fast only from list tasks forks with out recorded fetch help";
        for (var option : options.split(" "))
            assertTrue(said.out().lines().anyMatch(l -> l.matches(" +(-h, )?--" + option + "\\b.* \\p{Lu}.*")), option);
        assertEquals(List.of(), said.out().lines().filter(l -> l.length() > 80).toList(), "wider than a terminal");
    }

    /// A list is there at once: what measures is not even loaded for it, nor, the second time, what parses. (XChart is:
    /// a chapter's methods return its charts, and Java looks at all of them for `main`.)
    @Test
    void aListLoadsWhatItNeeds() throws Exception {
        say("--list");
        var log = folder.resolve("loaded.txt");
        var jvm = List.of("-Xlog:class+load:file=" + log.getFileName());
        var said = Said.by(built.command(CHAPTER, jvm, List.of("--list")), folder);
        assertEquals("", said.err());
        assertEquals(0, said.exit());
        var cells = said.out().lines().filter(l -> l.startsWith("  ")).map(l -> l.strip().split(" ")[0]).toList();
        assertTrue(cells.containsAll(List.of("virtualThreads", "weighed", "growth", "verdict")), said.out());
        var loaded = Files.readString(log);
        assertTrue(loaded.contains("memorytax.notebook.source.Chapter"), "the log names classes");
        for (var library : List.of("tech.tablesaw.", "oshi.", "org.jline.", "com.sun.tools.javac."))
            assertFalse(loaded.contains(" " + library), library);
    }

    @Test
    void aChapterThatCannotBeginIsOneLine() throws Exception {
        var chapter = Files.writeString(folder.resolve("chapter9.java"), """
            //FILES chapter9.java
            /// # A title
            static void main(String... args) throws Exception {
                memorytax.Notebook.of(java.lang.invoke.MethodHandles.lookup()).run(args);
            }

            final int broken = Integer.parseInt("no\\nnumber");
            """);
        var broken = Built.of(chapter);
        var said = Said.by(broken.command(chapter, List.of(), List.of("--out", "nine")), folder);
        assertTrue(said.err().startsWith("chapter9: chapter9 cannot be started: "), said.err());
        assertEquals(1, said.err().lines().count(), said.err());
        assertEquals(1, said.exit());
    }

    /// The chapter is shown to its end all the same, and what is counted is there.
    @Test
    void aFileThatCannotBeWrittenIsOneLine() throws Exception {
        var out = folder.resolve("hindered");
        Files.createDirectories(out.resolve("chapter1/machine.csv"));
        Files.createDirectories(out.resolve("chapter1.html"));
        var said = say("--recorded", "--out", out.toString());
        assertEquals(1, said.exit());
        assertEquals("", said.err());
        assertFalse(said.out().contains("IOException") || said.out().contains("\tat "), said.out());
        for (var file : List.of("chapter1/machine.csv", "chapter1.html"))
            assertEquals(1, said.out().lines().filter(l -> l.contains("✗ " + out.resolve(file))
                && l.contains(" cannot be written")).count(),
                said.out());
        try (var files = Files.list(out.resolve("chapter1"))) {
            var names = files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
            var counted = " Written: hindered/chapter1/ (%d CSV, %d charts)".formatted(
                names.stream().filter(n -> n.endsWith(".csv")).count(),
                names.stream().filter(n -> n.endsWith(".svg")).count());
            assertTrue(said.out().lines().anyMatch(counted::equals), counted + " is not in " + said.out());
            assertTrue(names.containsAll(List.of("weighings.csv", "slopes.csv", "parts.csv", "verdicts.csv")),
                names.toString());
        }
    }

    /// The cell `machine` returns a table, and machine.csv has a form of its own.
    @Test
    void aStepsTableTakesNoFixedFilesPlace() throws Exception {
        var out = folder.resolve("one");
        assertEquals(0, say("--recorded", "--only", "machine", "--out", out.toString()).exit());
        assertFalse(Files.exists(out.resolve("chapter1/machine.csv")), "nothing was weighed");
        assertEquals(0, say("--recorded", "--only", "wrong", "--out", out.toString()).exit());
        assertEquals("key,value", Files.readAllLines(out.resolve("chapter1/machine.csv")).getFirst());
    }

    /// Rows of the steps that were not run stay, as long as the machine is the same.
    @Test
    void aPartialRunLosesNothing() throws Exception {
        var out = folder.resolve("twice");
        assertEquals(0, say("--recorded", "--out", out.toString()).exit());
        var files = List.of("weighings.csv", "slopes.csv", "parts.csv", "verdicts.csv");
        for (var file : files) assertFalse(rows(out, file).isEmpty(), file);
        var before = files.stream().map(file -> rows(out, file)).toList();
        assertEquals(0, say("--recorded", "--only", "wrong", "--out", out.toString()).exit());
        assertEquals(before, files.stream().map(file -> rows(out, file)).toList());
        var machine = out.resolve("chapter1/machine.csv");
        Files.writeString(machine, Files.readString(machine).replaceAll("(?m)^cpu,.*", "cpu,another"));
        assertEquals(0, say("--recorded", "--only", "wrong", "--out", out.toString()).exit());
        assertFalse(rows(out, "weighings.csv").isEmpty());
        assertTrue(rows(out, "weighings.csv").stream().allMatch(row -> row.startsWith("chapter1,wrong,")));
    }

    private static Set<String> rows(Path out, String file) {
        try {
            return Set.copyOf(Files.readAllLines(out.resolve("chapter1").resolve(file)).stream().skip(1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

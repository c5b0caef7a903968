package memorytax.session;

import memorytax.Built;
import memorytax.House;
import memorytax.notebook.Edition;
import memorytax.notebook.Reader;
import memorytax.notebook.Run;
import memorytax.notebook.Selection;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.ChapterSource;
import memorytax.shell.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// JShell as the workbook opens it: beside a chapter that is being read, and alone.
@Timeout(600)
class JShellSessionTest {
    /// One fork of each point, and nothing said meanwhile.
    private static final String SCALE = """
        new Scale(Effort.quick(1, 200, 600, 1_000), scale().peers(), Progress.SILENT, Archive.NONE, "")\
        """;
    private static final Reader SILENT = new Reader() {
        @Override
        public void opening(Chapter chapter) {
        }

        @Override
        public void happened(Cell.Step step, StepOutcome happening) {
        }

        @Override
        public void closing() {
        }
    };
    @TempDir
    private Path folder;

    @Test
    void resultsAreVariablesBesideTheStepsThatMadeThem() throws Exception {
        var answers = answers(House.root().resolve("lib/test/fixtures/chapter0.java"), """
            weighed().all().size() == weighed.all().size()
            growth(weighed).getTitle().equals(growth.getTitle())
            verdict.all().size() + headline.getClass().getSimpleName()
            broken
            Table.create("made here").name()
            """);
        assertEquals(List.of("$1 ==> true", "$2 ==> true", "$3 ==> \"2Headline\""), answers.subList(0, 3));
        var failed = answers.stream().filter(a -> a.contains("symbol:   variable broken")).count();
        assertEquals(1, failed, "a step that failed has no result: " + answers);
        assertEquals("$4 ==> \"made here\"", answers.getLast());
    }

    @Test
    void aLoadThatIsTypedIsWeighedInAnotherJvm() throws Exception {
        var answers = answers(House.root().resolve("lib/test/fixtures/chapter0.java"), """
            int more = 10_000;
            static Gate held(int tasks) throws Exception {
                var gate = new Gate(tasks);
                for (int i = 0; i < tasks; i++)
                    Thread.startVirtualThread(() -> {
                        var kept = new byte[more];
                        gate.here();
                        gate.await();
                        kept[0] = 1;
                    });
                return gate.full();
            }
            var mine = SCALE.sizes(1).java("held", n -> held(n)).weigh()
            mine.slope("held", Quantity.LIVE).get().value() > more
            mine.slope("held", Quantity.LIVE).get().value() < more + 5_000
            """.replace("SCALE", SCALE));
        assertEquals("more ==> 10000", answers.getFirst());
        assertTrue(answers.get(2).startsWith("mine ==> 200, 600, 1,000 tasks, 1 fork"), answers.toString());
        assertEquals(2, answers.stream().filter(a -> a.endsWith(" ==> true")).count(), answers.toString());
    }

    /// In JShell the chapter's own types are compiled anew, so that a value of theirs is of another class.
    @Test
    void aValueOfTheChaptersOwnTypeIsThereAsAnObject() throws Exception {
        var chapter = Files.writeString(folder.resolve("chapter9.java"), """
            //FILES chapter9.java
            import module java.base;

            /// # Types of its own
            void main(String... args) { }

            /// ## A type
            record Pair(int a, int b) { }

            /// ## A number
            static final int MORE = 3;

            /// ## One of them
            Pair pair() {
                return new Pair(1, MORE);
            }

            /// ## Several
            List<Integer> several(Pair pair) {
                return List.of(pair.a(), pair.b());
            }

            /// ## One
            int one(List<Integer> several) {
                return several.getFirst();
            }
            """);
        var answers = answers(chapter, """
            pair
            pair().b() + several.getLast() + one
            """);
        assertEquals(List.of("pair ==> Pair[a=1, b=3]", "$2 ==> 7"), answers);
    }

    /// What the welcome invites to type, sent through a pipe.
    @Test
    void thePlaygroundAnswersOnAPipe() throws Exception {
        var script = House.root().resolve("lib/playground.java");
        var typed = House.read("lib/playground.java").lines().filter(l -> l.matches("      [a-z ]{10}  \\S.*"))
            .map(l -> l.substring(18).replace("buffers(n))", "buffers(n), 200, 1_000)")).toList();
        assertEquals(6, typed.size(), typed.toString());
        var in = Files.write(folder.resolve("typed.txt"), typed);
        Path out = folder.resolve("out.txt"), err = folder.resolve("err.txt");
        var process = new ProcessBuilder(Built.of(script)
            .command(script, List.of(), List.of())).directory(folder.toFile())
            .redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS), "it ends with its input");
        assertEquals("", Files.readString(err));
        var said = Files.readString(out);
        for (var answer : List.of("static Gate buffers(int tasks)", "mine ==> 200, 1,000 tasks, 3 forks", "table ==> ",
            "chart ==> ", "Resident memory, less that of the empty process", "Bytes of one more task, live bytes"))
            assertTrue(said.contains(answer), answer + " is not in " + said);
        assertFalse(said.contains("\033") || said.toLowerCase().contains("warning") || said.contains("|  E"), said);
    }

    /// What the shell answers, line by line, when it opens behind the chapter's last cell.
    private List<String> answers(Path chapter, String typed) throws Exception {
        var type = Built.of(chapter).load();
        var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        var run = new Run(Edition.built(lookup, ChapterSource::read), List.of());
        run.run(Selection.all(), SILENT);
        var said = new ByteArrayOutputStream();
        Shell.open(JShellSession.setting(run), new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(said, true, StandardCharsets.UTF_8));
        var text = said.toString(StandardCharsets.UTF_8);
        assertFalse(text.contains("\033") || text.toLowerCase().contains("warning"), text);
        return text.lines().toList();
    }
}

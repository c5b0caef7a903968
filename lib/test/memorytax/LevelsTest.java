package memorytax;

import memorytax.cli.Commands;
import memorytax.notebook.Notes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Exercises of three levels: how they are picked, and where their solver is led. Nothing is weighed.
class LevelsTest {
    private static final String CHAPTER = """
        //FILES chapter9.java
        //FILES solutions/chapter9_one.java=one.java
        import module java.base;
        import memorytax.claim.*;
        import memorytax.measure.result.*;

        /// # A title
        void main(String... args) throws Exception {
            memorytax.Notebook.of(MethodHandles.lookup()).run(args);
        }

        /// ## Easier: one
        static int one() { return 1; }
        /// ## One?
        Check isOne() { return checked(one()); }
        /// ## Exercise: two
        static int two() { return 2; }
        /// ## Two?
        Check isTwo() { return checked(two()); }
        /// ## Harder: three
        static int three() { return 9; }
        /// ## Three?
        Check isThree() { return checked(three()); }

        static Check checked(int yours) {
            var here = new Weighing(new Contender("yours", "java", ""), 1, Map.of(), 1, Optional.empty(),
                Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), new Outcome.Weighed());
            return Check.of(new Weighings("s", List.of(here)))
                .below("things", "", 3, Optional.of(new Measured(yours, yours, yours, true)));
        }
        """;
    @TempDir
    private static Path folder;
    private static Class<?> chapter;

    @BeforeAll
    static void build() throws Exception {
        Files.writeString(folder.resolve("one.java"), """
            /// ## Why
            ///
            /// Because.
            static int one() { return 0; }
            """);
        chapter = Built.of(Files.writeString(folder.resolve("chapter9.java"), CHAPTER)).load();
    }

    private static Said say(String out, String... args) throws IllegalAccessException {
        var lookup = MethodHandles.privateLookupIn(chapter, MethodHandles.lookup());
        var all = Stream.concat(Stream.of(args), Stream.of("--out", folder.resolve(out).toString()));
        return Printed.by(() -> Commands.run(lookup, all.toArray(String[]::new)));
    }

    @Test
    void whoHasSolvedOneIsLedToTheNextThatIsOpen() throws Exception {
        var easier = say("led", "--exercise", "easier");
        assertEquals(0, easier.exit(), easier.out());
        assertTrue(easier.out().matches("(?s).*Easier: one ─.*✓ solved · easier\n.*"
            + "\n Solved\\. Next: ./jbang chapter9 --exercise exercise\n.*"), easier.out());
        assertFalse(easier.out().contains("Exercise: two"), easier.out());
        var usual = say("led", "--exercise", "exercise");
        assertTrue(usual.out().contains("\n Solved. Harder: ./jbang chapter9 --exercise harder\n"), usual.out());
        assertTrue(say("led", "--exercise", "easier").out().contains("\n Solved. Harder: "), "two is solved by now");
        var harder = say("led", "--exercise", "harder");
        assertTrue(harder.out().contains("✗ not yet") && harder.exit() == 1, harder.out());
        assertTrue(harder.out().endsWith(" Hint:    ./jbang chapter9 --exercise harder --hint\n"), harder.out());
    }

    @Test
    void whatIsSolvedWithOtherNumbersOfTasksIsNotNoted() throws Exception {
        var said = say("tasks", "--exercise", "easier", "--tasks", "5").out();
        assertTrue(said.contains("✓ solved") && said.contains("Run it without --tasks"), said);
        assertTrue(Notes.in(folder.resolve("tasks")).of("chapter9").isEmpty(), said);
    }

    /// It runs in the workbook's own process: there is nobody else to tell it.
    @Test
    void aMethodThatEndsTheWorkbookIsTold() throws Exception {
        var file = Files.writeString(Files.createDirectory(folder.resolve("ends")).resolve("chapter9.java"),
            CHAPTER.replace("//FILES solutions/chapter9_one.java=one.java\n", "")
                .replace("{ return 1; }", "{ System.exit(0); return 1; }"));
        var said = Said.by(Built.of(file).command(file, List.of(), List.of("--exercise", "easier")), folder);
        assertEquals("chapter9: That is a trick: your method ended the workbook (System.exit). It passes no check.\n",
            said.err());
        assertFalse(said.out().contains("solved"), said.out());
    }

    @Test
    void allOfThemComeInOrderAndNobodyIsLedToWhatComesAnyway() throws Exception {
        var all = say("all", "--exercise").out();
        assertTrue(all.matches("(?s).*Easier: one.*Exercise: two.*Harder: three.*"), all);
        assertFalse(all.contains("Solved."), all);
    }

    @Test
    void aListHasTheirLevels() throws Exception {
        var cells = say("list", "--exercise", "harder", "--list").out().lines().filter(l -> l.startsWith("  "))
            .map(l -> l.strip().replaceAll(" +", " ")).toList();
        assertEquals(List.of("three Harder: three", "isThree harder Three?"), cells);
        var list = say("list", "--list").out();
        assertTrue(list.contains("  isOne ") && list.contains(" easier "), list);
    }

    @Test
    void whatIsLeftToTheReaderSaysHowToTryIt() throws Exception {
        var said = say("left", "--all").out();
        assertTrue(said.contains("yours to solve: ./jbang chapter9 --exercise easier"), said);
        var page = Files.readString(folder.resolve("left/chapter9.html"));
        assertTrue(page.contains("<code>./jbang chapter9 --exercise harder</code>"), page);
    }

    @Test
    void anUnknownOneIsALineThatListsThem() throws Exception {
        assertEquals(new Said(2, "", "chapter9: --exercise: chapter9 has no exercise \"four\"; it has easier (one or "
            + "isOne), exercise (two or isTwo), harder (three or isThree) (--help shows all options)\n"),
            say("unknown", "--exercise", "four"));
    }
}

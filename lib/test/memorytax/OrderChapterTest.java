package memorytax;

import memorytax.cli.Commands;
import memorytax.notebook.Notes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter that asks for an order, on a pipe and on a terminal.
class OrderChapterTest {
    private static final Path CHAPTER = House.root().resolve("lib/test/fixtures/sorting.java");
    @TempDir
    private Path folder;

    private Said said(String answer, String... more) throws Exception {
        var file = Files.writeString(folder.resolve("answers.txt"), "order=" + answer + "\n");
        var lookup = MethodHandles.privateLookupIn(Built.of(CHAPTER).load(), MethodHandles.lookup());
        var args = new String[]{"--out", folder.resolve("out").toString(), "--answers", file.toString()};
        var all = Stream.of(args, more).flatMap(Stream::of).toArray(String[]::new);
        return Printed.by(() -> Commands.run(lookup, all));
    }

    @Test
    void anAnswerInAFileIsComparedAndNoted() throws Exception {
        var said = said("2 4 1 3", "--all");
        assertEquals(0, said.exit(), said.err());
        assertTrue(said.out().contains("Your guess: goroutines, virtual threads (warmed), asyncio tasks, processes"),
            said.out());
        assertTrue(said.out().replaceAll("\\s+", " ").contains("4 of 6 pairs are in the right order. You put "
            + "goroutines before virtual threads (warmed), and goroutines cost twice as much."), said.out());
        assertTrue(said.out().contains("4 of 6 pairs right"), "among all guesses: " + said.out());
        assertEquals("goroutines, virtual threads (warmed), asyncio tasks, processes",
            Notes.in(folder.resolve("out")).of("sorting").get("answer.order"));
        assertTrue(Files.readString(folder.resolve("out/sorting.html")).contains("4 of 6 pairs are in the right "));
        assertTrue(said("", "--all").out().contains("4 of 6 pairs right"), "the answer holds for the next time");
    }

    @Test
    void aBadOrderIsRefused() throws Exception {
        var said = said("2414", "--all");
        assertEquals(2, said.exit());
        assertTrue(said.err().startsWith("sorting: --answers: order: \"2414\": virtual threads (warmed) is named "
            + "twice; allowed: the numbers 1 to 4 in your order, ") && said.err().lines().count() == 1, said.err());
    }

    /// What costs about the same is no surprise; what was left out is.
    @Test
    void inAHurryAllIsShownOfAnOrderThatIsFarOff() throws Exception {
        assertFalse(said("1423", "--fast").out().contains("The intervals of two kinds overlap."));
        for (var far : new String[]{"3142", "4-"})
            assertTrue(said(far, "--fast").out().contains("The intervals of two kinds overlap."), far);
    }

    @Test
    void onATerminalTheThingsAreListedWithNumbers() throws Exception {
        try (var seat = new TerminalSession(folder, CHAPTER, 80, 40)) {
            var first = seat.start();
            assertTrue(first.contains("  1  asyncio tasks") && first.contains("  4  virtual threads (warmed)"), first);
            seat.enter("423", "\"423\": asyncio tasks is missing; allowed: the numbers 1 to 4");
            seat.enter("vir, a -", "Your guess: virtual threads \\(warmed\\), asyncio tasks, the rest");
            seat.press("Enter", "Measured ─");
            var compared = seat.press("Enter", "Compared ─");
            assertTrue(compared.contains("your order") && compared.contains("Dotted lines: what you left unordered"),
                compared);
            seat.end("q", 0);
        }
    }
}

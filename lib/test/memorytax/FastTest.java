package memorytax;

import memorytax.cli.Commands;
import memorytax.notebook.Notes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `--fast` on a pipe: what was guessed decides what is shown.
class FastTest {
    private static final Path CHAPTER = House.root().resolve("lib/test/fixtures/hurry.java");
    @TempDir
    private Path folder;

    private String said(String answers, String... more) throws Exception {
        var file = Files.writeString(folder.resolve("answers.txt"), answers);
        var args = new ArrayList<>(List.of("--fast", "--out", folder.resolve("out").toString()));
        if (!answers.isEmpty()) args.addAll(List.of("--answers", file.toString()));
        args.addAll(List.of(more));
        var lookup = MethodHandles.privateLookupIn(Built.of(CHAPTER).load(), MethodHandles.lookup());
        var said = Printed.by(() -> Commands.run(lookup, args.toArray(String[]::new)));
        assertEquals("", said.err());
        assertEquals(0, said.exit());
        return said.out();
    }

    /// The headings, each with `[` before those of cells in full, in the order in which they come.
    private static List<String> cells(String said) {
        return said.lines().filter(l -> l.matches(" [ \\d]\\d  [A-Z].*| .* ─+ \\d+/11")).map(l -> l.contains("──")
            ? "[" + l.replaceFirst(" ─.*", "").strip() : l.strip().replaceFirst("^\\d+ +", "")).toList();
    }

    @Test
    void whatWasGuessedRightIsALine() throws Exception {
        var said = said("perTask=2 KB\nwhich=nyn\n");
        assertEquals(List.of("[How much?", "[Which cases?", "The load",
            "Weighed  2 KB guessed, 1.0 KB measured ✓", "Why a kilobyte  It is 1024 bytes.",
            "Counted  3 of 3 right ✓", "Compared  2 KB guessed, 1.0 KB measured ✓; 3 of 3 right ✓",
            "An aside  It is 7 of something.", "Yours", "[The verdict", "[What to take to work"), cells(said));
        assertTrue(said.contains("\n Fast: 2 of 9 cells in full; ./jbang hurry shows all.\n"), said);
        assertFalse(said.contains("A kilobyte. Expect no less."), said);
        assertTrue(said.contains("How many bytes does one task need?"), "the prose of a question: " + said);
    }

    @Test
    void aNumberThatIsFarOffBringsWhatItIsAboutAndWhatExplainsIt() throws Exception {
        var said = said("perTask=2100\nwhich=nyn\n");
        assertEquals(List.of("[How much?", "[Which cases?", "The load", "[Weighed", "[Why a kilobyte",
            "Counted  3 of 3 right ✓", "[Compared", "An aside  It is 7 of something.", "Yours", "[The verdict",
            "[What to take to work"), cells(said));
        assertTrue(said.contains("You said 2,100 B, the scale says 1.0 KB: 2.1 times too much."), said);
        assertTrue(said.contains("A kilobyte. Expect no less.") && said.contains("Double weighed() {"), said);
        assertTrue(said.contains("\n Fast: 5 of 9 cells in full;"), said);
    }

    @Test
    void oneWrongCaseOrOnePassedIsEnough() throws Exception {
        for (var row : List.of("yyn", "ny-")) {
            var said = said("perTask=1 KB\nwhich=" + row + "\n");
            assertTrue(cells(said).containsAll(List.of("Weighed  1 KB guessed, 1.0 KB measured ✓", "[Counted",
                "[Compared")), row + " " + cells(said));
        }
    }

    @Test
    void withoutAGuessAllOfItIsShown() throws Exception {
        var said = said("");
        assertEquals(List.of("[How much?", "[Which cases?", "The load", "[Weighed", "[Why a kilobyte", "[Counted",
            "[Compared", "An aside  It is 7 of something.", "Yours", "[The verdict", "[What to take to work"),
            cells(said));
    }

    /// The page has every cell; the answers are noted and hold for the next time; the place is not noted.
    @Test
    void thePageIsWholeAndTheNotesHaveTheAnswers() throws Exception {
        said("perTask=2 KB\nwhich=nyn\n");
        var page = Files.readString(folder.resolve("out/hurry.html"));
        for (var part : List.of("A kilobyte. Expect no less.", "An exhibit behind the verdict.", "No guess is about"))
            assertTrue(page.contains(part), part);
        assertFalse(page.contains("Not run this time"), page);
        var table = Files.readAllLines(folder.resolve("out/hurry/compared.csv"));
        assertEquals(List.of("case,your guess,measured,your guess is", "stays,no,\"no, 0 B\",right",
            "\"goes, now and then\",yes,\"yes, 24 B\",right", "comes,no,\"no, 0 B\",right"), table);
        var notes = Notes.in(folder.resolve("out")).of("hurry");
        assertEquals("nyn", notes.get("answer.which"));
        assertEquals("nyn", notes.get("scale.which"));
        assertFalse(notes.containsKey("place"), notes.toString());
        assertTrue(notes.containsKey("done"), notes.toString());
        assertTrue(cells(said("")).contains("Counted  3 of 3 right ✓"), "from the notes");
    }

    @Test
    void recordedItIsTheSame() throws Exception {
        var chapter = House.root().resolve("chapters/chapter3.java");
        var lookup = MethodHandles.privateLookupIn(Built.of(chapter).load(), MethodHandles.lookup());
        var answers = Files.writeString(folder.resolve("three.txt"), "takesBytes=nnnnyynynyyn\nhandedOver=100\n");
        var said = Printed.by(() -> Commands.run(lookup, "--fast", "--recorded", "--out", folder.resolve("out") + "",
            "--answers", answers.toString()));
        assertEquals(0, said.exit(), said.err());
        var lines = said.out().lines().toList();
        assertTrue(lines.stream().anyMatch(l -> l.startsWith(" Run all cases in four JVMs ─")), said.out());
        assertTrue(lines.stream().anyMatch(l -> l.startsWith(" Why a case takes bytes, or none ─")), said.out());
        assertTrue(lines.stream().anyMatch(l -> l.contains("12 of 12 right.")), said.out());
        assertTrue(lines.stream().anyMatch(l -> l.matches(
            " \\d\\d  Weigh the tasks with their buffers  .*B to .* KB for one task")), said.out());
        assertTrue(lines.stream().anyMatch(l -> l.matches(" Fast: \\d of \\d\\d cells in full; ./jbang chapter3 .*")),
            said.out());
    }

    @Test
    void aTerminalStopsBehindEachCellInFullAndKeysLeadBack() throws Exception {
        try (var seat = new TerminalSession(folder, CHAPTER, 80, 24)) {
            var first = seat.start("--fast");
            assertTrue(first.contains(" How much? ─") && !first.contains("The load"), first);
            seat.enter("2 KB", "Your guess: 2 KB");
            var cases = seat.press("Enter", "Which cases\\?.*y or n for each case");
            assertTrue(cases.contains("  2  goes, now and then"), cases);
            seat.enter("ny", "\"ny\" is not an answer here; allowed: 3 letters.*that is 2");
            seat.enter("c", "your guess ▸ c");
            assertEquals("  1  stays               y yes  n no  ⏎ pass  q quit", seat.prompt().stripTrailing());
            seat.press("y", "1  stays +yes");
            seat.press("y", "2  goes, now and then +yes");
            seat.press("n", "3  comes +no\\n.*case +your guess\\n stays +yes");
            var lines = seat.press("Enter", "Counted ─");
            assertTrue(lines.contains("\n  1  The load\n  2  Weighed  2 KB guessed, 1.0 KB measured ✓\n"), lines);
            assertTrue(seat.press("l", "takeToWork").contains("  2 ✓ Weighed"), "can be gone back to");
            seat.press("/", "Type words");
            seat.enter("2", "Weighed ─.*A kilobyte. Expect no less");
            seat.press("Enter", "Counted ─");
            seat.press("b", "Why a kilobyte ─.*It explains that");
            seat.press("Enter", "Counted ─");
            seat.press("Enter", "Compared ─.*2 of 3 right");
            var last = seat.press("Enter", "The verdict ─");
            assertTrue(last.contains("  8  An aside  It is 7 of something."), last);
            seat.end("q", 0);
            var end = seat.terminal.screen();
            assertTrue(end.contains(" Fast: 5 of 9 cells in full; ./jbang hurry shows all."), end);
        }
    }

    @Test
    void whoLeavesAtAQuestionIsToldHowToGoOn() throws IOException {
        try (var seat = new TerminalSession(folder, CHAPTER, 80, 24)) {
            seat.start("--fast");
            seat.enter("2 KB", "Your guess: 2 KB");
            seat.press("Enter", "Which cases");
            seat.terminal.type("q");
            seat.end("Enter", 0);
            var end = seat.terminal.screen();
            assertTrue(end.contains(" Go on:   ./jbang hurry --fast   your guesses are kept"), end);
            assertFalse(end.contains("Next:"), end);
        }
    }
}

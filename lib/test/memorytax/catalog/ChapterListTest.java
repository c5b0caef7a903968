package memorytax.catalog;

import memorytax.Printed;
import memorytax.cli.Workbook;
import memorytax.notebook.Notes;
import memorytax.notebook.source.ChapterSource;
import memorytax.terminal.result.TerminalChapterList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChapterListTest {
    private static final String BODY = """
        /// # A title
        void main(String... args) { }
        /// ## The growth
        String growth() { return ""; }
        /// ## Lighter
        memorytax.claim.Check lighter() { return null; }
        /// ## Fewer
        Check fewer() { return null; }
        """;
    @TempDir
    private Path root;
    private Path out;

    /// Eight chapters; the last is not Java, and has something else in its line.
    @BeforeEach
    void shelve() throws IOException {
        out = root.resolve("out");
        Files.createDirectory(root.resolve("chapters"));
        for (int n = 1; n <= 7; n++)
            chapter(n, "//DESCRIPTION Chapter " + n + ": what is weighed here. And why?\n" + BODY);
        chapter(8, "//DESCRIPTION choosing, " + "and going on and on ".repeat(6) + "\nvoid main( {");
        Files.writeString(root.resolve("jbang-catalog.json"), IntStream.rangeClosed(1, 9).mapToObj(n -> """
            "chapter%1$d": { "description": "it", "script-ref": "chapters/chapter%1$d.java" },
            "chapter%1$d.java": { "script-ref": "chapters/chapter%1$d.java" }""".formatted(n))
            .collect(Collectors.joining(",", "{ \"aliases\": {", "} }")));
    }

    private void chapter(int number, String source) throws IOException {
        Files.writeString(root.resolve("chapters/chapter" + number + ".java"), source);
    }

    private ChapterList shelf() {
        return ChapterList.of(Catalog.in(root), Notes.in(out), ChapterSource::read);
    }

    private static List<String> text(ChapterList shelf, int width) {
        return TerminalChapterList.draw(shelf, width).stream().map(line -> line.toString().stripTrailing()).toList();
    }

    @Test
    void everyStateFitsOnOneScreen() {
        var notes = Notes.in(out);
        var verdicts = "Of 11 claims 3 hold, 1 holds only if, 6 are refuted, 1 is not measured.";
        notes.put("chapter2", Map.of("place", "growth", "exercise.fewer", "tried"));
        notes.put("chapter3", Map.of("done", "2026-11-24", "verdicts", verdicts, "exercise.fewer", "solved",
            "exercise.lighter", "solved"));
        notes.put("chapter4", Map.of("done", "2026-11-25", "place", "growth", "exercise.lighter", "solved"));
        notes.put("chapter5", Map.of("place", "gone", "verdicts", "1 holds"));
        notes.put("chapter6", Map.of("answer.perTask", "20 KB"));
        notes.put("chapter8", Map.of("done", "2026-11-26", "exercise.lighter", "solved"));
        var lines = text(shelf(), 80);
        assertTrue(lines.size() + 2 <= 23, "with what to type next, and the shell's prompt");
        assertEquals(List.of(), lines.stream().filter(l -> l.length() > 80).toList());
        assertEquals(List.of("", " You have not guessed anything yet.", ""),
            lines.subList(lines.size() - 3, lines.size()));
        var body = lines.subList(2, lines.size() - 3).stream()
            .map(l -> l.replaceAll("[\\d.]+ \\w+ to measure( · )?", "")
                .replaceAll("( (and|an?|going?|goi?|on?))+ *…", "…")
                .strip().replaceAll(" +", " ")).toList();
        assertEquals("""
            1 What is weighed here. And why?
            ▸ 2 What is weighed here. And why?
            stopped at “The growth” · 0 of 2 exercises
            ✓ 3 What is weighed here. And why? done 2026-11-24
            2 of 2 exercises · 3 hold, 1 under a condition, 6 refuted, 1 not measured
            ✓ 4 What is weighed here. And why? done 2026-11-25
            read again up to “The growth” · 1 of 2 exercises
            ▸ 5 What is weighed here. And why?
            stopped at “gone” · 0 of 2 exercises · 1 holds
            6 What is weighed here. And why?
            0 of 2 exercises
            7 What is weighed here. And why?
            ✓ 8 Choosing,… done 2026-11-26
            """.lines().toList(), body.subList(0, body.size() - 1));
        assertTrue(body.getLast().contains("chapter8.java:2: ") && body.getLast().endsWith("1 of 1 exercise"),
            body.getLast());
        assertTrue(lines.getFirst().endsWith("3 of 8 done"), lines.getFirst());
        assertEquals(List.of(), text(shelf(), 40).stream().filter(l -> l.length() > 40).toList());
    }

    @Test
    void theGuessesOfAllChaptersAreSummedUpBelowTheList() {
        var notes = Notes.in(out);
        for (int n = 1; n <= 3; n++) notes.put("chapter" + n, Map.of("answer.size", "20 KB", "scale.size", "1024.0",
            "label.size", "one task", "unit.size", "B"));
        var lines = text(shelf(), 60);
        var all = String.join(" ", lines).replaceAll(" +", " ");
        assertTrue(all.contains("All 3 of your guesses of sizes are more than 25 % too high; their median is 20 times "
            + "too much."), all);
        assertEquals(List.of(), lines.stream().filter(l -> l.length() > 60).toList());
    }

    @Test
    void whatIsNextFollowsFromTheNotes() {
        var notes = Notes.in(out);
        assertEquals(Optional.of("./jbang chapter1"), shelf().next());
        var half = Map.of("done", "2026-11-24", "exercise.lighter", "solved");
        for (int n = 1; n <= 8; n++) notes.put("chapter" + n, half);
        notes.forget("chapter7");
        assertEquals(Optional.of("./jbang chapter7"), shelf().next());
        notes.put("chapter7", Map.of("place", "growth"));
        assertEquals(Optional.of("./jbang chapter7, at “The growth”"), shelf().next());
        notes.put("chapter7", Map.of("place", ""));
        assertEquals(Optional.of("./jbang chapter7"), shelf().next());
        notes.put("chapter7", half);
        for (int n = 1; n <= 8; n++) notes.put("chapter" + n, Map.of("exercise.fewer", n == 2 ? "tried" : "solved"));
        assertEquals(Optional.of("./jbang chapter2 --exercise"), shelf().next());
        notes.put("chapter2", Map.of("exercise.fewer", "solved"));
        assertEquals(Optional.empty(), shelf().next());
    }

    /// Where headings tell the levels, so does the list.
    @Test
    void whatIsSolvedAndWhatIsNextHaveTheirLevels() throws IOException {
        for (int n = 1; n <= 8; n++) chapter(n, """
            /// # A title
            void main(String... args) { }
            /// ## Easier: one
            static int one() { return 1; }
            /// ## One?
            Check isOne() { return on(one()); }
            /// ## Exercise: two
            static int two() { return 2; }
            /// ## Two?
            Check isTwo() { return on(two()); }
            """);
        var notes = Notes.in(out);
        for (int n = 1; n <= 8; n++) notes.put("chapter" + n, Map.of("done", "2026-11-24", "exercise.isOne", "solved",
            "exercise.isTwo", n == 2 ? "tried" : "solved"));
        assertEquals(Optional.of("./jbang chapter2 --exercise exercise"), shelf().next());
        var lines = text(shelf(), 80);
        assertTrue(lines.contains("      1 of 2 exercises (easier)"), String.join("\n", lines));
        assertTrue(lines.contains("      2 of 2 exercises"), String.join("\n", lines));
    }

    @Test
    void withoutTheFilesWhatIsKnownIsListed() throws IOException {
        Files.delete(root.resolve("jbang-catalog.json"));
        Notes.in(out).put("chapter1", Map.of("place", "growth", "exercise.light", "solved", "exercise.few", "tried"));
        var lines = text(shelf(), 80);
        assertTrue(lines.get(2).startsWith(" ▸  1 Idle tasks"), lines.get(2));
        assertEquals("      stopped at “growth” · 1 of 2 exercises", lines.get(3));
    }

    /// The command: whatever lies in the folder, it is a list, and a line about it.
    @Test
    void theCommandListsAndForgets() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("notes.properties"), "version=1\nhello");
        var listed = said(0, "--out", out.toString());
        var trouble = "\n ✗ notes.properties was damaged; the old file is now notes-set-aside-1.properties\n"
            + " Next: ./jbang ";
        assertTrue(listed.contains(trouble), listed);
        Notes.in(out).put("chapter1", Map.of("place", "growth"));
        var next = "\n Next: ./jbang chapter1, at “How memory grows with the number of tasks”\n";
        assertTrue(said(0, "--out", out.toString()).contains(next));
        var forgets = " Deleting your notes on chapter1 in " + out;
        assertTrue(said(0, "--reset", "--out", out.toString()).contains(forgets));
        assertTrue(said(0, "--reset", "--out", out.toString()).contains(" There are no notes in " + out));
        assertEquals(Map.of(), Notes.in(out).of("chapter1"));
        assertTrue(said(0, "--glossary").contains(" resident: The memory of a process that is in RAM now (RSS)."));
    }

    @Test
    void theCommandWritesTheCheatSheetAndTheIndexLinksToIt() throws IOException {
        Files.createDirectories(out);
        assertEquals(" Written: " + out.resolve("cheatsheet.html") + "\n", said(0, "--cheatsheet", "--out", "" + out));
        assertTrue(Files.readString(out.resolve("cheatsheet.html")).contains("What to take to work"));
        assertFalse(Files.exists(out.resolve("index.html")), "there is nothing to link from");
        Files.writeString(out.resolve("index.html"), "an older one");
        said(0, "--cheatsheet", "--out", out.toString());
        assertTrue(Files.readString(out.resolve("index.html")).contains("<a href=\"cheatsheet.html\">"));
    }

    @Test
    void whatCannotBeMeantIsSaidInOneLine() {
        var file = root.resolve("jbang-catalog.json").toString();
        for (var wrong : List.of("--nope", "chapter1", "--prepare --reset", "--out", "--out " + file)) {
            var line = said(2, wrong.split(" "));
            assertEquals(1, line.lines().count(), line);
            assertTrue(line.startsWith("workbook: ") && line.contains(wrong.split(" ")[0]), line);
        }
        var help = said(0, "--help");
        for (var option : List.of("--prepare", "--cheatsheet", "--reset", "--out", "--help"))
            assertTrue(help.contains(option), help);
        assertTrue(help.lines().allMatch(l -> l.length() <= 80), help);
    }

    /// What the command prints, on either stream.
    private static String said(int exit, String... args) {
        var said = Printed.by(() -> Workbook.run(args));
        assertEquals(exit, said.exit(), Arrays.toString(args));
        return said.out() + said.err();
    }
}

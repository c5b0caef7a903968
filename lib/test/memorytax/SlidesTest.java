package memorytax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A chapter in front of a room, and one that nobody sits at.
class SlidesTest {
    @TempDir
    private Path folder;

    @Test
    void aSlideHasTheScreenForItself() throws Exception {
        try (var seat = new TerminalSession(folder, TerminalSession.fixture(), 80, 24)) {
            seat.begin("--slides", "--forks", "1");
            var title = seat.waits("the title", "A chapter to be read");
            assertEquals(" ⏎ begin  q quit", seat.prompt());
            assertTrue(title.contains(" ████  ") && title.contains(" A chapter to be read with the keys.\n")
                && !title.contains("It weighs") && !title.contains("Gate"), title);
            var load = seat.turn("Enter", "Threads that wait.*return gate.full.* 1 of 9 · Small steps .*min · \\d\\d:");
            assertFalse(load.contains("nothing lies"), load);
            seat.turn("Enter", "How many bytes does one more.*press Enter to pass");
            seat.turnOn("1 KB", "Your guess: 1 KB.* 2 of 9 · Small steps");
            seat.turn("Enter", "Which of these is dearer.*press Enter to pass");
            seat.turnOn("1", "Your guess: virtual threads.* 3 of 9 ");
            var measuring = seat.turn("Enter", "Two sizes.*return scale.sizes.* 4 of 9 ");
            assertEquals(" ⏎ the result  q quit", seat.prompt());
            assertFalse(measuring.contains("baseline"), measuring);
            var weighed = seat.turn("Enter", "virtual threads .* 200 .* 4 of 9 ");
            assertFalse(weighed.contains("scale.sizes"), weighed);
            var chart = seat.turn("Enter", "A picture of it.*● virtual threads.* 5 of 9 ");
            assertFalse(chart.contains("Charts.growth"), chart);
            seat.turn("m", "A picture of it.*return Charts.growth.*● virtual threads");
            seat.turn("p", "Result of Weigh them, 4 of 9.*virtual threads .* 200 ");
            seat.turn("Enter", "Charts.growth.*● virtual threads");
            seat.terminal.type("9");
            seat.turn("Enter", "yours to solve.* 9 of 9 ");
            seat.turn("l", " 7 – You and the scale .* 9 ▸ Are they few.*– skipped, and not run");
            seat.turn("b", "Charts.growth.* 5 of 9 ");
            seat.longest(80);
            seat.end("q", 0);
        }
    }

    /// The same slides on a large screen, without colour.
    @Test
    void aLargeScreenIsUsed() throws Exception {
        try (var seat = new TerminalSession(folder, TerminalSession.fixture(), 200, 50)) {
            seat.start("--slides", "--forks", "1", "--only", "growth");
            seat.waits("the chart", "A picture of it.*● virtual threads");
            var rows = seat.terminal.screen().lines().toList();
            assertTrue(rows.stream().filter(row -> row.contains("│") || row.contains("┤")).count() > 25,
                "the chart is as high as the screen: " + String.join("\n", rows));
            assertTrue(seat.longest(200) > 190);
            seat.end("q", 0);
        }
    }

    @Test
    void answersComeFromAFileWhereNobodyCanBeAsked() throws Exception {
        var said = say("perTask=2 KB\ndearer=2\n");
        assertEquals("", said.err());
        assertEquals(0, said.exit());
        for (var answer : List.of("2 KB", "goroutines"))
            assertTrue(said.out().contains("\n Your guess: " + answer + "\n"), said.out());
        assertFalse(said.out().contains("▸") || said.out().contains("\033"), "nobody is asked: " + said.out());
    }

    @Test
    void anAnswerThatDoesNotFitIsALineThatNamesItsStep() throws Exception {
        var said = say("perTask=much\n");
        assertEquals(2, said.exit());
        assertEquals("", said.out());
        assertEquals("stepping: --answers: perTask: \"much\" is not an answer here; allowed: more than zero bytes, "
            + "like 800 B or 1.5 KB (--help shows all options)\n", said.err());
    }

    private Said say(String answers) throws Exception {
        var built = Built.of(TerminalSession.fixture());
        var file = Files.writeString(folder.resolve("answers.txt"), answers);
        return Said.by(built.command(TerminalSession.fixture(), List.of(),
            List.of("--forks", "1", "--tasks", "50,100", "--answers", file.toString())), folder);
    }
}

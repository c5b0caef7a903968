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
    void aSlideHasTheScreenForItselfUnderWideLetters() throws Exception {
        try (var seat = new TerminalSession(folder, TerminalSession.fixture(), 80, 24)) {
            var title = seat.start("--slides", "--forks", "1");
            assertTrue(title.contains("\n Ｓｍａｌｌ　ｓｔｅｐｓ\n") && !title.contains("Gate"), title);
            var load = seat.turn("Enter", "Ｔｈｅ　ｌｏａｄ.*return gate.full");
            assertTrue(load.strip().startsWith("Small steps  1/9\n\n Ｔｈｅ　ｌｏａｄ\n"), load);
            var question = seat.turn("Enter", "Ｈｏｗ　ｍｕｃｈ？.*press Enter to pass");
            assertTrue(question.matches("\n{3,12} Small steps  2/9(?s:.*)"), "a little above the middle: " + question);
            seat.enter("1 KB", "Your guess: 1 KB");
            seat.turn("Enter", "Ｗｈｉｃｈ？.*press Enter to pass");
            seat.enter("1", "Your guess: virtual threads");
            seat.turn("Enter", "Ｗｅｉｇｈ　ｔｈｅｍ.*virtual threads .* 200 ");
            seat.turn("Enter", "Ｇｒｏｗｔｈ.*return Charts.growth");
            assertEquals(" ⏎ the result  q quit", seat.prompt());
            var chart = seat.turn("Enter", "Ｇｒｏｗｔｈ.*● virtual threads");
            assertFalse(chart.contains("return Charts") || chart.contains("A picture"), chart);
            assertEquals(" ⏎ what it means  q quit", seat.prompt());
            seat.turn("Enter", "Ｇｒｏｗｔｈ.*A picture of it");
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

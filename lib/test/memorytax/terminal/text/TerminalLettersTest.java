package memorytax.terminal.text;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static memorytax.terminal.text.TerminalLines.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TerminalLettersTest {

    private static Optional<String> draw(String text, int columns, int most, boolean blocks) {
        return TerminalLetters.draw(text, new TerminalRoom(columns, 24, blocks), most, PLAIN).map(lines ->
            lines.stream().map(AttributedString::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void twoPixelsStandInOneCharacter() {
        var drawn = draw("Ay 51 KB", 40, 4, true).orElseThrow();
        assertEquals(3, drawn.lines().count());
        assertTrue(drawn.startsWith("▄▀▄"), drawn);
    }

    @Test
    void whereThereIsRoomAPixelIsTwoCharacters() {
        var drawn = draw("To", 40, 8, true).orElseThrow();
        assertEquals("""
            ██████
              ██      ██
              ██    ██  ██
              ██    ██  ██
              ██      ██""", drawn);
    }

    /// A character set without half blocks gets one sign for a pixel, which the screen writes as `#`.
    @Test
    void withoutHalfBlocksAPixelIsACharacter() {
        var drawn = draw("To", 9, 6, false).orElseThrow();
        assertEquals("""
            ███
             █   █
             █  █ █
             █  █ █
             █   █""", drawn);
        assertEquals(-1, drawn.indexOf('▀'));
    }

    @Test
    void linesAreBrokenBetweenWords() {
        var drawn = draw("Weigh them", 24, 8, true).orElseThrow().lines().toList();
        assertEquals(6, drawn.size());
        assertTrue(drawn.stream().allMatch(line -> line.length() <= 24), drawn.toString());
    }

    @Test
    void whatHasNoRoomOrNoPictureIsNotDrawn() {
        assertEquals(Optional.empty(), draw("Weigh them", 24, 4, true), "two lines of letters are too high");
        assertEquals(Optional.empty(), draw("Weighing", 20, 24, true), "a word is longer than the line");
        assertEquals(Optional.empty(), draw("Größe", 80, 24, true));
        assertEquals(Optional.empty(), draw(" ", 80, 24, true));
    }

    /// Each letter of the headings has a picture, and no two have the same.
    @Test
    void allLettersDiffer() {
        var letters = IntStream.concat(IntStream.rangeClosed('!', '~').filter(c -> "#$@&[]\\^`{|}".indexOf(c) < 0),
            IntStream.of('–', '×')).mapToObj(Character::toString).toList();
        var pictures = letters.stream().map(c -> draw(c, 40, 3, true).orElse(c + " has none")).distinct().toList();
        assertEquals(List.of(), pictures.stream().filter(p -> p.endsWith("has none")).toList());
        assertEquals(letters.size() - 1, pictures.size(), "only the hyphen and the dash are the same");
    }
}

package memorytax.terminal;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TerminalCasesTest {
    private static final List<String> CASES = List.of("stays", "goes, now and then", "comes");

    private static Optional<String> ask(Keyboard keyboard) throws IOException {
        return keyboard.at(24, screen -> new TerminalCases(screen, CASES).ask());
    }

    @Test
    void eachCaseIsAnsweredWithOneKey() throws IOException {
        var keyboard = new Keyboard("y", "\r", "N");
        assertEquals(Optional.of("y-n"), ask(keyboard));
        var shown = keyboard.shown();
        for (var line : List.of("  1  stays               yes\n", "  2  goes, now and then  passed\n",
            "  3  comes               no\n")) assertTrue(shown.contains(line), line + " is not in " + shown);
        assertTrue(shown.contains("  2  goes, now and then  y yes  n no  ⏎ pass  b back  q quit"), shown);
        assertTrue(shown.contains("  1  stays               y yes  n no  ⏎ pass  q quit"), "no way back: " + shown);
    }

    @Test
    void otherKeysMeanNothingAndBackIsOneCaseBack() throws IOException {
        assertEquals(Optional.of("nyy"), ask(new Keyboard("x", "b", "y", "n", "b", "b", "n", "y", "y")));
    }

    @Test
    void whoLeavesHasAnsweredNothing() throws IOException {
        assertEquals(Optional.empty(), ask(new Keyboard("y", "q")));
        assertEquals(Optional.empty(), ask(new Keyboard("\004")));
    }

    @Test
    void manyCasesStandInTwoColumnsWhereThereIsRoom() throws IOException {
        var many = IntStream.rangeClosed(1, 5).mapToObj("case %d"::formatted).toList();
        var lines = new Keyboard().at(24, screen -> new TerminalCases(screen, many).list()).stream()
            .map(line -> line.toString().stripTrailing()).toList();
        assertEquals(List.of("  1  case 1    4  case 4", "  2  case 2    5  case 5", "  3  case 3", ""), lines);
    }
}

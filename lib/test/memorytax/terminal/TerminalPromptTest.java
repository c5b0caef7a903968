package memorytax.terminal;

import memorytax.notebook.Navigation;
import memorytax.notebook.source.Cell;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalPromptTest {
    private static final Cell.Exhibit CELL = new Cell.Exhibit("load", "The load", "Prose.", "int load;", 1);

    @Test
    void theKeysHaveTheirWordsWhereTheseFit() throws IOException {
        assertEquals(" ⏎ next  e edit  j jshell  l list  g terms  / find  a all  q quit",
            keys(true, false, ReaderActions.Tool.EDIT, ReaderActions.Tool.SHELL));
        assertEquals(" ⏎ done  b back  r try  e edit  j jshell  h hint  s solution  l list  q quit",
            keys(false, true, ReaderActions.Tool.TRY, ReaderActions.Tool.EDIT, ReaderActions.Tool.SHELL,
                ReaderActions.Tool.HINT, ReaderActions.Tool.SOLUTION));
        assertEquals(" ⏎ next  b  r try  e edit  j jshell  h hint  s solution  l  g  /  a  q quit",
            keys(false, false, ReaderActions.Tool.TRY, ReaderActions.Tool.EDIT, ReaderActions.Tool.SHELL,
                ReaderActions.Tool.HINT, ReaderActions.Tool.SOLUTION));
    }

    private static String keys(boolean first, boolean last, ReaderActions.Tool... tools) throws IOException {
        var keyboard = new Keyboard("q");
        var turn = keyboard.at(24, screen -> new TerminalPrompt(screen, new ReaderActions() {
            @Override
            public List<Tool> tools(Cell.Documented cell) {
                return List.of(tools);
            }
        }, new TerminalContents(), new TerminalTerms()).ask(CELL, first, last, () -> { }));
        assertEquals(Navigation.QUIT, turn);
        return keyboard.shown().lines().filter(line -> line.contains("⏎")).findFirst().orElseThrow().stripTrailing();
    }
}

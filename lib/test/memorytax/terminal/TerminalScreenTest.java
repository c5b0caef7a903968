package memorytax.terminal;

import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalScreenTest {
    /// Ctrl-C gives the terminal back while something may still be drawn: that is no trouble that is worth a word.
    @Test
    void aTerminalThatHasBeenGivenBackIsNoTrouble() throws IOException {
        var terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
        var screen = TerminalScreen.on(terminal);
        terminal.close();
        assertEquals(80, screen.width());
        assertEquals(Integer.MAX_VALUE, screen.height());
        screen.write("nobody sees this");
        new ProgressBar(screen).point("goroutines × 10", 0, 9, java.util.Optional.empty());
    }
}

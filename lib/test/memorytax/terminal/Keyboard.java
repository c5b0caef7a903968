package memorytax.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A reader who presses a key whenever there is a prompt, and what was shown to that reader.
final class Keyboard {
    private final List<String> pending;
    private final PipedOutputStream pressed = new PipedOutputStream();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream() {
        private int prompts;

        @Override
        public void write(int character) {
            super.write(character);
            if (character != 't') return; // of a prompt's last word
            int quits = toString(StandardCharsets.UTF_8).split("\\bquit", -1).length - 1;
            if (quits == prompts) return;
            prompts = quits;
            press();
        }
    };

    /// @param keys in this order; to be asked once more is a failure
    Keyboard(String... keys) {
        pending = new ArrayList<>(List.of(keys));
    }

    /// Has something read on a terminal of 80 columns and so many rows.
    <T> T at(int rows, Function<TerminalScreen, T> read) throws IOException {
        return at(80, rows, read);
    }

    /// The same with so many columns.
    <T> T at(int columns, int rows, Function<TerminalScreen, T> read) throws IOException {
        try (var terminal = TerminalInkTest.terminal("xterm", new PipedInputStream(pressed), shown, columns, rows);
             var screen = TerminalScreen.on(terminal)) {
            return read.apply(screen);
        }
    }

    /// All that was shown, without colours.
    String shown() {
        return shown.toString(StandardCharsets.UTF_8).replaceAll("\033\\[[0-9;?]*[A-Za-z]", "").replace("\r", "");
    }

    /// What was on each screen, in their order: all that was shown between two times that it was cleared.
    List<String> screens() {
        return List.of(shown.toString(StandardCharsets.UTF_8).split("\033\\[2J")).stream()
            .map(screen -> screen.replaceAll("\033\\[[0-9;?]*[A-Za-z]", "").replace("\r", "")).toList();
    }

    private void press() {
        try {
            if (pending.isEmpty()) throw new AssertionError("asked for one key too many");
            pressed.write(pending.removeFirst().getBytes(StandardCharsets.UTF_8));
            pressed.flush(); // else the reader looks again in a second
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

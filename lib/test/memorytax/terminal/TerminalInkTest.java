package memorytax.terminal;

import memorytax.House;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalInkTest {
    private static final AttributedString BLUE = new AttributedString("─ a",
        AttributedStyle.BOLD.foreground(11, 111, 184));

    @Test
    void colourObeysTheEnvironment() throws IOException {
        assertEquals("\033[1;38;2;11;111;184m─ a\033[0m", sorted(write("xterm", Map.of("COLORTERM", "truecolor"))));
        assertEquals("\033[1;38;5;25m─ a\033[0m", sorted(write("xterm-256color", Map.of("NO_COLOR", ""))));
        assertEquals("\033[1m─ a\033[0m", write("xterm-256color", Map.of("NO_COLOR", "1", "COLORTERM", "truecolor")));
        assertEquals("─ a", write("dumb", Map.of("COLORTERM", "truecolor")));
    }

    @Test
    void aPoorCharacterSetGetsStandInsThatKeepTheirColumns() {
        String rich = "─│┤└┬━┃┏┓┗┛┄┆▸█▓▒░▌▏●■▲◆▼○✓✗–…·×⢀⣿⠀";
        String poor = TerminalInk.plain(StandardCharsets.US_ASCII).plainly(rich);
        assertEquals(rich.length(), poor.length());
        assertEquals(-1, poor.indexOf('?'), poor);
        assertEquals("2,771 B +- 14", TerminalInk.plain(StandardCharsets.US_ASCII).plainly("2,771 B ± 14"));
        assertEquals("2,771 B ± 14", TerminalInk.plain(Charset.forName("ISO-8859-1")).plainly("2,771 B ± 14"));
    }

    /// The bar of 12 processes of 85 is not that of 47.
    @Test
    void whatIsDoneAndWhatIsLeftOfABarStayApartInAscii() {
        var ascii = TerminalInk.plain(StandardCharsets.US_ASCII);
        assertEquals("==---", ascii.plainly("━━───"));
        assertEquals("Enter", ascii.enter());
        assertEquals("⏎", TerminalInk.plain(StandardCharsets.UTF_8).enter());
    }

    /// Of what stands in a chapter, a table or a chart, nothing becomes a question mark.
    @Test
    void everyCharacterOfTheWorkbookHasAStandIn() throws IOException {
        var ascii = TerminalInk.plain(StandardCharsets.US_ASCII);
        var missing = new TreeSet<String>();
        for (var folder : List.of("chapters", "data", "lib/memorytax")) try (var files = Files.walk(House.root()
            .resolve(folder))) {
            for (var file : files.filter(f -> f.toString().matches(".*\\.(java|go|py|csv)")).toList())
                Files.readString(file).codePoints().filter(c -> c > 127)
                    .mapToObj(Character::toString).filter(c -> ascii.plainly(c).equals("?")).forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void framesStayApartInAsciiToo() {
        var ascii = TerminalInk.plain(StandardCharsets.US_ASCII);
        assertEquals("+====+ +----+ +....+", ascii.plainly("┏━━━━┓ ┌────┐ ┌┄┄┄┄┐"));
        assertEquals("| v  | |  > | :    :", ascii.plainly("┃ ▼  ┃ │  ▸ │ ┆    ┆"));
    }

    private static String write(String type, Map<String, String> environment) throws IOException {
        try (var terminal = terminal(type, InputStream.nullInputStream(), new ByteArrayOutputStream(), 80, 24)) {
            return TerminalInk.of(terminal, environment).write(BLUE);
        }
    }

    /// JLine is free to put bold first or last.
    private static String sorted(String text) {
        return text.replaceFirst("\\[(38;[0-9;]+);1m", "[1;$1m");
    }

    /// Not a pseudo-terminal, which some machines do not have.
    static Terminal terminal(String type, InputStream keys, OutputStream out, int columns,
        int rows) throws IOException {
        var terminal = new ExternalTerminal("test", type, keys, out, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(columns, rows));
        return terminal;
    }
}

package memorytax.terminal;

import memorytax.terminal.text.TerminalLines;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedCharSequence;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/// What a screen can show: how many colours, and which characters.
///
/// @param colours zero: no escapes at all; one: bold and dim, no colour
/// @param charset that the text will be written in
record TerminalInk(int colours, Charset charset) {
    /// What stands in for a character that a character set has not, one for one, so that columns stay columns.
    private static final String[] STAND_INS = {"─╌⎯–—‐−", "-", "━", "=", "│┃╎▌▏▎▕", "|", "┄", ".", "┆", ":",
        "┌┐└┘├┤┬┴┼┏┓┗┛", "+", "█▉▊▋▇▆▅■▀", "#",
        "▓", "%", "▒", "=", "░▍▄▃", ":",
        "▂▁", "_", "●", "*", "▲", "^", "◆", "@", "▼", "v", "★✗×", "x", "✚◈", "+", "○□△◇▽☆✛◉", "o", "•·", ".", "✓", "y",
            "…≈", "~", "▸›→≥▶", ">", "‹←≤◀", "<", "µ", "u",
        "“”„", "\"", "’‘", "'", "÷", "/", "ł", "l", "§", "S", "²₂", "2", "₁", "1", "√", "V"};

    private static final String ENTER = "\u23ce";

    /// JLine writes box drawings as - | +: they are put aside, in the private range of Unicode, while it is at work.
    private static final int BOX = 0x2500, BOXES = 0x80, ASIDE = 0xe500;

    static TerminalInk plain(Charset charset) {
        return new TerminalInk(0, charset);
    }

    /// NO_COLOR counts when it is there and not empty (no-color.org); COLORTERM tells of 24-bit colour.
    static TerminalInk of(Terminal terminal, Map<String, String> environment) {
        boolean dumb = terminal.getStringCapability(Capability.cursor_up) == null;
        if (dumb) return plain(terminal.outputEncoding());
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) return new TerminalInk(1, terminal.outputEncoding());
        if (environment.getOrDefault("COLORTERM", "")
            .matches("truecolor|24bit")) return new TerminalInk(AttributedCharSequence.TRUE_COLORS,
            terminal.outputEncoding());
        Integer colours = terminal.getNumericCapability(Capability.max_colors);
        return new TerminalInk(colours == null || colours < 8 ? 1 : colours, terminal.outputEncoding());
    }

    /// How the key Enter is called.
    String enter() {
        return plainly(ENTER);
    }

    /// A line as it is sent, without its end.
    String write(AttributedString text) {
        var line = TerminalLines.visible(text);
        if (colours == 0) return plainly(line.toString()).stripTrailing();
        var out = new AttributedStringBuilder();
        for (int at = 0; at < line.length(); at++) {
            var style = line.styleAt(at);
            out.append(String.valueOf(moved(line.charAt(at), BOX, ASIDE)), colours == 1 ? style.foregroundOff()
                .backgroundOff() : style);
        }
        var ansi = out.toAnsi(colours == 1 ? 8 : colours, ForceMode.None).toCharArray();
        for (int at = 0; at < ansi.length; at++) ansi[at] = moved(ansi[at], ASIDE, BOX);
        return plainly(new String(ansi));
    }

    private static char moved(char c, int from, int to) {
        return c >= from && c < from + BOXES ? (char) (c - from + to) : c;
    }

    /// Only characters that the character set has.
    String plainly(String line) {
        String text = line.replace('\u00a0', ' ');
        var encoder = charset.newEncoder();
        if (encoder.canEncode(text)) return text;
        var out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(plainly(Character.toString(c), encoder)));
        return out.toString();
    }

    private static String plainly(String c, CharsetEncoder encoder) {
        if (encoder.canEncode(c)) return c;
        if (c.equals("±")) return "+-";
        if (c.equals(ENTER)) return "Enter";
        char first = c.charAt(0);
        if (first >= 0x2800 && first < 0x2900) return first == 0x2800 ? " " : Integer.bitCount(first & 0xff) > 1 ? ":"
            : ".";
        for (int i = 0; i < STAND_INS.length; i += 2) if (STAND_INS[i].contains(c)) return STAND_INS[i + 1];
        return "?";
    }
}

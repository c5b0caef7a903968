package memorytax.terminal.text;

import org.jline.utils.AttributedCharSequence;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Lines of a terminal: put together, cut, filled up, wrapped. Widths are columns.
public final class TerminalLines {
    /// The styles of text.
    public static final AttributedStyle PLAIN = AttributedStyle.DEFAULT, BOLD = AttributedStyle.BOLD,
        DIM = AttributedStyle.DEFAULT.faint();
    /// Where every line begins: one column from the edge.
    public static final int MARGIN = 1;
    /// The measure of prose.
    public static final int MEASURE = 76;

    private static final Pattern UNIT = Pattern.compile(" ([KMGT]?B|%|n?s|ms|µs)(?!\\w)");

    private TerminalLines() {
    }

    /// Text in a style.
    public static AttributedString of(String text, AttributedStyle style) {
        return new AttributedString(text, style);
    }

    /// Text in no style.
    public static AttributedString plain(String text) {
        return new AttributedString(text);
    }

    /// Text that stays in the background.
    public static AttributedString dim(String text) {
        return of(text, DIM);
    }

    /// One after the other: strings and attributed strings.
    public static AttributedString join(CharSequence... parts) {
        var out = new AttributedStringBuilder();
        for (var part : parts) {
            if (part instanceof AttributedCharSequence styled) out.append(styled);
            else out.append(part);
        }
        return out.toAttributedString();
    }

    public static String space(int columns) {
        return " ".repeat(Math.max(0, columns));
    }

    /// At most `width` columns, with … where something was cut.
    public static AttributedString cut(AttributedString line, int width) {
        return line.columnLength() <= width ? line : width < 1 ? AttributedString.EMPTY
            : join(line.columnSubSequence(0, width - 1), "…");
    }

    /// Exactly `width` columns, text at the left.
    public static AttributedString left(AttributedString line, int width) {
        var cut = cut(line, width);
        return join(cut, space(width - cut.columnLength()));
    }

    /// Exactly `width` columns, text at the right.
    public static AttributedString right(AttributedString line, int width) {
        var cut = cut(line, width);
        return join(space(width - cut.columnLength()), cut);
    }

    /// One at the left edge, one at the right; the left one is cut when there is no room for both.
    public static AttributedString apart(AttributedString left, AttributedString right, int width) {
        int room = width - right.columnLength() - 1;
        return room < 1 ? cut(left, width) : join(left(left, room), " ", right);
    }

    /// Each line with this before it.
    public static List<AttributedString> indent(String by, List<AttributedString> lines) {
        return lines.stream().map(l -> l.length() == 0 ? l : join(by, l)).toList();
    }

    /// Broken between words, at newlines, and inside a word only when it is longer than a line.
    public static List<AttributedString> wrap(AttributedString text, int width) {
        var lines = new ArrayList<AttributedString>();
        for (var paragraph : text.columnSplitLength(Integer.MAX_VALUE, false, false)) wrap(visible(paragraph),
            Math.max(8, width), lines);
        return lines;
    }

    /// A line in which nothing moves the cursor, changes a colour or turns the direction of writing: whatever a name or
    /// an error has of that is shown by a sign of Unicode's for it, such as U+241B for an escape.
    public static AttributedString visible(AttributedString line) {
        if (line.chars().noneMatch(TerminalLines::acts)) return line;
        var out = new AttributedStringBuilder();
        for (int at = 0; at < line.length(); at++) out.append(String.valueOf(sign(line.charAt(at))), line.styleAt(at));
        return out.toAttributedString();
    }

    /// The same of a text, whose lines remain.
    static String visible(String text) {
        var out = new StringBuilder(text.replace("\r\n", "\n"));
        for (int at = 0; at < out.length(); at++)
            if (out.charAt(at) != '\n') out.setCharAt(at, sign(out.charAt(at)));
        return out.toString();
    }

    private static boolean acts(int c) {
        return Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    private static char sign(char c) {
        return !acts(c) ? c : c < ' ' ? (char) (0x2400 + c) : c == 0x7f ? '\u2421' : '\ufffd';
    }

    /// Where lines are parted of which there is room for `most`: before a blank line in the last third of those, if
    /// there is one.
    public static int part(List<AttributedString> lines, int most) {
        for (int to = most; to > most * 2 / 3; to--) if (lines.get(to).length() == 0) return to;
        return most;
    }

    private static void wrap(AttributedString text, int width, List<AttributedString> lines) {
        int from = 0;
        while (text.substring(from, text.length()).columnLength() > width) {
            int most = from + text.substring(from, text.length()).columnSubSequence(0, width).length();
            int to = most;
            while (to > from && (text.charAt(to) != ' ' || parts(text, to))) to--;
            boolean broken = to == from;
            lines.add(trimmed(text, from, broken ? most : to));
            from = broken ? most : to;
            while (from < text.length() && text.charAt(from) == ' ') from++;
        }
        lines.add(trimmed(text, from, text.length()));
    }

    /// Whether the space there is all that lies between a figure and its unit.
    private static boolean parts(AttributedString text, int space) {
        return space > 0 && Character.isDigit(text.charAt(space - 1)) && UNIT.matcher(text).region(space,
            text.length()).lookingAt();
    }

    private static AttributedString trimmed(AttributedString text, int from, int to) {
        while (to > from && text.charAt(to - 1) == ' ') to--;
        return text.substring(from, to);
    }
}

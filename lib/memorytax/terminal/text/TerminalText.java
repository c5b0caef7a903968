package memorytax.terminal.text;

import memorytax.view.Highlight;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

import java.util.ArrayList;
import java.util.List;

import static memorytax.terminal.text.TerminalLines.BOLD;
import static memorytax.terminal.text.TerminalLines.DIM;
import static memorytax.terminal.text.TerminalLines.MARGIN;
import static memorytax.terminal.text.TerminalLines.MEASURE;

/// Prose, headings and code for a terminal.
public final class TerminalText {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    /// Lines of code begin here: number, two spaces.
    private static final int NUMBER = 4;

    private TerminalText() {
    }

    /// Markdown, wrapped at the measure of prose or at `width` columns, whichever is less. No blank line before or
    /// after.
    public static List<AttributedString> markdown(String markdown, int width) {
        int measure = Math.min(width - MARGIN, MEASURE - MARGIN);
        var text = TerminalLines.visible(markdown.replace("\t", "    "));
        return TerminalLines.indent(" ", TerminalMarkdown.lines(PARSER.parse(text), measure));
    }

    /// The same of words that have no marks in them.
    public static List<AttributedString> plain(String text, int width) {
        int measure = Math.min(width - MARGIN, MEASURE - MARGIN);
        return TerminalLines.indent(" ", TerminalLines.wrap(TerminalLines.plain(text), measure));
    }

    /// The heading of a cell: `Weigh them ──────── 4/10`.
    ///
    /// @param place at the right end; may be empty
    public static AttributedString heading(String title, String place, int width) {
        int room = Math.min(width, MEASURE) - MARGIN - (place.isEmpty() ? 0 : place.length() + 1);
        var name = TerminalLines.cut(TerminalLines.of(title, BOLD), room - 1);
        var out = new AttributedStringBuilder().append(" ").append(name).append(" ");
        out.append("─".repeat(Math.max(0, room - name.columnLength() - 1)), DIM);
        return (place.isEmpty() ? out : out.append(" ").append(place, DIM)).toAttributedString();
    }

    /// Code with dim line numbers; a line that does not fit is cut with ….
    ///
    /// @param language as [Highlight] knows it
    /// @param first    number of the first line
    public static List<AttributedString> code(String code, String language, int first, int width) {
        var lines = new ArrayList<AttributedString>();
        for (var line : Highlight.lines(TerminalLines.visible(code.replace("\t", "    ")).stripTrailing(), language)) {
            String number = String.valueOf(first + lines.size());
            var gutter = TerminalLines.dim(TerminalLines.space(NUMBER - number.length()) + number + "  ");
            lines.add(TerminalLines.join(gutter, TerminalLines.cut(line, width - gutter.length())));
        }
        return lines;
    }
}

package memorytax.view;

import org.jline.builtins.SyntaxHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells keywords, strings, comments and numbers apart, for the terminal and for the page. One nanorc file per language
/// serves both; a language without one is left plain.
public final class Highlight {
    /// In these, three quotes begin a text of several lines.
    private static final Set<String> BLOCKS = Set.of("java", "python", "kotlin", "erlang");
    private static final String BLOCK = "\"\"\"";

    /// What a piece of code is; each has a colour in the nanorc files, and is one element on the page.
    private enum Kind {
        PLAIN(-1, "", AttributedStyle.DEFAULT),
        KEYWORD(AttributedStyle.BLUE, "b", AttributedStyle.BOLD),
        STRING(AttributedStyle.GREEN, "em", AttributedStyle.DEFAULT.italic()),
        COMMENT(AttributedStyle.CYAN, "i", AttributedStyle.DEFAULT.faint()),
        NUMBER(AttributedStyle.YELLOW, "", AttributedStyle.DEFAULT);

        private final AttributedStyle colour;
        private final String element;
        private final AttributedStyle look;

        Kind(int colour, String element, AttributedStyle look) {
            this.colour = colour < 0 ? AttributedStyle.DEFAULT : AttributedStyle.DEFAULT.foreground(colour);
            this.element = element;
            this.look = look;
        }

        static Kind of(AttributedStyle style) {
            for (var kind : values()) if (kind != PLAIN && kind.colour.equals(style)) return kind;
            return PLAIN;
        }
    }

    private record Piece(String text, Kind kind) {
    }

    private Highlight() {
    }

    /// The lines of `code` for a terminal: keywords bold, strings in italics, comments dim.
    ///
    /// @param language `java`, `go`, `python`, …; one that has no nanorc file is left plain
    public static List<AttributedString> lines(String code, String language) {
        return pieces(code, language).stream().map(line -> {
            var out = new AttributedStringBuilder();
            line.forEach(p -> out.append(p.text, p.kind.look));
            return out.toAttributedString();
        }).toList();
    }

    /// `code` for a page: keywords in `<b>`, strings in `<em>`, comments in `<i>`, everything escaped.
    ///
    /// @param language `java`, `go`, `python`, …; one that has no nanorc file is left plain
    public static String html(String code, String language) {
        return pieces(code, language).stream()
            .map(line -> line.stream().map(Highlight::html).collect(Collectors.joining()))
            .collect(Collectors.joining("\n"));
    }

    private static String html(Piece piece) {
        String text = piece.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String element = piece.kind.element;
        return element.isEmpty() ? text : "<" + element + ">" + text + "</" + element + ">";
    }

    /// JLine goes line by line. It knows a comment over several lines, but not a block that begins and ends with the
    /// same three quotes: that one is told here.
    private static List<List<Piece>> pieces(String code, String language) {
        var lines = code.split("\n", -1);
        var syntax = "/memorytax/view/" + language + ".nanorc";
        if (Highlight.class.getResource(syntax) == null)
            return List.of(lines).stream().map(l -> List.of(new Piece(l, Kind.PLAIN))).toList();
        var highlighter = SyntaxHighlighter.build("classpath:" + syntax);
        var out = new ArrayList<List<Piece>>();
        boolean block = false;
        for (String line : lines) {
            var pieces = new ArrayList<Piece>();
            int from = 0;
            for (int at = quotes(line, 0, block, language); at >= 0; at = quotes(line, from, block, language)) {
                int to = block ? at + BLOCK.length() : at;
                add(pieces, line.substring(from, to), block, highlighter);
                if (!block) put(pieces, new Piece(BLOCK, Kind.STRING));
                from = at + BLOCK.length();
                block = !block;
            }
            add(pieces, line.substring(from), block, highlighter);
            out.add(pieces);
        }
        return out;
    }

    /// Where the next block begins or ends. None begins in a comment.
    private static int quotes(String line, int from, boolean inside, String language) {
        int at = line.indexOf(BLOCK, from), comment = line.indexOf(language.equals("python") ? "# " : "// ", from);
        return !BLOCKS.contains(language) || !inside && comment >= 0 && comment < at ? -1 : at;
    }

    private static void add(List<Piece> pieces, String text, boolean block, SyntaxHighlighter highlighter) {
        if (text.isEmpty()) return;
        if (block) {
            put(pieces, new Piece(text, Kind.STRING));
            return;
        }
        var line = highlighter.highlight(text);
        for (int at = 0; at < line.length(); ) {
            var kind = Kind.of(line.styleAt(at));
            int from = at;
            while (at < line.length() && Kind.of(line.styleAt(at)) == kind) at++;
            put(pieces, new Piece(text.substring(from, at), kind));
        }
    }

    private static void put(List<Piece> pieces, Piece piece) {
        boolean joins = !pieces.isEmpty() && pieces.getLast().kind == piece.kind;
        pieces.add(joins ? new Piece(pieces.removeLast().text + piece.text, piece.kind) : piece);
    }
}

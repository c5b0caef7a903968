package memorytax.terminal;

import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import static memorytax.terminal.text.TerminalLines.BOLD;

/// The keys that apply at a prompt: the line that shows them, and what each of them does.
///
/// @param all  in the order in which they stand on the line
/// @param less those that the line can do without, the first of them first
/// @param more those that are on no line
record TerminalKeys(List<Key> all, List<Key> less, List<Key> more) {
    static final Key TERMS = new Key("g", "terms", "what the terms mean, those of this cell first"),
        FIND = new Key("/", "find", "finds words; or type a cell's number or name to go there"),
        PREVIOUS = new Key("p", "previous", "shows the result of the cell before again"),
        LIST = new Key("l", "list", "lists the cells: which are read, and where you are"),
        ALL = new Key("a", "all", "runs all the remaining cells without a stop"),
        BACK = new Key("b", "back", "goes back to the cell before"),
        QUIT = new Key("q", "quit", "leaves; the next start continues here"),
        KEYS = new Key("?", "keys", "shows this list");

    TerminalKeys(List<Key> all, List<Key> less) {
        this(all, less, List.of());
    }

    /// A key, the word beside it, and what it does.
    ///
    /// @param key as it is printed
    record Key(String key, String word, String does) {
    }

    /// All of them in one line of the screen, or as many as fit, and how to see the others.
    AttributedString line(int width) {
        var fewer = new ArrayList<>(all);
        if (fits(line(fewer, _ -> true), width)) return line(fewer, _ -> true);
        for (var key : less) {
            fewer.remove(key);
            var line = line(fewer, _ -> true);
            var more = new ArrayList<>(fewer);
            more.add(KEYS);
            var longer = line(more, k -> k != KEYS);
            if (fits(longer, width)) return longer;
            if (fits(line, width)) return line;
        }
        var line = line(all, this::isImportant);
        return fits(line, width) ? line : line(all, _ -> false);
    }

    private static boolean fits(AttributedString line, int width) {
        return line.columnLength() < width;
    }

    /// Those of this cell, with the first and the last.
    private boolean isImportant(Key key) {
        return key.equals(all.getFirst()) || key.equals(all.getLast())
            || !List.of(TERMS, FIND, PREVIOUS, LIST, ALL, BACK).contains(key);
    }

    /// @param worded keys whose word stands beside them
    private static AttributedString line(List<Key> keys, Predicate<Key> worded) {
        var parts = new ArrayList<CharSequence>();
        for (var key : keys) {
            parts.add(parts.isEmpty() ? " " : "  ");
            parts.add(TerminalLines.of(key.key, BOLD));
            if (worded.test(key)) parts.add(TerminalLines.dim(" " + key.word));
        }
        parts.add(" ");
        return TerminalLines.join(parts.toArray(CharSequence[]::new));
    }

    /// What each of them does, a line each.
    List<AttributedString> help(int width) {
        var lines = new ArrayList<AttributedString>();
        lines.add(AttributedString.EMPTY);
        for (var keys : List.of(all, more))
            for (var key : keys) lines.add(TerminalLines.cut(TerminalLines.join(" ", TerminalLines.of(key.key, BOLD),
                "  ", key.does), width));
        lines.add(TerminalLines.cut(TerminalLines.dim(" Ctrl-C always works."), width));
        return lines;
    }
}

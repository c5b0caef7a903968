package memorytax.notebook;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How notes are written down: a line per note, in the way of Java's properties, sorted, in UTF-8.
final class NotesText {
    /// Of this way to write them. Whoever changes what a key means, counts on.
    static final String VERSION = "1";
    private static final String KEY = "version";
    private static final String HEADER = """
        # Notes of the Memory Tax Workbook: where you stopped, what you guessed, which exercises you solved.
        # Each line belongs to the chapter that it begins with. The workbook writes this file; you may edit it.
        """;

    private NotesText() {
    }

    /// The text cannot be taken as notes; the message says what is wrong with it: `was damaged`.
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    /// The notes by their whole keys, `chapter1.place`.
    static SortedMap<String, String> read(String text) throws Unfit {
        var lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IllegalArgumentException e) { // a \\u that is none
            throw new Unfit("was damaged");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var notes = new TreeMap<String, String>();
        lines.stringPropertyNames().forEach(key -> notes.put(key, lines.getProperty(key)));
        var version = notes.remove(KEY);
        if (version == null || !notes.keySet().stream().allMatch(NotesText::names)) throw new Unfit("was damaged");
        if (!version.equals(VERSION)) throw new Unfit("was written by another version of the workbook");
        return notes;
    }

    /// Whether this can be the key of a note: a chapter, a dot, and more, nothing of which breaks a line.
    static boolean names(String key) {
        return key.matches("[\\w$]+\\.[^\\p{Cntrl}]+");
    }

    static String write(Map<String, String> notes) {
        var text = new StringBuilder(HEADER + KEY + "=" + VERSION + "\n");
        var chapter = "";
        for (var note : new TreeMap<>(notes).entrySet()) {
            if (!note.getKey().startsWith(chapter + ".")) {
                chapter = note.getKey().substring(0, note.getKey().indexOf('.'));
                text.append('\n'); // a block for each chapter
            }
            text.append(escaped(note.getKey(), " =:#!")).append('=');
            var value = escaped(note.getValue(), "");
            text.append(value.startsWith(" ") ? "\\" : "").append(value).append('\n');
        }
        return text.toString();
    }

    /// With a backslash before what would otherwise end the line or the key.
    private static String escaped(String text, String special) {
        return text.codePoints().mapToObj(c -> switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\f' -> "\\f";
            default -> (special.indexOf(c) >= 0 ? "\\" : "") + Character.toString(c);
        }).collect(Collectors.joining());
    }
}

package format;

import java.util.List;
import java.util.regex.Pattern;

/// A word, a sign or a comment. Of operators each character is one.
///
/// @param start its offset
/// @param indent how far the line is indented in which it begins
record Token(int start, String text, int indent) {
    private static final Pattern ANY = Pattern.compile("//[^\n]*+|/\\*(?s:.)*?\\*/"
        + "|\"\"\"(?:[^\"\\\\]++|\\\\(?s:.)|\"(?!\"\"))*+\"\"\""
        + "|\"(?:[^\"\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\n]++|\\\\.)*+'"
        + "|[\\p{L}\\p{N}_$]++|\\S");

    /// All of a file.
    static List<Token> all(String source) {
        return ANY.matcher(source).results().map(found -> {
            int line = source.lastIndexOf('\n', found.start() - 1) + 1, letter = line;
            while (source.charAt(letter) == ' ') letter++;
            return new Token(found.start(), found.group().stripTrailing(), letter - line);
        }).toList();
    }

    int end() {
        return start + text.length();
    }

    /// Whether it is one of these words or signs.
    boolean is(String... others) {
        return List.of(others).contains(text);
    }

    boolean isComment() {
        return text.startsWith("//") || text.startsWith("/*");
    }

    /// What no formatter may change.
    String word() {
        return isComment() ? text.replaceAll("\\s+", " ") : text;
    }

    /// A comment of several lines moves as a whole.
    String movedTo(int column) {
        if (!isComment() || column == indent || text.indexOf('\n') < 0) return text;
        var moved = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            var bare = line.stripLeading();
            int there = line.length() - bare.length() + column - indent;
            if (!moved.isEmpty()) moved.append('\n').append(" ".repeat(bare.isEmpty() ? 0 : Math.max(0, there)));
            moved.append(bare);
        }
        return moved.toString();
    }
}

package memorytax.peers;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// What a compiler has against a program that it does not take, in the form of javac's words.
final class Complaint {
    /// `./mine.go:12:5: undefined: x`, and lines that belong to it, which are indented.
    private static final Pattern AT = Pattern.compile("(?:\\./|\\.\\\\)?([^\\s:]+\\.\\w+):(\\d+):(\\d+): (.*)");

    private Complaint() {
    }

    /// `mine.go:12: undefined: x`, that line, and a mark under it.
    ///
    /// @param source  of `file`
    /// @param said    by the compiler; lines that are empty or begin with `#` do not count
    /// @param inBytes whether it counts columns in bytes of UTF-8; else in characters
    static String of(String source, String file, String said, boolean inBytes) {
        var lines = source.lines().toList();
        var words = new StringJoiner("\n");
        for (var line : said.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            var found = AT.matcher(line);
            int at = found.matches() && found.group(1).equals(file) ? Integer.parseInt(found.group(2)) : 0;
            if (at < 1 || at > lines.size()) words.add(line);
            else words.add(file + ":" + at + ": " + found.group(4)).add(lines.get(at - 1))
                .add(mark(lines.get(at - 1), Integer.parseInt(found.group(3)), inBytes));
        }
        return words.toString();
    }

    /// Stands under the column; where the line has tabs, it has them too.
    private static String mark(String line, int column, boolean inBytes) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var before = inBytes ? new String(bytes, 0, Math.min(bytes.length, column - 1), StandardCharsets.UTF_8)
            : line.substring(0, Math.min(line.length(), column - 1));
        return before.replaceAll("[^\t]", " ") + "^";
    }
}

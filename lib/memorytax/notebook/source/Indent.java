package memorytax.notebook.source;

import java.util.List;
import java.util.stream.Collectors;

/// Common indentation, taken away. Unlike `stripIndent` this keeps trailing blanks: two are a line break in Markdown.
final class Indent {
    private Indent() {
    }

    /// The text with `\n` between its lines, moved to the left by the blanks and tabs that all its lines begin with.
    static String none(String text) {
        List<String> lines = text.lines().toList();
        String common = lines.stream().filter(line -> !line.isBlank()).map(Indent::blanks)
                .reduce(Indent::shared).orElse("");
        return lines.stream()
                .map(line -> line.startsWith(common) ? line.substring(common.length()) : line.strip())
                .collect(Collectors.joining("\n"));
    }

    private static String blanks(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static String shared(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return one.substring(0, same);
    }
}

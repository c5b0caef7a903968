package memorytax.peers;

import java.util.List;
import java.util.regex.Pattern;

/// What a compiler has against a program, as javac says it: `mine.erl:12: function x/0 undefined`, that line, and a
/// mark under it.
final class CompilerError {
    private static final String AT = "(?m)^(?:\\*\\* \\(\\w+\\) )?(?:[^\\s:]*[/\\\\])?%s:(\\d+):(?:(\\d+):)? "
        + "(?!(?i:warning))(?:error: )?(.*)$";

    private CompilerError() {
    }

    /// The first that it has against this file; else the first line that it says.
    ///
    /// @param said `mine.erl:12:5: …`, `mine.kt:12:5: error: …` or `** (CompileError) mine.ex:12: …`, among others
    static String of(String file, String source, Command.Answer said) {
        var lines = source.lines().toList();
        var found = Pattern.compile(AT.formatted(Pattern.quote(file))).matcher(said.text());
        if (!found.find()) return file + ":1: " + said.firstLine();
        int at = Integer.parseInt(found.group(1));
        return file + ":" + at + ": " + found.group(3) + shown(lines, at, found.group(2));
    }

    /// @param column from 1, in characters; null where the compiler names none
    private static String shown(List<String> lines, int at, String column) {
        if (at < 1 || at > lines.size()) return "";
        var line = lines.get(at - 1);
        if (column == null) return "\n" + line;
        var before = line.substring(0, Math.clamp(Integer.parseInt(column) - 1, 0, line.length()));
        return "\n" + line + "\n" + before.replaceAll("[^\t]", " ") + "^";
    }
}

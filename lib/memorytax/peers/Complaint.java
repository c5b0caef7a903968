package memorytax.peers;

import memorytax.peers.Toolchain.ProgramText;
import memorytax.peers.Toolchain.Refused;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// What a compiler has against a program that it does not take, in the form of javac's words: `mine.go:12: undefined:
/// x`, that line, and a mark under it.
final class Complaint {
    /// `./mine.go:12:5: undefined: x`, and lines that belong to it, which are indented.
    private static final Pattern AT = Pattern.compile("(?:\\./|\\.\\\\)?([^\\s:]+\\.\\w+):(\\d+):(\\d+): (.*)");
    /// `mine.erl:12:5: …`, `mine.kt:12:5: error: …` or `** (CompileError) mine.ex:12: …`, among others.
    private static final String FIRST = "(?m)^(?:\\*\\* \\(\\w+\\) )?(?:[^\\s:]*[/\\\\])?%s:(\\d+):(?:(\\d+):)? "
        + "(?!(?i:warning))(?:error: )?(.*)$";

    private Complaint() {
    }

    /// All that a compiler says that names each error in a line.
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

    /// The first error of a compiler that talks at length; else the first line that it says.
    static String first(ProgramText program, Command.Answer said) {
        var file = program.file();
        var found = Pattern.compile(FIRST.formatted(Pattern.quote(file))).matcher(said.text());
        if (!found.find()) return file + ":1: " + said.firstLine();
        int at = Integer.parseInt(found.group(1));
        var words = file + ":" + at + ": " + found.group(3);
        var lines = program.source().lines().toList();
        if (at < 1 || at > lines.size()) return words;
        var line = lines.get(at - 1);
        return words + "\n" + line + (found.group(2) == null ? ""
            : "\n" + mark(line, Integer.parseInt(found.group(2)), false));
    }

    /// The same, as what ends a build.
    static Refused refused(ProgramText program, Command.Answer said) {
        return new Refused(program.file(), new Command.Answer(false, first(program, said)));
    }

    /// Stands under the column; where the line has tabs, it has them too.
    private static String mark(String line, int column, boolean inBytes) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        int most = inBytes ? bytes.length : line.length(), end = Math.clamp(column - 1, 0, most);
        var before = inBytes ? new String(bytes, 0, end, StandardCharsets.UTF_8) : line.substring(0, end);
        return before.replaceAll("[^\t]", " ") + "^";
    }
}

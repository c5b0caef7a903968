package memorytax.peers;

import memorytax.measure.process.Peers.Remark;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// What Go's compiler says of where variables live, picked out of all that it says.
final class GoVerdict {
    private static final Pattern SAYS = Pattern.compile(
        "(?m)^(?:\\./|\\.\\\\)?(\\S+?\\.go):(\\d+):\\d+: (.* (?:escapes to heap|does not escape)|moved to heap: .*)$");

    private static final Pattern AGAINST = Pattern.compile(
        "(?m)^(?:vet: )?(?:\\./|\\.\\\\)?(\\S+?\\.go):(\\d+):\\d+: (.*)$");

    /// `./mine.go:12:5: undefined: x`, and lines that belong to it, which are indented.
    private static final Pattern COMPLAINT = Pattern.compile("(?:\\./|\\.\\\\)?([^\\s:]+\\.go):(\\d+):(\\d+): (.*)");

    private GoVerdict() {
    }

    /// What `go build` says of a program that it does not take, as javac says it: `mine.go:12: undefined: x`, that
    /// line, and a mark under it.
    ///
    /// @param source of `file`
    static String complaint(String source, String file, String said) {
        var lines = source.lines().toList();
        var words = new StringJoiner("\n");
        for (var line : said.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            var found = COMPLAINT.matcher(line);
            int at = found.matches() && found.group(1).equals(file) ? Integer.parseInt(found.group(2)) : 0;
            if (at < 1 || at > lines.size()) words.add(line);
            else words.add(file + ":" + at + ": " + found.group(4)).add(lines.get(at - 1))
                .add(mark(lines.get(at - 1), Integer.parseInt(found.group(3))));
        }
        return words.toString();
    }

    /// Stands under the column, which Go counts in bytes; where the line has tabs, it has them too.
    private static String mark(String line, int column) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var before = new String(bytes, 0, Math.min(bytes.length, column - 1), StandardCharsets.UTF_8);
        return before.replaceAll("[^\t]", " ") + "^";
    }

    /// @param source of `file`
    /// @param said   by `go build -gcflags=-m`, for all files of a program
    static List<Remark> of(String source, String file, String said) {
        var lines = source.lines().toList();
        return SAYS.matcher(said).results()
            .filter(m -> m.group(1).equals(file) && Integer.parseInt(m.group(2)) <= lines.size())
            .filter(m -> !m.group(3).startsWith("...")) // the arguments of a call, which nobody has written
            .map(m -> remark(Integer.parseInt(m.group(2)), lines, m.group(3))).distinct()
            .sorted(Comparator.comparingInt(Remark::line)).toList();
    }

    /// @param said by `go vet`, for all files of a program
    static List<Remark> vetted(String source, String file, String said) {
        var lines = source.lines().toList();
        return AGAINST.matcher(said).results()
            .filter(m -> m.group(1).equals(file) && Integer.parseInt(m.group(2)) <= lines.size())
            .map(m -> remark(Integer.parseInt(m.group(2)), lines, m.group(3))).distinct()
            .sorted(Comparator.comparingInt(Remark::line)).toList();
    }

    private static Remark remark(int line, List<String> lines, String says) {
        return new Remark(line, lines.get(line - 1).strip(), says);
    }
}

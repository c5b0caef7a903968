package memorytax.peers;

import memorytax.measure.process.Peers.Remark;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// What Go's compiler says of where variables live, picked out of all that it says.
final class GoVerdict {
    private static final Pattern SAYS = Pattern.compile(
        "(?m)^(?:\\./|\\.\\\\)?(\\S+?\\.go):(\\d+):\\d+: (.* (?:escapes to heap|does not escape)|moved to heap: .*)$");

    private static final Pattern AGAINST = Pattern.compile(
        "(?m)^(?:vet: )?(?:\\./|\\.\\\\)?(\\S+?\\.go):(\\d+):\\d+: (.*)$");

    private GoVerdict() {
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

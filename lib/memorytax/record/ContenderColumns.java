package memorytax.record;

import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;
import memorytax.measure.result.Contender;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The columns in which several files say who it was: contender, runtime and version, and in `params` what its load
/// was told, `tasks=10000 depth=30`.
final class ContenderColumns {
    /// Their names, where a file has but some of them.
    static final String CONTENDER = "contender", PARAMS = "params";

    private ContenderColumns() {
    }

    static <R> CsvColumns<R> of(Function<R, Contender> whose) {
        return new CsvColumns<R>().with(CONTENDER, row -> whose.apply(row).name())
            .with("runtime", row -> whose.apply(row).runtime()).with("version", row -> whose.apply(row).version());
    }

    static Contender contender(CsvRow row) {
        return new Contender(row.text(CONTENDER), row.text("runtime"), row.text("version"));
    }

    static String params(int tasks, Map<String, String> more) {
        return "tasks=" + tasks + new TreeMap<>(more).entrySet().stream()
            .map(e -> " " + e.getKey() + "=" + e.getValue()).collect(Collectors.joining());
    }

    static int tasks(CsvRow row) {
        var tasks = words(row).getOrDefault("tasks", "");
        if (!tasks.matches("\\d{1,9}"))
            throw row.wrong("params \"%s\" do not say how many tasks".formatted(row.text(PARAMS)));
        return Integer.parseInt(tasks);
    }

    /// Those beside `tasks`.
    static Map<String, String> params(CsvRow row) {
        var words = words(row);
        words.remove("tasks");
        return words;
    }

    private static Map<String, String> words(CsvRow row) {
        var words = new LinkedHashMap<String, String>();
        for (var word : row.text(PARAMS).split(" ")) {
            int equals = word.indexOf('=');
            if (equals >= 0) words.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return words;
    }
}

package memorytax.record;

import memorytax.claim.Guess;
import memorytax.file.Csv;
import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A run as its reader gives it away: only what was measured on the machine, and nothing that names a person, a folder
/// or a computer. Of a process that failed there is only that it did, of a machine only what its kind has, of the time
/// only the day; and of each file only the columns that the workbook writes.
public final class GivenRun {
    /// The files of a run that can be given away, without `.csv`.
    public static final List<String> FILES = List.of(MachineCsv.NAME, WeighingsCsv.FILE.name(),
        SlopesCsv.FILE.name(), VerdictsCsv.FILE.name(), "guesses");
    /// What is told of a machine.
    static final List<String> KEYS = List.of("os", "kernel", "cpu", "cores", "memory", "limit", "jdk", "gc", "go",
        "python", "node", "rust", "kotlin", "erlang", "elixir", "ruby", "thp", "load", "workbook", "started", "live");
    private static final List<String> FACT = List.of("key", "value");
    private static final String OUTCOME = "outcome";
    private static final CsvColumns<Guess> GUESSES = new CsvColumns<Guess>().with("step", Guess::name)
        .with("label", Guess::label).with("said", Guess::said).with("measured", Guess::measured)
        .with("guess", guess -> guess.guess().orElse(Double.NaN)).with("value", g -> g.value().orElse(Double.NaN))
        .with("unit", Guess::unit);

    private GivenRun() {
    }

    /// The text of each file that has anything, by its name without `.csv`; none where nothing was measured here.
    ///
    /// @param said the reader's guesses, if they are to be given away, too
    public static Map<String, String> of(Earlier run, List<Guess> said) {
        var texts = new TreeMap<String, String>();
        for (var name : List.of(WeighingsCsv.FILE.name(), SlopesCsv.FILE.name(), VerdictsCsv.FILE.name())) {
            var rows = run.rows(name).stream().filter(GivenRun::isHere).toList();
            if (!rows.isEmpty()) texts.put(name, text(name, rows));
        }
        if (!said.isEmpty()) texts.put("guesses", GUESSES.text(said.stream()));
        if (!texts.isEmpty()) texts.put(MachineCsv.NAME, machine(new Machine(run.machine())));
        return texts;
    }

    /// The rows of a file, each with all of its columns in order, whatever an older workbook has left out.
    ///
    /// @param name one of [#FILES]
    public static List<List<String>> rows(String name, String text) {
        var columns = columns(name);
        return text.isEmpty() ? List.of() : Csv.rows(name, text).stream().map(row -> row.of(columns)).toList();
    }

    /// The names of the columns of a file that can be given away.
    ///
    /// @param name one of [#FILES]
    public static List<String> columns(String name) {
        return switch (name) {
            case MachineCsv.NAME -> FACT;
            case "guesses" -> GUESSES.names();
            default -> ChapterFiles.RESULTS.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow()
                .columnNames();
        };
    }

    /// Reads a file of a run that somebody has given, for who needs to know whether that can be done.
    ///
    /// @param name one of [#FILES]
    /// @param file as it is called where something is wrong with it
    /// @throws IllegalArgumentException with one line that names the file and the row
    public static void check(String name, String file, String text) {
        var rows = Csv.rows(file, text);
        for (var known : ChapterFiles.RESULTS) if (known.name().equals(name)) known.check(rows);
    }

    /// The facts in a text of two columns, `key` and `value`.
    ///
    /// @param file as it is called where something is wrong with it
    public static Map<String, String> facts(String file, String text) {
        return MachineCsv.read(Csv.rows(file, text));
    }

    /// What was recorded somewhere else is ours, and not of this machine.
    private static boolean isHere(CsvRow row) {
        return !Origin.RECORDED.isOf(row) && !row.text(OUTCOME).equals(Origin.RECORDED.toString());
    }

    private static String text(String name, List<CsvRow> rows) {
        var columns = columns(name);
        return Csv.text(columns, rows.stream().map(row -> columns.stream().map(column -> given(column, row)).toList())
            .toList());
    }

    private static String given(String column, CsvRow row) {
        var text = row.text(column);
        if (!column.equals(OUTCOME)) return text;
        return Stream.of("failed: ", "skipped: ").filter(text::startsWith).findFirst().map(how -> how + "not told")
            .orElse(text);
    }

    /// Some kernels are named after who has built them.
    private static String machine(Machine machine) {
        return Csv.text(FACT, KEYS.stream().map(key -> List.of(key, switch (key) {
            case "kernel" -> machine.get(key).replaceFirst("[^0-9.].*", "");
            case "started" -> machine.get(key).replaceFirst("T.*", "");
            default -> machine.get(key);
        })).toList());
    }
}

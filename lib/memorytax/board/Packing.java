package memorytax.board;

import memorytax.claim.Guess;
import memorytax.claim.NotedGuesses;
import memorytax.file.Csv;
import memorytax.file.CsvColumns;
import memorytax.file.CsvRow;
import memorytax.notebook.Notes;
import memorytax.record.ChapterFiles;
import memorytax.record.Earlier;
import memorytax.record.Machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes a pack of the reader's results. What names a person, a folder or a computer is not copied: of a process that
/// failed only that it did, of the machine only the facts that its kind has, of the time only the day.
public final class Packing {
    /// Of a machine what is told of it.
    static final List<String> KEYS = List.of("os", "kernel", "cpu", "cores", "memory", "limit", "jdk", "gc", "go",
        "python", "node", "rust", "kotlin", "erlang", "elixir", "ruby", "thp", "workbook", "started", "live");
    private static final CsvColumns<Guess> GUESSES = new CsvColumns<Guess>().with("step", Guess::name)
        .with("label", Guess::label).with("said", Guess::said).with("measured", Guess::measured)
        .with("guess", guess -> guess.guess().orElse(Double.NaN)).with("value", g -> g.value().orElse(Double.NaN))
        .with("unit", Guess::unit);

    private Packing() {
    }

    /// All that was measured here in these chapters; empty where nothing was. Where it would become too large, the
    /// processes of the largest chapters stay out: what one more task costs is in `slopes.csv`, too.
    ///
    /// @param out     the folder of results
    /// @param guesses whether the reader's own are to be in it
    public static Optional<Pack> of(Path out, List<String> chapters, boolean guesses) {
        var files = new TreeMap<String, String>();
        for (var chapter : chapters) files.putAll(chapter(out, chapter, guesses));
        if (files.isEmpty()) return Optional.empty();
        files.put(Pack.HEAD, Csv.text(List.of("key", "value"), List.of(List.of("format", "" + Pack.FORMAT),
            List.of("workbook", Machine.WORKBOOK), List.of("guesses", guesses ? "yes" : "no"))));
        while (new Pack(files).zip().length > Pack.LARGEST) {
            var largest = files.keySet().stream().filter(name -> name.endsWith("/weighings.csv"))
                .max((a, b) -> files.get(a).length() - files.get(b).length());
            if (largest.isEmpty()) break;
            files.remove(largest.get());
        }
        return Optional.of(new Pack(files));
    }

    private static Map<String, String> chapter(Path out, String chapter, boolean guesses) {
        var files = new TreeMap<String, String>();
        var run = new Earlier(out.resolve(chapter));
        for (var name : List.of("weighings", "slopes", "verdicts")) {
            var rows = run.rows(name).stream().filter(Packing::isHere).toList();
            if (!rows.isEmpty()) files.put(chapter + "/" + name + ".csv", text(name, rows));
        }
        if (guesses) {
            var said = NotedGuesses.in(List.of(Notes.in(out).of(chapter))).all().stream()
                .filter(guess -> !guess.said().isEmpty()).toList();
            if (!said.isEmpty()) files.put(chapter + "/guesses.csv", GUESSES.text(said.stream()));
        }
        if (!files.isEmpty()) files.put(chapter + "/machine.csv", machine(new Machine(run.machine())));
        return files;
    }

    /// What was recorded somewhere else is ours, and not of this machine.
    private static boolean isHere(CsvRow row) {
        return !row.text("origin").equals("recorded") && !row.text("outcome").equals("recorded");
    }

    private static String text(String name, List<CsvRow> rows) {
        var columns = ChapterFiles.columns(name);
        return Csv.text(columns, rows.stream().map(row -> columns.stream().map(column -> column.equals("outcome")
            ? row.text(column).replaceFirst(":.*", "") : row.text(column)).toList()).toList());
    }

    /// Some kernels are named after who has built them.
    private static String machine(Machine machine) {
        var rows = new ArrayList<List<String>>();
        for (var key : KEYS)
            rows.add(List.of(key, switch (key) {
                case "kernel" -> machine.get(key).replaceFirst("[^0-9.].*", "");
                case "started" -> machine.get(key).replaceFirst("T.*", "");
                default -> machine.get(key);
            }));
        return Csv.text(List.of("key", "value"), rows);
    }
}

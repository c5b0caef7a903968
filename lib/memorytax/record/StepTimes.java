package memorytax.record;

import memorytax.file.AtomicFile;
import memorytax.file.Csv;
import memorytax.notebook.StepOutcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How long the steps of a chapter take, for who plans a session: steps.csv, with the columns chapter, step, seconds.
///
/// @param steps by the step's name, in file order
public record StepTimes(Map<String, Duration> steps) {
    private static final String FILE = "steps.csv", HEADER = "chapter,step,seconds";

    /// As long as our own recorded run took; no steps, when there is none.
    public static StepTimes recorded(String chapter) {
        var steps = new LinkedHashMap<String, Duration>();
        for (var row : Csv.rows("recorded/" + chapter + "/" + FILE))
            steps.put(row.get("step"), Duration.ofMillis(Math.round(1000 * Double.parseDouble(row.get("seconds")))));
        return new StepTimes(steps);
    }

    /// Empty when it is not known, and for what is not run.
    public Optional<Duration> of(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    /// Of all steps together.
    public Duration total() {
        return steps.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /// `85 s`, `2.5 min`, `12 min`; nothing for less than half a second.
    public static String said(Duration time) {
        long seconds = time.plusMillis(500).toSeconds();
        if (seconds == 0) return "";
        if (seconds < 100) return seconds + " s";
        return String.format(Locale.ROOT, seconds < 600 ? "%.1f min" : "%.0f min", seconds / 60.0).replace(".0 ", " ");
    }

    /// Writes how long each step took that had a result. Steps that were not run now keep their rows.
    ///
    /// @param folder of the chapter, `out/chapter1`; it is there
    /// @throws UncheckedIOException when nothing can be written
    public static void write(Path folder, String chapter, Map<String, StepOutcome> happened) {
        var file = folder.resolve(FILE);
        try {
            var rows = new LinkedHashMap<String, String>();
            if (Files.isRegularFile(file)) rows.putAll(rows(Files.readAllLines(file), chapter));
            happened.forEach((step, happening) -> {
                if (happening instanceof StepOutcome.Result(var _, Duration took))
                    rows.put(step, String.format(Locale.ROOT, "%s,%s,%.1f", chapter, step, took.toMillis() / 1000.0));
            });
            var lines = new ArrayList<>(List.of(HEADER));
            lines.addAll(rows.values());
            if (!rows.isEmpty()) AtomicFile.write(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> rows(List<String> lines, String chapter) {
        var rows = new LinkedHashMap<String, String>();
        if (!lines.isEmpty() && lines.getFirst().equals(HEADER))
            for (var line : lines)
                if (line.matches(chapter + ",[^,]+,[^,]+")) rows.put(line.split(",")[1], line);
        return rows;
    }
}

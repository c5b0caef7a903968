package memorytax.record;

import memorytax.claim.Verdict;
import memorytax.file.Csv;
import memorytax.measure.plan.Archive;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Trace;
import memorytax.measure.result.Weighing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Our own run of a chapter, from data/recorded/.
///
/// @param chapter `chapter1`
/// @param only    shown instead of measuring, not just where measuring is impossible
public record Recorded(String chapter, boolean only) implements Archive {
    @Override
    public List<Weighing> weighings(String step, String contender) {
        return rows("weighings.csv", step, contender).map(Recorded::weighing).toList();
    }

    /// Who was weighed in a step.
    List<String> contenders(String step) {
        return Csv.rows("recorded/" + chapter + "/weighings.csv").stream().filter(r -> r.get("step").equals(step))
            .map(r -> r.get("contender")).distinct().toList();
    }

    @Override
    public Optional<Parts> parts(String step, String contender) {
        return parts(rows("parts.csv", step, contender).toList());
    }

    /// Rows of parts.csv of one contender, with the column `origin` or, as older runs have them, without.
    static Optional<Parts> parts(List<Map<String, String>> rows) {
        if (rows.isEmpty()) return Optional.empty();
        var bytes = new LinkedHashMap<String, Double>();
        rows.forEach(r -> bytes.put(r.get("part"), Double.parseDouble(r.get("bytes"))));
        return Optional.of(new Parts(contender(rows.getFirst()), bytes));
    }

    @Override
    public List<Reports.Report> reports(String step, String contender) {
        return words(rows("told.csv", step, contender).toList(), new Outcome.Recorded());
    }

    /// Rows of told.csv of one contender; those that belong to one word stand below each other.
    static List<Reports.Report> words(List<Map<String, String>> rows, Outcome outcome) {
        var words = new ArrayList<Reports.Report>();
        var ends = new LinkedHashSet<Reports.Report>();
        var same = List.<String>of();
        for (var row : rows) {
            var params = params(row);
            int tasks = Integer.parseInt(params.remove("tasks"));
            int fork = Integer.parseInt(row.get("fork"));
            var ended = Outcome.parse(row.get("origin"));
            boolean reports = !row.get("figure").isEmpty(), old = outcome instanceof Outcome.Recorded;
            if (ended instanceof Outcome.Failed && (old || !reports))
                ends.add(new Reports.Report(contender(row), tasks, params, fork, "", Map.of(), ended));
            if (!reports) continue;
            var key = List.of(row.get("params"), row.get("fork"), row.get("name"));
            // what a process tells of the same thing again is a word of its own
            if (!key.equals(same) || words.getLast().figures().containsKey(row.get("figure")))
                words.add(new Reports.Report(contender(row), tasks, params, fork, row.get("name"),
                new LinkedHashMap<>(),
                    ended instanceof Outcome.Weighed || old ? outcome : ended));
            words.getLast().figures().put(row.get("figure"), Double.parseDouble(row.get("value")));
            same = key;
        }
        words.addAll(ends); // of a record how it ended is told once; what it told before is as good as that of others
        return List.copyOf(words);
    }

    @Override
    public List<Trace> traces(String step, String contender) {
        return traces(rows("traces.csv", step, contender).toList(), new Outcome.Recorded());
    }

    /// Rows of traces.csv of one contender: for each of its parameters the readings, and the marks.
    static List<Trace> traces(List<Map<String, String>> rows, Outcome outcome) {
        return rows.stream().collect(Collectors.groupingBy(r -> r.get("params"), LinkedHashMap::new,
            Collectors.toList())).values().stream().map(some -> trace(some, outcome)).toList();
    }

    private static Trace trace(List<Map<String, String>> rows, Outcome outcome) {
        var samples = new ArrayList<Trace.Sample>();
        var held = new ArrayList<Trace.Held>();
        var marks = new ArrayList<Trace.Mark>();
        for (var row : rows) {
            long millis = number(row, "millis").orElseThrow();
            number(row, "held_bytes").ifPresent(bytes -> held.add(new Trace.Held(millis, bytes)));
            number(row, "resident_bytes").ifPresent(bytes ->
                samples.add(new Trace.Sample(millis, bytes, (int) number(row, "threads").orElse(0))));
            if (!row.get("mark").isEmpty()) marks.add(new Trace.Mark(millis, row.get("mark")));
        }
        var params = params(rows.getFirst());
        int tasks = Integer.parseInt(params.remove("tasks"));
        boolean old = "recorded".equals(rows.getFirst().get("origin"));
        return new Trace(contender(rows.getFirst()), tasks, params, samples, held, marks,
            old ? new Outcome.Recorded() : outcome);
    }

    private static Map<String, String> params(Map<String, String> row) {
        var params = new LinkedHashMap<String, String>();
        for (var word : row.get("params").split(" ")) {
            int equals = word.indexOf('=');
            if (equals >= 0) params.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return params;
    }

    /// What it has said of the claims.
    List<Verdict> verdicts() {
        return Csv.rows("recorded/" + chapter + "/verdicts.csv").stream()
            .flatMap(row -> Verdict.written(row).stream()).map(Verdict::recorded).toList();
    }

    @Override
    public Map<String, String> machine() {
        var facts = new LinkedHashMap<String, String>();
        Csv.rows("recorded/" + chapter + "/machine.csv").forEach(row -> facts.put(row.get("key"), row.get("value")));
        return facts;
    }

    private Stream<Map<String, String>> rows(String file, String step, String contender) {
        return Csv.rows("recorded/" + chapter + "/" + file).stream()
            .filter(r -> r.get("step").equals(step) && r.get("contender").equals(contender));
    }

    /// A row of weighings.csv, as it was written but for one thing: it was not weighed here.
    static Weighing weighing(Map<String, String> row) {
        var written = written(row);
        return written.here() ? written.as(new Outcome.Recorded()) : written;
    }

    /// A row of weighings.csv, as it was written.
    static Weighing written(Map<String, String> row) {
        var params = params(row);
        int tasks = Integer.parseInt(params.remove("tasks"));
        var outcome = Outcome.parse(row.get("outcome"));
        int threads = (int) number(row, "threads").orElse(0);
        return new Weighing(contender(row), tasks, params, Integer.parseInt(row.get("fork")),
            reading(row, "baseline_bytes", OptionalLong.empty(), threads, "baseline_charged_bytes"),
            reading(row, "resident_bytes", number(row, "peak_bytes"), threads, "charged_bytes")
                .map(r -> new Reading(r.resident(), r.peak(), r.threads(), r.kernel(),
                    number(row, "swap_bytes").orElse(0), number(row, "huge_bytes").orElse(0))),
            number(row, "live_bytes"), number(row, "spawn_ms"), outcome, row.getOrDefault("flags", ""));
    }

    /// @param charged the column of what was charged; older files have none
    private static Optional<Reading> reading(Map<String, String> row, String column, OptionalLong peak, int threads,
                                             String charged) {
        var bytes = number(row, column);
        if (bytes.isEmpty()) return Optional.empty();
        var kernel = number(row, charged).stream().map(all -> all - bytes.getAsLong()).findFirst();
        return Optional.of(new Reading(bytes.getAsLong(), peak, threads, kernel.isEmpty() ? Reading.Kernel.UNKNOWN
            : new Reading.Kernel(kernel, "kernel".equals(row.get("charged_by"))), 0, 0));
    }

    private static Contender contender(Map<String, String> row) {
        return new Contender(row.get("contender"), row.get("runtime"), row.get("version"));
    }

    private static OptionalLong number(Map<String, String> row, String column) {
        var text = row.getOrDefault(column, "");
        return text.isBlank() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}

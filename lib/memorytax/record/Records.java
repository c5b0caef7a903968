package memorytax.record;

import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Outcome;
import memorytax.measure.result.Reading;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The tables that keep their form, because other tools read them: weighings.csv, slopes.csv, parts.csv, told.csv,
/// traces.csv and machine.csv; [Rulings] has the others. Bytes are whole numbers; what is not known is missing.
public final class Records {
    /// The names of these files, without `.csv`. No step's own table may take the place of one.
    public static final List<String> NAMES =
        List.of("weighings", "slopes", "parts", "told", "traces", "verdicts", "headline", "machine");

    /// Who counted what is charged: the kernel all of it, or we the stacks and page tables.
    private static final String KERNEL = "kernel", AT_LEAST = "at least";

    private Records() {
    }

    /// One row per process, over all steps of a chapter.
    public static Table weighings(String chapter, List<Weighings> steps) {
        var text = texts("chapter", "step", "contender", "runtime", "version", "params");
        var tasks = IntColumn.create("tasks");
        var fork = IntColumn.create("fork");
        var bytes = longs("baseline_bytes", "resident_bytes", "peak_bytes", "live_bytes", "threads", "spawn_ms");
        var outcome = StringColumn.create("outcome");
        var more = longs("charged_bytes", "swap_bytes", "huge_bytes");
        var flags = StringColumn.create("flags");
        var before = longs("baseline_charged_bytes");
        var by = StringColumn.create("charged_by");
        for (var step : steps) {
            for (var w : step.all()) {
                append(text, chapter, step.step(), w.contender().name(), w.contender().runtime(),
                    w.contender().version(), params(w.tasks(), w.params()));
                tasks.append(w.tasks());
                fork.append(w.fork());
                append(bytes, w.baseline().map(Reading::resident), w.loaded().map(Reading::resident),
                    w.loaded().flatMap(r -> boxed(r.peak())), boxed(w.live()),
                    w.loaded().map(r -> (long) r.threads()), boxed(w.spawnMillis()));
                outcome.append(w.outcome().toString());
                append(more, w.loaded().flatMap(r -> boxed(r.charged())), w.loaded().map(Reading::swapped),
                    w.loaded().map(Reading::huge));
                flags.append(w.flags());
                append(before, w.baseline().flatMap(r -> boxed(r.charged())));
                by.append(w.loaded().or(w::baseline).filter(r -> r.charged().isPresent())
                    .map(r -> r.kernel().all() ? KERNEL : AT_LEAST).orElse(""));
            }
        }
        var table = Table.create("weighings");
        text.forEach(table::addColumns);
        table.addColumns(tasks, fork);
        bytes.forEach(table::addColumns);
        table.addColumns(outcome);
        more.forEach(table::addColumns);
        table.addColumns(flags);
        before.forEach(table::addColumns);
        return table.addColumns(by);
    }

    /// One row per contender and quantity: bytes per further task, with the 95 % interval, and the least and the most
    /// of it between neighbouring sizes.
    public static Table slopes(String chapter, List<Weighings> steps) {
        var text = texts("chapter", "step", "contender", "params", "quantity", "unit");
        var numbers = doubles("value", "low", "high");
        var forks = IntColumn.create("forks");
        var origin = StringColumn.create("origin");
        var sizes = doubles("sizes_low", "sizes_high");
        for (var step : steps) {
            for (var variant : step.variants().entrySet()) for (Slope s : variant.getValue().slopes()) {
                append(sizes.getFirst(), s.sizes().map(r -> tenth(r.low())));
                append(sizes.getLast(), s.sizes().map(r -> tenth(r.high())));
                append(text, chapter, step.step(), s.contender().name(), variant.getKey(), s.quantity().toString(),
                    "B/task");
                append(numbers, tenth(s.value()), tenth(s.low()), tenth(s.high()));
                forks.append(s.forks());
                origin.append(origin(s.here()));
            }
        }
        var table = Table.create("slopes");
        text.forEach(table::addColumns);
        numbers.forEach(table::addColumns);
        table.addColumns(forks, origin);
        sizes.forEach(table::addColumns);
        return table;
    }

    /// One row per part of a contender's task.
    public static Table parts(String chapter, List<Backpacks> steps) {
        var text = texts("chapter", "step", "contender", "runtime", "version", "part");
        var bytes = DoubleColumn.create("bytes");
        var origin = StringColumn.create("origin");
        for (var step : steps)
            for (var parts : step.all())
                parts.bytes().forEach((part, size) -> {
                    append(text, chapter, step.step(), parts.contender().name(), parts.contender().runtime(),
                        parts.contender().version(), part);
                    bytes.append(size);
                    origin.append(origin(step.here(parts.contender().name())));
                });
        var table = Table.create("parts");
        text.forEach(table::addColumns);
        return table.addColumns(bytes, origin);
    }

    /// One row per figure that a process told of itself. Of one that failed, its origin says why; one that told nothing
    /// before has a row without a figure.
    public static Table reports(String chapter, List<Reports> steps) {
        var text = texts("chapter", "step", "contender", "runtime", "version", "params");
        var fork = IntColumn.create("fork");
        var figure = texts("name", "figure");
        var value = DoubleColumn.create("value");
        var origin = StringColumn.create("origin");
        for (var step : steps)
            for (var word : step.all()) {
                boolean failed = word.outcome() instanceof Outcome.Failed;
                var figures = failed && word.figures().isEmpty() ? Collections.singletonMap("", (Double) null)
                    : word.figures();
                figures.forEach((name, number) -> {
                    append(text, chapter, step.step(), word.contender().name(), word.contender().runtime(),
                        word.contender().version(), params(word.tasks(), word.params()));
                    fork.append(word.fork());
                    append(figure, word.name(), name);
                    if (number == null) value.appendMissing();
                    else value.append(number);
                    origin.append(failed ? word.outcome().toString()
                        : origin(!(word.outcome() instanceof Outcome.Recorded)));
                });
            }
        var table = Table.create("told");
        text.forEach(table::addColumns);
        table.addColumns(fork);
        figure.forEach(table::addColumns);
        return table.addColumns(value, origin);
    }

    /// One row per reading of a process that was watched, and one for each of its marks.
    public static Table traces(String chapter, List<Watched> steps) {
        var text = texts("chapter", "step", "contender", "runtime", "version", "params");
        var numbers = longs("millis", "resident_bytes", "threads", "held_bytes");
        var more = texts("mark", "origin");
        for (var step : steps) for (var t : step.traces()) {
            var who = List.of(chapter, step.step(), t.contender().name(), t.contender().runtime(),
                t.contender().version(), params(t.tasks(), t.params())).toArray(String[]::new);
            var origin = origin(!(t.outcome() instanceof Outcome.Recorded));
            for (var s : t.samples()) {
                append(text, who);
                append(numbers, Optional.of(s.millis()), Optional.of(s.resident()), Optional.of((long) s.threads()),
                    Optional.empty());
                append(more, "", origin);
            }
            for (var h : t.held()) {
                append(text, who);
                append(numbers, Optional.of(h.millis()), Optional.empty(), Optional.empty(), Optional.of(h.bytes()));
                append(more, "", origin);
            }
            for (var m : t.marks()) {
                append(text, who);
                append(numbers, Optional.of(m.millis()), Optional.empty(), Optional.empty(), Optional.empty());
                append(more, m.name(), origin);
            }
        }
        var table = Table.create("traces");
        text.forEach(table::addColumns);
        numbers.forEach(table::addColumns);
        more.forEach(table::addColumns);
        return table;
    }

    /// Key and value.
    public static Table machine(Machine machine) {
        var text = texts("key", "value");
        machine.facts().forEach((key, value) -> append(text, key, value));
        return Table.create("machine", text.get(0), text.get(1));
    }

    /// Measured on this machine, or read from data/recorded.
    static String origin(boolean here) {
        return here ? "here" : "recorded";
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String params(int tasks, Map<String, String> more) {
        return "tasks=" + tasks + new TreeMap<>(more).entrySet().stream()
            .map(e -> " " + e.getKey() + "=" + e.getValue()).collect(Collectors.joining());
    }

    static List<StringColumn> texts(String... names) {
        return List.of(names).stream().map(StringColumn::create).toList();
    }

    private static List<LongColumn> longs(String... names) {
        return List.of(names).stream().map(LongColumn::create).toList();
    }

    private static List<DoubleColumn> doubles(String... names) {
        return List.of(names).stream().map(DoubleColumn::create).toList();
    }

    static void append(List<StringColumn> columns, String... values) {
        for (int i = 0; i < values.length; i++) columns.get(i).append(values[i]);
    }

    private static void append(List<DoubleColumn> columns, double... values) {
        for (int i = 0; i < values.length; i++) columns.get(i).append(values[i]);
    }

    private static void append(DoubleColumn column, Optional<Double> value) {
        if (value.isPresent()) column.append(value.get());
        else column.appendMissing();
    }

    @SafeVarargs
    private static void append(List<LongColumn> columns, Optional<Long>... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i].isPresent()) columns.get(i).append(values[i].get());
            else columns.get(i).appendMissing();
        }
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}

package memorytax.table;

import memorytax.claim.Measured;
import memorytax.measure.process.Peers;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Slope;
import memorytax.measure.result.Stairs;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import memorytax.record.Machine;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tables as people read them: sizes with their units, intervals beside their middle. A table's name is its caption.
public final class Tables {
    /// So many things are better told below each other.
    private static final int MANY = 4;

    private Tables() {
    }

    /// A row per contender: baseline, what one more task costs (resident, charged, live), what the largest size
    /// occupies.
    public static Table summary(Weighings weighed) {
        return SummaryTable.of(weighed);
    }

    /// What processes told of themselves: a row per contender and name, a column per figure, with the means. Of what a
    /// process told again and again, the first and the last. Where several contenders tell many things, each is a
    /// column.
    public static Table reports(Reports reports) {
        var figures = reports.all().stream().flatMap(w -> w.figures().keySet().stream()).distinct().toList();
        var caption = "Reported by the processes themselves. " + Counted.means(reports) + Times.caption(reports);
        if (reports.contenders().size() > 1 && reports.names().size() > MANY) return beside(reports, figures, caption);
        var table = texts(caption, "contender", "with", "what");
        for (var figure : figures) table.addColumns(StringColumn.create(Titles.of(figure)));
        for (var c : reports.contenders())
            reports.points().forEach((with, part) -> {
                for (var name : part.names()) {
                    var cells = figures.stream()
                        .map(f -> figure(part, c.name(), name, f)).toList();
                    if (cells.stream().allMatch(String::isEmpty)) continue;
                    append(table, Stream.concat(Stream.of(c.name(), Titles.words(with), name), cells.stream())
                        .toArray(String[]::new));
                }
            });
        if (table.stringColumn("with").asList().stream().allMatch(String::isEmpty)) table.removeColumns("with");
        return table;
    }

    /// Processes that were watched: a row for each, its peak, its time and its threads, and the figures that it told,
    /// each the median of the forks.
    public static Table watched(Watched watched) {
        return WatchedTables.of(watched);
    }

    private static Table beside(Reports reports, List<String> figures, String caption) {
        var says = figures.stream().map(Titles::of).collect(Collectors.joining(" · "));
        var table = texts(says + ". " + caption, "what");
        for (var c : reports.contenders()) table.addColumns(StringColumn.create(c.name()));
        for (var name : reports.names())
            append(table, Stream.concat(Stream.of(name), reports.contenders().stream()
                .map(c -> figures.stream().map(f -> figure(reports, c.name(), name, f)).filter(t -> !t.isEmpty())
                    .collect(Collectors.joining("\u00a0·\u00a0")))).toArray(String[]::new));
        return table;
    }

    private static String figure(Reports reports, String contender, String name, String figure) {
        var values = reports.all().stream().filter(w -> w.contender().name().equals(contender) && w.name().equals(name)
            && w.fork() == 1 && w.figures().containsKey(figure)).map(w -> w.figures().get(figure)).toList();
        if (values.size() > 1 && again(reports, contender, name))
            return number(values.getFirst()) + " → " + number(values.getLast());
        return reports.median(contender, name, figure).flatMap(forks -> Times.range(figure, forks))
            .or(() -> reports.of(contender, name, figure).map(s -> number(s.mean()))).orElse("");
    }

    /// Whether a process told it more than once, and not of several loads.
    private static boolean again(Reports reports, String contender, String name) {
        return reports.all().stream().filter(w -> w.contender().name().equals(contender) && w.name().equals(name))
            .collect(Collectors.groupingBy(w -> List.of(w.fork(), w.tasks(), w.params()), Collectors.counting()))
            .values().stream().anyMatch(n -> n > 1);
    }

    static String number(double value) {
        boolean whole = Math.abs(value - Math.rint(value)) < 0.05;
        return String.format(Locale.ROOT, Math.abs(value) < 100 && !whole ? "%,.1f" : "%,.0f", value);
    }

    /// Costs beside each other: a row per slope.
    public static Table slopes(String caption, List<Slope> slopes) {
        var table = texts(caption, "contender", "quantity", "one more task", "95 % interval", "over sizes", "forks");
        for (var s : slopes)
            append(table, s.contender().name(), s.quantity().toString(), Bytes.exact(s.value()), interval(s),
                s.sizes().map(SummaryTable::range).orElse(""), s.here() ? String.valueOf(s.forks()) : "recorded");
        if (slopes.stream().allMatch(s -> s.sizes().isEmpty())) table.removeColumns("over sizes");
        return table;
    }

    /// How far off the scale is with objects whose size is known.
    ///
    /// @param known bytes of one of them, by the name of the contender that holds them
    public static Table errors(Weighings weighed, Map<String, Integer> known) {
        return ScaleErrors.of(weighed, known);
    }

    /// A row per step of a staircase.
    public static Table stairs(Stairs stairs) {
        return ByValue.of(stairs);
    }

    /// What one more task takes with each value of the one parameter that was varied: a row per value, a column per
    /// contender. Where none or several were varied, the summary.
    public static Table byValue(Weighings weighed) {
        return ByValue.key(weighed).map(key -> ByValue.of(weighed, key)).orElseGet(() -> summary(weighed));
    }

    /// What a parameter adds to one task: a row per contender, a column per value but the smallest, which the others
    /// are held against. A variant that was not weighed with that one, `goroutines (escaping)`, is held against
    /// `goroutines`.
    ///
    /// @param quantity which counts for a contender
    public static Table added(Weighings weighed, String key, Function<Contender, Quantity> quantity) {
        var slopes = weighed.slopesBy(key, quantity);
        var least = Titles.word(key, slopes.keySet().stream().findFirst().map(String::valueOf).orElse("0"));
        var table = texts("What one task costs more than a task with " + least + ", ± its 95 % interval."
            + Counted.recorded(weighed), "contender");
        if (slopes.isEmpty()) return table;
        var values = slopes.keySet().stream().skip(1).toList();
        for (var value : values) table.addColumns(StringColumn.create(Titles.word(key, "" + value)));
        for (var c : weighed.contenders()) {
            var base = find(slopes.firstEntry().getValue(), c.name())
                .or(() -> find(slopes.firstEntry().getValue(), Contender.kind(c.name())));
            var cells = values.stream().map(v -> Measured.more(find(slopes.get(v), c.name()), base)
                .map(m -> Bytes.exact(m.value()) + String.format(Locale.ROOT, " ± %,.0f", m.high() - m.value()))
                .orElse(""));
            append(table, Stream.concat(Stream.of(c.name()), cells).toArray(String[]::new));
        }
        return table;
    }

    private static Optional<Slope> find(List<Slope> slopes, String contender) {
        return slopes.stream().filter(s -> s.contender().name().equals(contender)).findFirst();
    }

    /// A row per contender: what its task is made of, largest first.
    public static Table parts(Backpacks backpacks) {
        var table = texts("The parts of one waiting task in bytes, as its runtime counts them."
            + Counted.recorded(backpacks), "contender", "together", "parts");
        for (var parts : backpacks.all())
            append(table, parts.contender().name(), Bytes.exact(parts.sum()),
                parts.bytes().entrySet().stream()
                    .map(e -> e.getKey() + " " + String.format(Locale.ROOT, "%,.0f", e.getValue()))
                    .collect(Collectors.joining(" · ")));
        return table;
    }

    /// What the parts of these tasks are: a table per runtime, a row per part.
    ///
    /// @param known tasks whose parts are left out
    public static List<Table> partNames(Backpacks backpacks, Backpacks... known) {
        return PartTable.of(backpacks, known);
    }

    /// Lines of a program, and beside each what Go's compiler says of it.
    public static Table goSays(Optional<List<Peers.Remark>> remarks) {
        return lines("What go build -gcflags=-m says about each line.", "Go's compiler says", remarks);
    }

    /// Lines of a program in Go, and beside each what was said of it; empty where nobody could be asked.
    static Table lines(String caption, String says, Optional<List<Peers.Remark>> remarks) {
        var table = texts(remarks.isPresent() ? caption : "There is no Go on this machine that could be asked.",
            "line", "code", says);
        for (var r : remarks.orElse(List.of())) append(table, String.valueOf(r.line()), r.code(), r.says());
        return table;
    }

    /// What was found of this machine.
    public static Table machine(Machine machine) {
        var table = texts("The machine, and the runtimes that were found on it.", "what", "found");
        append(table, "processor", machine.get("cpu") + ", " + machine.cores());
        append(table, "memory",
            machine.get("memory") + (machine.get("limit").isEmpty() ? "" : ", limited to " + machine.get("limit")));
        append(table, "system", machine.get("os") + " " + machine.get("kernel"));
        if (!machine.get("thp").isEmpty()) append(table, "huge pages", machine.get("thp"));
        append(table, "Java", machine.get("jdk") + ", " + machine.get("gc"));
        append(table, "Go", machine.get("go").isEmpty() ? "not found" : machine.get("go"));
        append(table, "Python", machine.get("python").isEmpty() ? "not found" : machine.get("python"));
        for (var runtime : List.of("node", "rust"))
            if (!machine.get(runtime).isEmpty()) append(table, PartTable.RUNTIMES.get(runtime), machine.get(runtime));
        return table;
    }

    /// What went wrong or was left out, a sentence per kind; none when every point was weighed.
    public static List<String> remarks(Weighings weighed) {
        return Remarks.of(weighed);
    }

    /// Why the parts of a task could not be counted, and what is recorded beside others that are not.
    public static List<String> remarks(Backpacks backpacks) {
        return Remarks.of(backpacks);
    }

    private static String interval(Slope s) {
        return String.format(Locale.ROOT, "%,.0f – %,.0f", s.low(), s.high());
    }

    static Table texts(String caption, String... columns) {
        var table = Table.create(caption);
        for (var name : columns) table.addColumns(StringColumn.create(name));
        return table;
    }

    static void append(Table table, String... values) {
        for (int i = 0; i < values.length; i++) table.stringColumn(i).append(values[i]);
    }
}

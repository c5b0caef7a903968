package memorytax.table;

import memorytax.measure.result.Bytes;
import memorytax.measure.result.Range;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tables of who runs tasks, what keeps them from it, and what is left of them.
public final class Scheduling {
    /// Of a limit, the share that has to be in use where it is the one that was reached, or what may be left of it: the
    /// kernel keeps the first 300 numbers of processes back.
    private static final double REACHED = 0.98, LEFT = 300;

    private Scheduling() {
    }

    /// The table for what was told of one of these things; empty where it is something else.
    static Optional<Table> of(Reports reports) {
        return reports.has("waited_ms") ? Optional.of(kept(reports)) : reports.has("in_use")
            ? Optional.of(limits(reports))
            : reports.has("core_percent") ? Optional.of(idle(reports)) : Optional.empty();
    }

    /// What processes take that are left alone: a row for each.
    private static Table idle(Reports reports) {
        var table = Tables.texts("CPU time of processes that were left alone, all of them in the same seconds. Linux "
            + "counts it in steps of 10 ms. " + forks(reports), "contender", "waiting", "left alone for", "CPU time",
            "of a core");
        for (var c : reports.contenders()) for (var name : reports.names()) {
            var cpu = reports.median(c.name(), name, "cpu_ms");
            if (cpu.isEmpty()) continue;
            Tables.append(table, c.name(), name, reports.median(c.name(), name, "seconds")
                .map(s -> text("%.1f s", s.median())).orElse(""), text("%,.0f ms", cpu.get().median()),
                reports.median(c.name(), name, "core_percent").map(s -> text("%.1f %%", s.median())).orElse(""));
        }
        return table;
    }

    /// How jobs were shared that are `ms` together on one core: a row per contender, the medians of the forks with the
    /// range of what was run elsewhere.
    public static Table shared(Reports reports) {
        double ms = reports.by("ms").keySet().stream().mapToInt(v -> v).max().orElse(0);
        var table = Tables.texts("The share of the work that was run by another carrier than it was handed to. "
            + forks(reports), "contender", "carriers", "time", "times as fast as one", "run elsewhere");
        for (var c : reports.contenders()) {
            var seconds = reports.median(c.name(), "work", "seconds");
            var elsewhere = reports.median(c.name(), "work", "elsewhere_percent");
            if (seconds.isEmpty() || elsewhere.isEmpty()) continue;
            Tables.append(table, c.name(), reports.median(c.name(), "work", "carriers").map(s -> text("%,.0f",
                s.median()))
                .orElse(""), text("%.2f s", seconds.get().median()), text("%.1f", ms / 1e3 / seconds.get().median()),
                range(elsewhere.get()));
        }
        return table;
    }

    /// What keeps a carrier: a row for each thing that blocks.
    private static Table kept(Reports reports) {
        var table = Tables.texts("How long another virtual thread had to wait for the one carrier. Kept: until the "
            + "first one went on. Free: it ran while the first one was blocked. " + forks(reports), "what it does",
            "the other waits", "the carrier is", "JVM says");
        for (var c : reports.contenders()) for (var name : reports.names()) {
            var waited = reports.median(c.name(), name, "waited_ms");
            if (waited.isEmpty()) continue;
            Tables.append(table, name, text("%,.1f ms", waited.get().median()),
                keeps(reports, c.name(), name).map(k -> k ? "kept" : "free").orElse("not clear"),
                figure(reports, c.name(), name, "pinned").replaceAll("^0$", "").replaceAll("^[1-9].*", "pinned"));
        }
        return table;
    }

    /// Whether something keeps its carrier while it blocks, in every fork: the other one then has its turn when that is
    /// over, and not before. Empty where the forks do not agree.
    public static Optional<Boolean> keeps(Reports reports, String contender, String name) {
        var kept = reports.each(contender, name, f -> f.getOrDefault("waited_ms", 0.0) >= f.getOrDefault("of_ms", 0.0));
        return kept.stream().distinct().count() == 1 ? Optional.of(kept.getFirst()) : Optional.empty();
    }

    /// Of these the only one that keeps its carrier; empty where that is none or several, or where it is not clear.
    public static String keeper(Reports reports, String contender, List<String> names) {
        var kept = names.stream().filter(n -> keeps(reports, contender, n).orElse(false)).toList();
        boolean clear = names.stream().allMatch(n -> keeps(reports, contender, n).isPresent());
        return clear && kept.size() == 1 ? kept.getFirst() : "";
    }

    /// What a process takes at each of the points at which it asked to be weighed, and how much of what its tasks took
    /// it has given back at the last: a row per contender, and number of tasks where there are several.
    static Table givenBack(Watched watched) {
        var reports = watched.reports();
        var stages = reports.all().stream().filter(w -> w.figures().containsKey(Watched.TAKEN))
            .map(Reports.Report::name)
            .distinct().toList();
        var table = Tables.texts("What the process takes. Given back: of what it took for its tasks, at last. "
            + forks(reports), "contender");
        stages.forEach(s -> table.addColumns(StringColumn.create(s)));
        table.addColumns(StringColumn.create("given back"));
        var sizes = reports.all().stream().map(Reports.Report::tasks).filter(n -> n > 0).sorted().distinct().toList();
        for (int size : sizes) for (var c : reports.contenders()) {
            var its = new Reports(reports.step(), reports.all().stream().filter(w -> w.tasks() == size).toList());
            if (stages.isEmpty() || its.of(c.name(), stages.getFirst(), Watched.TAKEN).isEmpty()) continue;
            var row = new ArrayList<>(List.of(c.name() + (sizes.size() > 1 ? text(", %,.0f tasks", size) : "")));
            stages.forEach(s -> row.add(its.median(c.name(), s, Watched.TAKEN).map(m -> Bytes.of(m.median()))
                .orElse("")));
            row.add(givenBack(its, c.name(), stages).map(s -> text("%.0f %%", s)).orElse(""));
            Tables.append(table, row.toArray(String[]::new));
        }
        return table;
    }

    private static Optional<Double> givenBack(Reports reports, String contender, List<String> stages) {
        var first = reports.median(contender, stages.getFirst(), Watched.MORE).map(Range::median);
        var last = reports.median(contender, stages.getLast(), Watched.MORE).map(Range::median);
        return first.flatMap(f -> last.map(l -> 100 * (f - l) / f));
    }

    /// The limits of the system, the fullest first, as they were when the last thread had been started.
    private static Table limits(Reports reports) {
        var table = Tables.texts("When the last thread had been started. In use: by all processes that can be seen, "
            + "or by this one.", "limit", "its value", "in use", "filled");
        for (var c : reports.contenders()) for (var name : byFill(reports, c.name()))
            Tables.append(table, system(name), figure(reports, c.name(), name, "limit"),
                figure(reports, c.name(), name, "in_use"), text("%.1f %%", 100 * fill(reports, c.name(), name)));
        return table;
    }

    /// How it ended, in a few sentences.
    public static String end(Reports reports, String contender) {
        var started = reports.of(contender, "threads", "started");
        if (started.isEmpty()) return "Nobody could be asked.";
        var all = text("%,.0f", started.get().mean());
        var end = new StringBuilder();
        var nearest = byFill(reports, contender).stream().filter(n -> reached(reports, contender, n)).findFirst();
        if (!reports.always(contender, "threads", "refused", 1).orElse(false))
            end.append("After ").append(all).append(" threads it stopped by itself: ").append(
                reports.always(contender, "threads", "full", 1).orElse(false) ? "there was no memory to spare."
                    : "that is the cap of this run, not the system's.");
        else end.append("After ").append(all).append(" threads the system refused. ").append(nearest
            .map(n -> "The limit that it had come to is " + system(n) + ", " + figure(reports, contender, n, "limit")
                + ".")
            .orElse("None of the limits that can be read here was near."));
        reports.of(contender, "threads", "virtual").filter(v -> v.mean() > 0).ifPresent(v -> end.append(
            text(" Just then %,.0f virtual threads were started, and ran.", v.mean())));
        reports.of(contender, "threads", "again").filter(n -> n.mean() > 0).ifPresent(n -> end.append(
            text(" Then some were let go, and %,.0f others could be started", n.mean())).append(
            reports.of(contender, "threads", "again_ms").map(ms -> text(", %,.0f ms later.", ms.mean())).orElse(".")));
        return end.toString();
    }

    /// As the system calls it: on its way here an underscore has become a blank.
    private static String system(String limit) {
        return limit.matches("(ulimit|cgroup) .*") ? limit : limit.replace(' ', '_');
    }

    private static List<String> byFill(Reports reports, String contender) {
        return reports.names().stream().filter(n -> reports.of(contender, n, "limit").isPresent())
            .sorted(Comparator.comparingDouble((String n) -> fill(reports, contender, n)).reversed()).toList();
    }

    private static boolean reached(Reports reports, String contender, String name) {
        double left = reports.of(contender, name, "limit").orElseThrow().mean() * (1 - fill(reports, contender, name));
        return left <= LEFT || fill(reports, contender, name) >= REACHED;
    }

    private static double fill(Reports reports, String contender, String name) {
        return reports.of(contender, name, "in_use").orElseThrow().mean()
            / reports.of(contender, name, "limit").orElseThrow().mean();
    }

    private static String figure(Reports reports, String contender, String name, String figure) {
        return reports.of(contender, name, figure).map(s -> text("%,.0f", s.mean())).orElse("");
    }

    /// What share of the work was run elsewhere: `48 % (47 to 50)`; `an unknown share` where nobody told.
    public static String elsewhere(Reports reports, String contender) {
        return reports.median(contender, "work", "elsewhere_percent").map(Scheduling::range).orElse("an unknown share");
    }

    private static String range(Range s) {
        return s.high() - s.low() < 0.5 ? text("%.0f %%", s.median())
            : text("%.0f %% (", s.median()) + text("%.0f to ", s.low()) + text("%.0f)", s.high());
    }

    private static String forks(Reports reports) {
        int forks = reports.contenders().stream().filter(c -> reports.here(c.name())).mapToInt(reports::forks).max()
            .orElse(0);
        return forks == 0 ? "Recorded, not measured here." : forks == 1 ? "One fork." : "Medians of " + forks
            + " forks.";
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

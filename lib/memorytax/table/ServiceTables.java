package memorytax.table;

import memorytax.claim.Measured;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Counted;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Weighings;
import memorytax.service.Costs;
import memorytax.service.Doubt;
import memorytax.service.Estimate;
import memorytax.service.Estimates;
import memorytax.service.Flag;
import memorytax.service.GarbageRoom;
import memorytax.service.Offer;
import memorytax.service.Service;
import memorytax.service.ServiceRuns;
import memorytax.service.Trial;
import memorytax.service.WaitsFor;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Tables for readers who plan a service: what is known of each architecture, what it would take, and what that costs.
public final class ServiceTables {
    private ServiceTables() {
    }

    /// What the chapters have found: a row for each architecture, a column for each of some depths.
    public static Table costs(Costs costs) {
        var table = Tables.texts((costs.waitsFor() == WaitsFor.CLIENT
            ? "Each task is a connection with a quiet client. " : "")
            + "Empty: the process without tasks. First: what comes once with the first tasks; it is "
            + "below zero where the line is not straight at its start. The other columns: what one more task adds "
            + "that waits so many frames down. A depth that was not weighed is read from the line between its "
            + "neighbours, in Go from the staircase." + missing(costs), "architecture", "whose", "empty", "first");
        var depths = new TreeSet<>(List.of(0, 10, 30, 100, 300));
        depths.forEach(d -> table.addColumns(StringColumn.create(d == 0 ? "at the top" : d + " down")));
        for (var a : costs.all()) {
            boolean top = !a.stacked() || a.guest() && a.task().points().size() == 1;
            var cells = depths.stream().map(d -> top && d > 0 ? "" : Bytes.of(a.task().at(d).value()));
            Tables.append(table, Stream.concat(Stream.of(a.name(), a.here() ? "yours" : "recorded",
                Bytes.of(a.empty().value()), Bytes.of(a.start().value())), cells).toArray(String[]::new));
        }
        return table;
    }

    private static String missing(Costs costs) {
        return costs.missing().isEmpty() ? "" : " Left out, because no run of chapter 11 says what they cost: "
            + String.join(", ", costs.missing()) + ".";
    }

    /// What bytes cost that a task holds: a row for each contender.
    public static Table held(Service service, Weighings held) {
        int bytes = service.holding();
        var table = Tables.texts(bytes == 0 ? "Your tasks hold no bytes, so there is nothing to compare." : "What it "
            + "costs that one task holds " + Bytes.named(bytes) + ": the process with these bytes, less the process "
            + "without them, for each task." + Counted.recorded(held),
            "contender", "resident", "95 % interval", "for each byte", "live");
        if (bytes > 0) for (var c : held.contenders())
            Estimates.held(held, c.runtime(), Quantity.RESIDENT, bytes).ifPresent(m -> Tables.append(table, c.name(),
                Bytes.exact(m.value()), String.format(Locale.ROOT, "%,.0f – %,.0f", m.low(), m.high()),
                String.format(Locale.ROOT, "%.2f", m.value() / bytes),
                Estimates.held(held, c.runtime(), Quantity.LIVE, bytes).map(l -> Bytes.exact(l.value())).orElse("")));
        return table;
    }

    /// What a service takes while nothing comes and goes: a row for each architecture.
    public static Table parked(Estimates estimates) {
        var table = Tables.texts("Calculated, without garbage: " + estimates.service().parked()
            + estimates.doubts(Doubt.DEPTH, Doubt.BYTES), "architecture",
            "one task", "whole process", "between", "live", "rests on");
        for (var e : estimates.all())
            Tables.append(table, e.name(), Bytes.of((e.parked().value() - e.of().base().value()) / tasks(estimates)),
                Bytes.of(e.parked().value()), interval(e.parked()), e.need().map(n -> Bytes.of(n.value())).orElse(""),
                restsOn(e));
        return table;
    }

    private static int tasks(Estimates estimates) {
        return estimates.service().tasks();
    }

    private static String restsOn(Estimate e) {
        return (e.total().here() ? "yours" : "recorded") + (e.extrapolated() ? ", beyond" : "")
            + (e.doubts().contains(Doubt.BYTES) ? ", assumed" : "");
    }

    /// What a service needs: a row for each architecture.
    public static Table needs(Estimates estimates) {
        var table = Tables.texts("Calculated: " + estimates.service() + sockets(estimates)
            + estimates.doubts(Doubt.values()), "architecture",
            "parked", "peak", "between", "fits", "at most", "rests on");
        for (var e : estimates.all())
            Tables.append(table, e.name(), Bytes.of(e.parked().value()), e.tried() ? Bytes.of(e.all().value())
                : unknown(e), between(e), fits(e),
                e.tried() ? String.format(Locale.ROOT, "%,d", e.most()) : "?", restsOn(e));
        return table;
    }

    /// Of a guest it is said why.
    private static String unknown(Estimate e) {
        return e.doubts().isEmpty() ? "?" : "not measured";
    }

    private static String between(Estimate e) {
        return e.known() ? interval(e.all()) : e.doubts().isEmpty() ? "?" : "at least " + Bytes.of(e.all().low());
    }

    /// What is in the figures beside the processes.
    private static String sockets(Estimates estimates) {
        var e = estimates.all().stream().filter(_ -> estimates.service().connected()).findFirst();
        return e.map(each -> each.sockets().value() == 0 ? " What the kernel keeps for sockets is not included: nobody "
            + "has measured it here." : " Peak contains " + Bytes.of(each.sockets().value())
            + " that the kernel charges for the sockets; parked is the process alone.").orElse("");
    }

    private static String fits(Estimate e) {
        return switch (e.fit()) {
            case YES -> e.waits() ? "yes" : "no stack";
            case FLAG -> e.waits() ? "flag" : "no stack";
            case EDGE -> "perhaps";
            case NO -> "no";
        };
    }

    /// What a flag saves, and what its collector takes for that: a row for each architecture.
    public static Table flags(Estimates estimates) {
        var s = estimates.service();
        var table = Tables.texts("Sizes are upper bounds. GC: CPU time of the collector in % of one core, with "
            + s.garbage() + ".", "architecture", "no flag", "GC", "flag", "with flag", "GC with flag");
        for (var e : estimates.all())
            Tables.append(table, e.name(), e.known() ? Bytes.of(e.all().high()) : unknown(e), gc(estimates, e.gc()),
                e.flag().map(Flag::words).orElse(e.of().guest() ? "not measured" : "none"),
                e.flag().map(f -> Bytes.of(e.withSockets(f).high())).orElse(""),
                e.flag().map(f -> gc(estimates, f.gc())).orElse(""));
        return table;
    }

    private static String gc(Estimates estimates, OptionalDouble gc) {
        return gc.isEmpty() || estimates.service().allocating() == 0 ? "" : estimates.percent(gc.getAsDouble());
    }

    /// What garbage has made of processes: a row for each that was watched.
    public static Table garbage(ServiceRuns runs) {
        int tasks = runs.reports().all().stream().mapToInt(w -> w.tasks()).max().orElse(0);
        int forks = runs.contenders().stream().mapToInt(runs::forks).max().orElse(0);
        var table = Tables.texts(Counted.of(tasks, "task") + " and their garbage. Peak: the largest resident memory. "
            + "Times: the peak divided by parked. GC: CPU time of the collector for each GB of garbage. "
            + (forks > 1 ? "Medians of " + Counted.of(forks, "fork") + "; in brackets, the range of the peak."
            : Counted.ONE) + Counted.recorded(runs), "contender", "garbage", "parked", "peak",
            "times", "GC");
        for (var r : GarbageRoom.of(runs)) Tables.append(table, r.name(),
            r.rate() == 0 ? "none" : Bytes.of(r.rate()) + "/s", Bytes.of(r.parked()), Bytes.of(r.peak().value())
                + (r.peak().low() < r.peak().high() ? " (" + interval(r.peak()) + ")" : ""),
            String.format(Locale.ROOT, "%.2f", r.peak().value() / r.parked()),
            r.gc().isEmpty() ? "" : String.format(Locale.ROOT, "%,.0f ms", r.gc().getAsDouble()));
        return table;
    }

    /// What its memory costs for a month: a row for each architecture.
    public static Table prices(Estimates estimates, Offer offer) {
        var table = Tables.texts(String.format(Locale.ROOT, "Calculated with %.2f USD for a GB and a month. %s.",
            offer.price(), capital(offer.source())) + estimates.doubts(Doubt.values()), "architecture", "memory",
            "USD a month", "between");
        for (var e : certain(estimates))
            Tables.append(table, e.name(), Bytes.of(e.all().value()), dollars(offer.month(e.all().value())),
                dollars(offer.month(e.all().low())) + " – " + dollars(offer.month(e.all().high())));
        for (var e : estimates.all().stream().filter(e -> !e.doubts().isEmpty()).toList())
            Tables.append(table, e.name(), "at least " + Bytes.of(e.all().low()), "at least "
                + dollars(offer.month(e.all().low())), "");
        return table;
    }

    private static List<Estimate> certain(Estimates estimates) {
        return estimates.all().stream().filter(e -> e.tried() && e.doubts().isEmpty()).toList();
    }

    /// How many machines it takes for so many tasks: a row for each architecture.
    public static Table machines(Estimates estimates, Offer offer, int... tasks) {
        var table = Tables.texts(String.format(Locale.ROOT, "Calculated for machines of %s. %.0f %% of each machine is "
                + "left to the system. One machine more than needed is counted, so that one may fail. Each task %s.",
            Bytes.named(offer.machine()), 100 * Offer.SHARE, estimates.service().task()) + doubtful(estimates),
            "architecture", "tasks on one");
        for (int n : tasks) table.addColumns(StringColumn.create(String.format(Locale.ROOT, "for %,d", n)));
        for (var e : certain(estimates)) {
            int each = e.most(offer.room());
            var cells = Stream.concat(Stream.of(e.name(), e.waits() ? String.format(Locale.ROOT, "%,d", each)
                : "no stack"), Arrays.stream(tasks).mapToObj(n -> !e.waits() ? "" : each == 0 ? "machine too small"
                    : String.format(Locale.ROOT, "%,d", machines(n, each))));
            Tables.append(table, cells.toArray(String[]::new));
        }
        return table;
    }

    private static String doubtful(Estimates estimates) {
        var names = estimates.all().stream().filter(e -> !e.doubts().isEmpty()).map(Estimate::name).toList();
        return names.isEmpty() ? "" : " Left out, because not all of their memory is measured: "
            + String.join(", ", names) + ".";
    }

    /// With room for one to fail.
    static long machines(int tasks, int each) {
        return (long) Math.ceil((double) tasks / each) + 1;
    }

    /// What was predicted beside what came out: a row for each that was run.
    public static Table trials(List<Trial> trials) {
        var measured = trials.stream().flatMap(t -> t.measured().stream()).toList();
        boolean recorded = !measured.isEmpty() && measured.stream().noneMatch(Measured::here);
        var table = Tables.texts("The predicted peak beside the peak of a process that was watched."
            + (recorded ? " " + Counted.RECORDED : ""), "contender",
            "predicted", "between", "measured", "off");
        for (var t : trials)
            Tables.append(table, t.contender(), Bytes.of(t.predicted().value()), interval(t.predicted()),
                t.measured().map(m -> Bytes.of(m.value())).orElse("not run"),
                t.off().map(o -> String.format(Locale.ROOT, "%+.0f %%", 100 * o)).orElse(""));
        return table;
    }

    private static String interval(Measured m) {
        return Bytes.of(m.low()) + " – " + Bytes.of(m.high());
    }

    private static String dollars(double usd) {
        return String.format(Locale.ROOT, usd < 100 ? "%,.2f" : "%,.0f", usd);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

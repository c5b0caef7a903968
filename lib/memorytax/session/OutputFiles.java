package memorytax.session;

import memorytax.chart.svg.Svg;
import memorytax.claim.Headline;
import memorytax.claim.OwnVerdicts;
import memorytax.claim.Verdicts;
import memorytax.file.AtomicFile;
import memorytax.file.CsvMerge;
import memorytax.measure.result.Backpacks;
import memorytax.measure.result.Calibration;
import memorytax.measure.result.Observed;
import memorytax.measure.result.Reported;
import memorytax.measure.result.Reports;
import memorytax.measure.result.Watched;
import memorytax.measure.result.Weighings;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.Machine;
import memorytax.record.Records;
import memorytax.record.Rulings;
import memorytax.record.StepTimes;
import memorytax.view.Part;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes what a chapter finds under `out/chapter1/`: each chart as SVG and PNG, each table as CSV, named after its
/// cell, and the files that keep their form.
final class OutputFiles implements Reader {
    private final Path folder;
    private final Machine machine;
    private final Map<String, List<String>> written = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, StepOutcome> timed = new LinkedHashMap<>();
    private final boolean clock;
    private boolean needed;
    private Chapter chapter;

    /// @param folder of this chapter, `out/chapter1`
    /// @param clock  whether it is worth noting how long the steps take: those of a recorded run take no time
    OutputFiles(Path folder, Machine machine, boolean clock) {
        this.folder = folder;
        this.machine = machine;
        this.clock = clock;
    }

    /// What was written for a step, relative to the page.
    List<String> of(Cell.Step step) {
        return written.getOrDefault(step.name(), List.of()).stream().filter(this::there).toList();
    }

    /// How many files were written, by their ending.
    long count(String ending) {
        return written.values().stream().flatMap(List::stream).distinct()
            .filter(f -> f.endsWith(ending)).filter(this::there).count();
    }

    private boolean there(String name) {
        return Files.isRegularFile(folder.resolveSibling(name));
    }

    @Override
    public void opening(Chapter chapter) {
        this.chapter = chapter;
    }

    @Override
    public void cell(Cell.Documented cell) {
        needed = false;
    }

    /// What is only needed may come from an earlier run, and take no time.
    @Override
    public void needed(Cell.Step step) {
        needed = true;
    }

    @Override
    public void changed(Chapter chapter) {
        this.chapter = chapter;
        values.keySet().retainAll(chapter.steps().stream().map(Cell::name).toList());
    }

    /// Their files are written anew when they come up again, and until then nothing points to them.
    @Override
    public void forgotten(Set<String> cells) {
        values.keySet().removeAll(cells);
        written.keySet().removeAll(cells);
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        values.remove(step.name()); // of an earlier run
        if (clock && !needed) timed.put(step.name(), happening);
        if (!(happening instanceof StepOutcome.Result(Object value, var _)) || value == null) return;
        values.put(step.name(), value);
        written.remove(step.name());
        int number = 0;
        for (var part : Part.of(value)) {
            var name = step.name() + (number == 0 ? "" : "-" + (number + 1));
            if (part instanceof Part.Rows || part instanceof Part.Picture) number++;
            if (value instanceof OwnVerdicts && part instanceof Part.Rulings(var own))
                table(step.name(), name, Rulings.verdicts(own.all()));
            if (part instanceof Part.Claims(var ledger)) table(step.name(), name, Rulings.ledger(ledger));
            if (part instanceof Part.Rows(var table, _) && !Records.NAMES.contains(name))
                table(step.name(), name, table);
            if (part instanceof Part.Picture(var chart, _)) chart(step.name(), name, chart);
        }
        // at once, so that who is interrupted later does not measure it again
        if (value instanceof Weighings || value instanceof Calibration || value instanceof Backpacks
            || value instanceof Reported) write();
    }

    @Override
    public void closing() {
        write();
    }

    /// Writes the files that keep their form. A kind of which there is nothing is not written, so that `--only` leaves
    /// what other runs on this machine have found as it was.
    private void write() {
        if (!timed.isEmpty()) StepTimes.write(ready(), chapter.name(), timed);
        var weighings = weighings();
        var backpacks = of(Backpacks.class).toList();
        var watched = of(Observed.class).map(Observed::watched).toList();
        var reports = Stream.concat(of(Reported.class).filter(told -> !(told instanceof Observed))
            .map(Reported::reports), watched.stream().map(Watched::reports)).toList();
        var verdicts = of(Verdicts.class).flatMap(v -> v.all().stream()).toList();
        if (Stream.of(weighings, backpacks, reports, verdicts).allMatch(Collection::isEmpty)) return;
        boolean same = sameMachine();
        if (!weighings.isEmpty()) {
            kept("weighings", Records.weighings(chapter.name(), weighings), steps(weighings), same);
            kept("slopes", Records.slopes(chapter.name(), weighings), steps(weighings), same);
        }
        if (!backpacks.isEmpty()) {
            var steps = backpacks.stream().map(Backpacks::step).collect(Collectors.toSet());
            kept("parts", Records.parts(chapter.name(), backpacks), steps, same);
        }
        if (!reports.isEmpty()) kept("told", Records.reports(chapter.name(), reports),
            reports.stream().map(Reports::step).collect(Collectors.toSet()), same);
        if (!watched.isEmpty()) kept("traces", Records.traces(chapter.name(), watched),
            watched.stream().map(Watched::step).collect(Collectors.toSet()), same);
        if (!verdicts.isEmpty()) table("", "verdicts", Rulings.verdicts(verdicts));
        of(Headline.class).findFirst().ifPresent(h -> table("", "headline", Rulings.headline(h)));
        table("", "machine", Records.machine(machine)); // last: until then it says where the older rows come from
    }

    private List<Weighings> weighings() {
        return values.values().stream().map(v -> v instanceof Calibration c ? c.weighed() : v)
            .filter(Weighings.class::isInstance).map(Weighings.class::cast).toList();
    }

    private <T> Stream<T> of(Class<T> type) {
        return values.values().stream().filter(type::isInstance).map(type::cast);
    }

    private static Set<String> steps(List<Weighings> weighings) {
        return weighings.stream().map(Weighings::step).collect(Collectors.toSet());
    }

    /// Whether the results that lie there come from this very machine and these versions; the time does not count.
    private boolean sameMachine() {
        try {
            var file = folder.resolve("machine.csv");
            var text = new StringWriter();
            Records.machine(machine).write().csv(text);
            var now = timeless(text.toString().lines().toList());
            return Files.isRegularFile(file) && timeless(Files.readAllLines(file)).equals(now);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> timeless(List<String> rows) {
        return rows.stream().filter(row -> !row.startsWith("started,")).toList();
    }

    private void kept(String name, Table table, Set<String> steps, boolean keep) {
        try {
            CsvMerge.write(table, file("", name + ".csv"), steps, keep);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void table(String step, String name, Table table) {
        var text = new StringWriter();
        table.write().csv(text);
        try {
            AtomicFile.write(file(step, name + ".csv"), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void chart(String step, String name, Chart<?, ?> chart) {
        try {
            Svg.writeSvg(chart, file(step, name + ".svg"));
            Svg.writePng(chart, file(step, name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ready() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String step, String name) {
        ready();
        written.computeIfAbsent(step, _ -> new ArrayList<>()).add(folder.getFileName() + "/" + name);
        return folder.resolve(name);
    }
}

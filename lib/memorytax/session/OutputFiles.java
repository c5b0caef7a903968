package memorytax.session;

import memorytax.chart.svg.Svg;
import memorytax.file.AtomicFile;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.ChapterFiles;
import memorytax.record.Machine;
import memorytax.record.StepsCsv;
import memorytax.view.NamedPart;
import memorytax.view.Part;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /// How many files were written, by their ending; what an earlier run has left is none of them.
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

    /// It is measured now.
    @Override
    public void onTheWay(Cell.Step step) {
        needed = false;
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
        for (var named : NamedPart.of(step.name(), value)) {
            var name = named.name();
            if (named.part() instanceof Part.Rows(var table, _) && !ChapterFiles.NAMES.contains(name))
                csv(step.name(), name, text(table));
            if (named.part() instanceof Part.Picture(var chart, _)) chart(step.name(), name, chart);
        }
        ChapterFiles.own(value).ifPresent(text -> csv(step.name(), step.name(), text));
        if (ChapterFiles.measured(value)) write(); // so that who is interrupted later does not measure it again
    }

    @Override
    public void closing() {
        write();
    }

    /// Writes the files that keep their form.
    private void write() {
        if (!timed.isEmpty()) StepsCsv.write(ready(), chapter.name(), timed);
        ChapterFiles.texts(folder, chapter.name(), values.values(), machine).forEach((name, text) ->
            csv("", name, text));
    }

    private static String text(Table table) {
        var text = new StringWriter();
        table.write().csv(text);
        return text.toString();
    }

    private void csv(String step, String name, String text) {
        try {
            written(step, name + ".csv", text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void chart(String step, String name, Chart<?, ?> chart) {
        try {
            written(step, name + ".svg", Svg.file(chart).getBytes(StandardCharsets.UTF_8));
            written(step, name + ".png", Svg.png(chart));
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

    /// Only what is there whole is listed.
    private void written(String step, String name, byte[] bytes) throws IOException {
        AtomicFile.write(ready().resolve(name), bytes);
        written.computeIfAbsent(step, _ -> new ArrayList<>()).add(folder.getFileName() + "/" + name);
    }
}

package memorytax.export;

import memorytax.catalog.Listing;
import memorytax.file.AtomicFile;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.view.Provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads a chapter while it runs, and writes it in other forms beside its page when that is done.
public final class ExportReader implements Reader {
    private final Wanted wanted;
    private final RunFacts facts;
    private final Supplier<Path> page;
    private final Function<Cell.Documented, List<Listing>> listings;
    private final Function<Cell.Step, List<String>> files;
    private final Map<String, StepOutcome> happened = new LinkedHashMap<>();
    private final Provenance provenance;
    private final List<Path> written = new ArrayList<>();
    private Chapter chapter;

    /// What is to be written.
    ///
    /// @param browser that prints a PDF; empty when none is wanted
    /// @param script  where the chapter lies in the workbook: `chapters/chapter9.java`
    /// @param givens  a parameter of a step that no step returns -> the Java that makes its value in a notebook
    public record Wanted(boolean ipynb, boolean markdown, Optional<Path> browser, String script,
                         BiFunction<Cell.Step, Cell.Parameter, Optional<String>> givens) {
    }

    /// @param page     that was written, after whose name the exports are called; asked at the end
    /// @param listings a cell -> its load in other languages; empty for most
    /// @param files    a step -> what was written for it, relative to the page: `chapter1/growth.csv`; asked at the end
    public ExportReader(Wanted wanted, RunFacts facts, Supplier<Path> page,
                        Function<Cell.Documented, List<Listing>> listings,
                        Function<Cell.Step, List<String>> files) {
        this.wanted = wanted;
        this.facts = facts;
        this.page = page;
        this.listings = listings;
        this.files = files;
        provenance = new Provenance(facts.recorded());
    }

    /// The files that were written, in order.
    public List<Path> written() {
        return List.copyOf(written);
    }

    @Override
    public void opening(Chapter chapter) {
        this.chapter = chapter;
    }

    @Override
    public void changed(Chapter chapter) {
        this.chapter = chapter;
        happened.keySet().retainAll(chapter.steps().stream().map(Cell::name).toList());
    }

    @Override
    public void forgotten(Set<String> cells) {
        happened.keySet().removeAll(cells);
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        happened.put(step.name(), happening);
        if (happening instanceof StepOutcome.Result(Object value, var _)) provenance.add(step, value);
    }

    /// Writes the files. The page and the pictures have to be there by now.
    ///
    /// @throws UncheckedIOException when one cannot be written
    @Override
    public void closing() {
        written.clear();
        var run = new ChapterRun(chapter, facts, happened, provenance, listings, files);
        try {
            if (wanted.ipynb) write(".ipynb", IpynbExport.of(run,
                new JupyterCode(chapter, wanted.script, facts.recorded(), wanted.givens)));
            if (wanted.markdown) write(".md", MarkdownExport.of(run));
            if (wanted.browser.isPresent()) {
                var pdf = file(".pdf");
                new PdfPrinter(wanted.browser.get()).print(page.get(), pdf);
                written.add(pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String ending, String text) throws IOException {
        var file = file(ending);
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, text);
        written.add(file);
    }

    private Path file(String ending) {
        return page.get().resolveSibling(page.get().getFileName().toString().replaceAll("\\.html$", ending));
    }
}

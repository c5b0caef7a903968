package memorytax.page;

import memorytax.catalog.Listing;
import memorytax.file.AtomicFile;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.record.ChapterFiles;
import memorytax.view.Provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads a chapter while it runs, and writes it as one self-contained HTML file when it is done.
public final class PageReader implements Reader {
    private final Path file;
    private final PageInfo imprint;
    private final Function<Cell.Documented, List<Listing>> listings;
    private final Function<Cell.Step, List<String>> files;
    private final Map<String, StepOutcome> happened = new LinkedHashMap<>();
    /// Results that hold no longer, of steps that have not come up again.
    private final Map<String, StepOutcome> earlier = new HashMap<>();
    private final Provenance provenance;
    private final Neighbours around;
    private Chapter chapter;
    private Path written;
    private Optional<Path> fresh = Optional.empty();

    /// @param file     to write: `out/chapter1.html`; folders that are missing are made
    /// @param listings a cell -> its load in other languages, as further tabs; empty for most
    /// @param files    a step -> what was written for it, relative to the page: `chapter1/growth.csv`; asked at the end
    public PageReader(Path file, PageInfo imprint, Function<Cell.Documented, List<Listing>> listings,
                      Function<Cell.Step, List<String>> files) {
        this(file, imprint, listings, files, Neighbours.of(file));
    }

    /// The same for a page among others than its folder holds now.
    public PageReader(Path file, PageInfo imprint, Function<Cell.Documented, List<Listing>> listings,
                      Function<Cell.Step, List<String>> files, Neighbours around) {
        this.file = file;
        this.around = around;
        written = file;
        this.imprint = imprint;
        this.listings = listings;
        this.files = files;
        provenance = new Provenance(imprint.recorded());
    }

    @Override
    public void opening(Chapter chapter) {
        this.chapter = chapter;
    }

    @Override
    public void changed(Chapter chapter) {
        this.chapter = chapter;
        for (var all : List.of(happened, earlier))
            all.keySet().retainAll(chapter.steps().stream().map(Cell::name).toList());
    }

    @Override
    public void forgotten(Set<String> cells) {
        for (var cell : cells)
            if (happened.remove(cell) instanceof StepOutcome.Result result) earlier.put(cell, result);
    }

    /// A step that is run again replaces what it said before.
    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        happened.put(step.name(), happening);
        earlier.remove(step.name());
        if (happening instanceof StepOutcome.Result(Object value, var _)) provenance.add(step, value);
    }

    /// Writes the page. Files that it is to point to have to be there by now.
    ///
    /// @throws UncheckedIOException when the file cannot be written
    @Override
    public void closing() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            written = happened.keySet().containsAll(chapter.steps().stream().map(Cell::name).toList())
                || !Files.exists(file) || partial(file) ? file : file.resolveSibling(part(file));
            AtomicFile.write(written, PagePolicy.sealed(PageData.inside(html(), written.toAbsolutePath().getParent())));
            fresh = Optional.of(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the page was written. A part of a chapter does not take the place of the whole: it gets a page of its own.
    public Path written() {
        return written;
    }

    /// Whether it is there. What an earlier run has left is not.
    public boolean isWritten() {
        return fresh.equals(Optional.of(written));
    }

    private static String part(Path file) {
        return file.getFileName().toString().replace(".html", "-part.html");
    }

    /// Whether the page that is there is of a run that was not whole itself.
    private static boolean partial(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).contains(PageCell.NOT_RUN);
    }

    /// The page as it stands now.
    public String html() {
        return html(Map.of());
    }

    /// The same, and under a step that has not come up again what it had brought: for whoever marks that as stale.
    public String htmlWithEarlier() {
        return html(earlier);
    }

    private String html(Map<String, StepOutcome> earlier) {
        var terms = new PageTerms();
        var parts = new PageParts(this::link, terms, around);
        var veil = PageVeil.of(chapter, happened);
        var cells = new PageCell(chapter, parts, provenance, earlier, veil, files, this::link);
        return new Page(chapter, imprint, happened, listings, cells, terms, data(), around).html();
    }

    /// Those of the chapter's tables that lie beside the page.
    private List<String> data() {
        var folder = file.getFileName().toString().replaceAll("\\.html$", "/");
        return ChapterFiles.NAMES.stream().map(name -> folder + name + ".csv")
            .filter(name -> Files.exists(file.resolveSibling(name))).toList();
    }

    /// `weighed` is a cell of this page, `chapter1#weighed` one of another.
    private String link(String cell) {
        int mark = cell.indexOf('#');
        if (mark > 0) return around.link(cell.replace("#", ".html#"), PageText.escape(cell.replace("#", ", ")));
        return chapter.documented().stream().filter(c -> c.name().equals(cell)).findFirst()
            .map(c -> "<a href=\"#%s\">%s</a>".formatted(PageText.escape(cell), PageText.escape(c.title())))
            .orElse(PageText.escape(cell));
    }
}

package memorytax.cli;

import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.catalog.KeptChapters;
import memorytax.file.OutputFolder;
import memorytax.measure.result.Counted;
import memorytax.notebook.Edition;
import memorytax.notebook.Notes;
import memorytax.notebook.source.ChapterCompiler;
import memorytax.options.ChapterOptions;
import memorytax.options.Options;
import memorytax.page.CheatSheet;
import memorytax.page.GlossaryPage;
import memorytax.page.IndexPage;
import memorytax.page.MissingPage;
import memorytax.page.Neighbours;
import memorytax.peers.Surroundings;
import memorytax.session.RecordedSession;
import memorytax.terminal.PassingLine;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.text.TerminalLines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The workbook as a site for a static host: our recorded runs, and the pages around them. The same sources and records
/// give the same bytes.
///
/// @param out  where it goes: a new folder, an empty one, or one that holds an earlier site
/// @param base its address with a slash at the end; empty where that is not known
record Site(Catalog catalog, Path out, String base, TerminalScreen screen) {
    /// The notebook that holds the scale against other instruments.
    private static final String AGREEMENT = "agreement";
    /// Tells a host to take the files as they are; and us, by its text, that a folder is of ours.
    private static final String MARK = ".nojekyll", OURS = "Written by ./jbang workbook --site\n";

    /// Writes it, and says so chapter by chapter.
    ///
    /// @return whether all went well
    /// @throws IllegalArgumentException with one line, when the folder holds something else
    boolean write() {
        OutputFolder.ready(out, "--site");
        try {
            if (!isEmpty() && !isOurs()) throw new IllegalArgumentException("--site: "
                + OutputFolder.shown(out) + " holds other files; name a new folder, or that of an earlier site");
            clear();
            Files.writeString(out.resolve(MARK), OURS);
            var nobody = Files.createTempDirectory("memory-tax-");
            try {
                return write(nobody);
            } finally {
                OfflineRun.remove(nobody);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.findAny().isEmpty();
        }
    }

    private boolean isOurs() throws IOException {
        var mark = out.resolve(MARK);
        return Files.isRegularFile(mark) && Files.readString(mark).equals(OURS);
    }

    /// What an earlier site has left, and this one may not have any more.
    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            files.filter(file -> file.getFileName().toString()
                .matches("(chapter\\d+|" + AGREEMENT + ")(\\.html)?|preview")).toList()
                .forEach(OfflineRun::remove);
        }
    }

    private boolean write(Path nobody) throws IOException {
        var notes = Notes.in(nobody);
        var kept = KeptChapters.in(Surroundings.userCache());
        var chapters = pages(catalog).filter(RecordedSession::isThere).toList();
        var around = Neighbours.ofSite(files(chapters), base);
        var lookups = built(chapters);
        Files.createDirectories(out.resolve("preview"));
        // as many at once as there are processors; they are told in their order
        boolean good = true;
        try (var desks = new ForkJoinPool()) {
            for (var chapter : chapters.stream().map(lookups::get)
                .map(lookup -> desks.submit(() -> chapter(lookup, kept, notes, around))).toList())
                good &= told(chapter.join());
        }
        var shelf = ChapterList.of(Optional.of(catalog), notes, kept::read);
        new CheatSheet(catalog, shelf, out, around).write();
        new GlossaryPage(out, around).write();
        new IndexPage(shelf, out, around).write();
        new MissingPage(out, around).write();
        robots(around);
        screen.print(TerminalLines.plain(total()));
        return good;
    }

    private Map<String, MethodHandles.Lookup> built(List<String> chapters) throws IOException {
        try (var _ = PassingLine.say("building the chapters")) {
            return ChapterCompiler.all(chapters.stream().map(catalog.scripts()::get).toList());
        }
    }

    private static Stream<String> pages(Catalog catalog) {
        return Stream.concat(catalog.chapters().stream(), Stream.of(AGREEMENT)
            .filter(catalog.scripts()::containsKey));
    }

    /// Those that a page may lead to.
    private static TreeSet<String> files(List<String> chapters) {
        return Stream.concat(chapters.stream().flatMap(name -> Stream.of(name + ".html", "preview/" + name + ".png")),
            Stream.of(IndexPage.FILE, CheatSheet.FILE, GlossaryPage.FILE))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private Written chapter(MethodHandles.Lookup lookup, KeptChapters kept, Notes notes, Neighbours around) {
        try {
            var edition = Edition.built(lookup, kept::read);
            var name = edition.chapter().name();
            var options = ChapterOptions.of(edition.chapter().source());
            Options.command(name, "", options).parseArgs("--recorded");
            var troubles = new RecordedSession(edition, options, out, around)
                .write(notes, out.resolve("preview/" + name + ".png"));
            return new Written(name, troubles, Files.size(out.resolve(name + ".html")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean told(Written chapter) {
        chapter.troubles.forEach(trouble -> screen.print(TerminalLines.plain(" ✗ " + chapter.name + ": " + trouble)));
        if (chapter.troubles.isEmpty()) screen.print(TerminalLines.plain(" ✓ %s, %,d KB".formatted(chapter.name,
            (chapter.bytes + 512) / 1024)));
        return chapter.troubles.isEmpty();
    }

    /// @param bytes of its page
    private record Written(String name, List<String> troubles, long bytes) {
    }

    /// A list of the pages needs their addresses.
    private void robots(Neighbours around) throws IOException {
        Files.writeString(out.resolve("robots.txt"), "User-agent: *\nAllow: /\n"
            + (base.isEmpty() ? "" : "Sitemap: " + base + "sitemap.xml\n"));
        if (base.isEmpty()) Files.deleteIfExists(out.resolve("sitemap.xml"));
        else Files.writeString(out.resolve("sitemap.xml"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            %s
            </urlset>
            """.formatted(files(pages(catalog).toList()).stream()
            .filter(f -> f.endsWith(".html") && around.there().test(f))
            .map(file -> "<url><loc>" + (base + file).replace("&", "&amp;") + "</loc></url>")
            .collect(Collectors.joining("\n"))));
    }

    private String total() throws IOException {
        long bytes = 0, count = 0;
        try (Stream<Path> files = Files.walk(out)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
                count++;
            }
        }
        return " Written: %s, %,d KB in all: %s".formatted(Counted.of((int) count, "file", "files"),
            (bytes + 512) / 1024, OutputFolder.shown(out.resolve(IndexPage.FILE)));
    }
}

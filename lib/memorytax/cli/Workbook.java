package memorytax.cli;

import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.catalog.Glossary;
import memorytax.catalog.KeptChapters;
import memorytax.file.OutputFolder;
import memorytax.notebook.Notes;
import memorytax.page.CheatSheet;
import memorytax.page.IndexPage;
import memorytax.peers.Surroundings;
import memorytax.session.ExitCode;
import memorytax.terminal.PassingLine;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.result.TerminalChapterList;
import memorytax.terminal.text.TerminalLines;
import memorytax.terminal.text.TerminalText;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What `./jbang workbook` does: lists the chapters with the reader's notes, forgets those, shows the glossary, writes
/// the cheat sheet, opens all of them in a browser, prepares this machine, writes a site, or helps the leader of a
/// workshop.
public final class Workbook {

    private Workbook() {
    }

    @Command(name = "workbook", customSynopsis = "./jbang workbook [OPTION…]", sortOptions = false,
        usageHelpAutoWidth = true, optionListHeading = "%nOptions:%n",
        description = "Lists the chapters: what each is about, where you stopped, what you solved.")
    private static final class Wanted {
        @ArgGroup
        Deed deed = new Deed();
        @Mixin
        WorkshopOptions workshop = new WorkshopOptions();
        @Mixin
        SiteOptions site = new SiteOptions();
        @Mixin
        PackOptions pack = new PackOptions();
        @Option(names = "--board", description = "With --prepare: also ./jbang board, which needs 81 MB more.")
        boolean board;
        @Option(names = "--out", paramLabel = "DIR",
            description = "The folder with your notes. Default: out, in the folder of the workbook.")
        Path out;
        @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help, and exit.")
        boolean help;
    }

    private static final class Deed {
        @Option(names = "--prepare",
            description = "Fetch and build everything, and check that it then runs without a network.")
        boolean prepare;
        @Option(names = "--glossary", description = "Show what the terms of the chapters mean.")
        boolean glossary;
        @Option(names = "--cheatsheet",
            description = "Write what to take to work, on one sheet to print: out/cheatsheet.html.")
        boolean cheatsheet;
        @Option(names = "--live",
            description = "Open the list of chapters in your browser, and the chapters from there.")
        boolean live;
        @Option(names = "--reset",
            description = "Forget your notes on all chapters: places, answers, solved exercises.")
        boolean reset;

        /// The one that is given; empty where none is.
        String named() {
            return prepare ? "--prepare" : glossary ? "--glossary" : cheatsheet ? "--cheatsheet"
                : live ? "--live" : reset ? "--reset" : "";
        }
    }

    /// Does what `args` ask.
    ///
    /// @return 0 when all went well, 1 when something is missing, 2 when the words were wrong
    public static int run(String... args) {
        return Commands.guarded("workbook", () -> {
            var wanted = new Wanted();
            var command = new CommandLine(wanted);
            try (var _ = PassingLine.say("reading the workbook")) {
                command.parseArgs(args);
            }
            if (wanted.help) command.usage(System.out);
            return wanted.help ? ExitCode.GOOD : run(wanted);
        });
    }

    private static int run(Wanted wanted) {
        var catalog = Catalog.found();
        var out = OutputFolder.of(wanted.out);
        if (Files.exists(out) && !Files.isDirectory(out))
            throw new IllegalArgumentException("--out: " + out + " is not a folder");
        var workshop = wanted.workshop;
        var deed = wanted.deed;
        var site = wanted.site;
        var given = Stream.of(deed.named(), workshop.named(), site.named(), wanted.pack.named())
            .filter(name -> !name.isEmpty()).toList();
        if (given.size() > 1) throw new IllegalArgumentException(given.get(0) + " and " + given.get(1)
            + " do not go together: give one of them");
        if (!workshop.any() && !workshop.named().isEmpty())
            throw new IllegalArgumentException("--chapters: goes with --plan, --leader or --handout only");
        if (site.named().equals("--base-url")) throw new IllegalArgumentException("--base-url: goes with --site only");
        if (wanted.pack.guesses && !wanted.pack.any())
            throw new IllegalArgumentException("--with-guesses: goes with --pack or --send only");
        if (wanted.board && !deed.prepare) throw new IllegalArgumentException("--board: goes with --prepare only");
        var here = deed.glossary || deed.reset || given.isEmpty() ? "" : given.getFirst();
        if (!here.isEmpty() && catalog.isEmpty())
            throw new IllegalArgumentException(here + ": there is no workbook here; change to its folder first");
        if (deed.live) return LiveIndexCommand.run(catalog.get(), OutputFolder.ready(out, "--out"));
        try (var screen = TerminalScreen.open()) {
            if (wanted.deed.prepare)
                return new Preparation(catalog.get(), wanted.board, screen).run() ? ExitCode.GOOD : ExitCode.FAILED;
            if (wanted.deed.glossary) return glossary(screen);
            if (site.folder != null)
                return new Site(catalog.get(), site.folder, site.base, screen).write() ? ExitCode.GOOD
                    : ExitCode.FAILED;
            if (wanted.pack.any()) return new PackCommand(catalog.get(), out, screen).run(wanted.pack);
            var notes = Notes.in(out);
            if (wanted.deed.reset) return reset(notes, out, screen);
            var kept = KeptChapters.in(Surroundings.userCache());
            var shelf = ChapterList.of(catalog, notes, kept::read);
            if (workshop.any()) return workshop(catalog.get(), shelf, workshop, out, screen);
            return wanted.deed.cheatsheet ? cheatsheet(new CheatSheet(catalog.get(), shelf, out), screen)
                : list(shelf, notes, screen);
        }
    }

    private static int list(ChapterList shelf, Notes notes, TerminalScreen screen) {
        screen.print(TerminalChapterList.draw(shelf, screen.width()));
        troubles(notes, screen);
        var next = shelf.next().map(command -> " Next: " + command)
            .orElse(" You have done all chapters and exercises.");
        screen.print(TerminalLines.plain(next));
        screen.print(TerminalLines.dim(" Help: ./jbang chapter1 --help, ./jbang workbook --help"));
        return ExitCode.GOOD;
    }

    private static int glossary(TerminalScreen screen) {
        int width = Math.min(screen.width(), TerminalLines.MEASURE);
        screen.print(TerminalText.markdown(Glossary.markdown(), width));
        return ExitCode.GOOD;
    }

    /// Writes the sheet, and anew the page that links to it.
    private static int cheatsheet(CheatSheet sheet, TerminalScreen screen) {
        OutputFolder.ready(sheet.out(), "--out");
        try {
            var file = sheet.write();
            if (Files.exists(sheet.out().resolve(IndexPage.FILE))) new IndexPage(sheet.shelf(), sheet.out()).write();
            screen.print(TerminalLines.plain(" Written: " + OutputFolder.shown(file)));
            return ExitCode.GOOD;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int workshop(Catalog catalog, ChapterList shelf, WorkshopOptions wanted, Path out,
                                TerminalScreen screen) {
        if (wanted.leader || wanted.handout) OutputFolder.ready(out, "--out");
        return new WorkshopPages(catalog, shelf, wanted, out, screen).run();
    }

    private static int reset(Notes notes, Path out, TerminalScreen screen) {
        var chapters = notes.chapters();
        screen.print(TerminalLines.plain(chapters.isEmpty() ? " There are no notes in " + OutputFolder.shown(out) + "."
            : " Deleting your notes on " + String.join(", ", chapters) + " in " + OutputFolder.shown(out) + "."));
        chapters.forEach(notes::forget);
        troubles(notes, screen);
        return notes.chapters().isEmpty() ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private static void troubles(Notes notes, TerminalScreen screen) {
        notes.troubles().forEach(trouble -> screen.print(TerminalLines.plain(" ✗ " + trouble)));
    }
}

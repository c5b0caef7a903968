package memorytax.session;

import memorytax.catalog.Catalog;
import memorytax.catalog.Listing;
import memorytax.catalog.Listings;
import memorytax.claim.Check;
import memorytax.file.OutputFolder;
import memorytax.measure.plan.Progress;
import memorytax.measure.plan.Scale;
import memorytax.notebook.Ahead;
import memorytax.notebook.Answers;
import memorytax.notebook.Edition;
import memorytax.notebook.Notes;
import memorytax.notebook.Reader;
import memorytax.notebook.Run;
import memorytax.notebook.Selection;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.options.Options;
import memorytax.page.IndexPage;
import memorytax.page.PageInfo;
import memorytax.page.PageReader;
import memorytax.peers.Toolchains;
import memorytax.record.Earlier;
import memorytax.record.Machine;
import memorytax.record.GuestArchive;
import memorytax.terminal.ProgressBar;
import memorytax.terminal.TerminalReader;
import memorytax.terminal.TerminalReturn;
import memorytax.terminal.TerminalScreen;
import memorytax.terminal.TerminalSlides;
import memorytax.terminal.result.TerminalParts;
import memorytax.terminal.text.TerminalLines;
import memorytax.view.Wording;
import org.jline.utils.AttributedString;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// One reader in front of one chapter, from the first line to the last.
public final class ChapterSession {
    private final Edition edition;
    private final Chapter chapter;
    private final Options options;

    /// @param options that have the edition been made
    public ChapterSession(Edition edition, Options options) {
        this.edition = edition;
        this.chapter = edition.chapter();
        this.options = options;
    }

    /// Reads the chapter.
    ///
    /// @return an exit code, of [ExitCode]
    public int run() {
        var selection = options.selection(chapter); // a cell that is not there is said before anything is begun
        ComparedVersions.check(options, chapter);
        Exports.check(options);
        var answers = answers();
        var archive = GuestArchive.recorded(options.record(chapter), options.recorded);
        if (options.recorded && archive.machine().isEmpty())
            throw new IllegalArgumentException("--recorded: there is no recorded run of " + chapter.name() + " yet");
        var home = OutputFolder.ready(OutputFolder.of(options.out), "--out");
        var notes = Notes.in(home);
        if (options.reset) return forget(notes);
        boolean apart = options.recorded && options.out == null;
        var out = OutputFolder.ready(apart ? home.resolve("recorded") : home, "--out");
        OutputFolder.ready(out.resolve(options.name(chapter)), "--out");
        UnexpectedExit.tell(edition.lookup().lookupClass().getName());
        try (var screen = TerminalScreen.open()) {
            notes.troubles().forEach(t -> screen.print(TerminalLines.plain(" " + t)));
            var diary = new ProgressNotes(notes, chapter, options);
            var ahead = new Ahead(step -> step.takes(Scale.class), screen.interactive() && options.ahead());
            var bar = options.recorded ? Progress.SILENT : new ProgressBar(screen);
            var awaited = new AheadProgress(ahead, bar);
            ahead.tell(awaited);
            var progress = awaited.of(bar);
            var peers = Toolchains.beside(edition.lookup().lookupClass(), progress::doing,
                ComparedVersions.plan(!options.recorded));
            ComparedVersions.fetched(options, chapter, peers).ifPresent(said -> {
                progress.end();
                screen.print(TerminalLines.wrap(TerminalLines.plain(" " + said), screen.width()));
            });
            var scale = new Scale(options.effort(), peers, progress, archive, "");
            var place = diary.place().filter(_ -> screen.interactive() && options.resumes());
            var resumed = place.flatMap(cell -> new TerminalReturn(screen, chapter).asks(cell));
            var rest = resumed.map(cell -> Selection.resume(cell.name(), diary.skipped())).orElse(selection);
            return read(rest, resumed.isPresent(), scale, ahead, out, screen, diary, answers);
        }
    }

    private Optional<Answers> answers() {
        var written = Optional.ofNullable(options.answers).map(file -> Answers.read(file, chapter));
        var said = options.said();
        return said.isEmpty() ? written : Optional.of(written.orElse(Answers.none()).and(said));
    }

    private int read(Selection selection, boolean resumed, Scale scale, Ahead ahead, Path out, TerminalScreen screen,
                     ProgressNotes diary, Optional<Answers> answers) {
        scale.progress().doing("looking at this machine");
        var machine = Machine.of(scale);
        scale.progress().end();
        SmallContainer.tell(screen);
        var tools = new ArrayList<Workbench>(1); // the run needs to know its desk, and the desk its run
        var earlier = new Earlier(out.resolve(options.name(chapter)));
        Set<String> before = ConcurrentHashMap.newKeySet();
        if (resumed) {
            selection.of(chapter).needed().stream().filter(diary.ofUse(earlier.steps())::contains).forEach(before::add);
            for (var t : earlier.troubles()) screen.print(TerminalLines.wrap(TerminalLines.dim(
                " The earlier cells are measured again: " + t.replace(out.toString(), OutputFolder.shown(out))),
                screen.width()));
        }
        if (!before.isEmpty() && !(diary.goesOn() && earlier.ofThisMachine(machine))) {
            before.clear();
            screen.print(TerminalLines.dim(
                " The earlier cells are measured again: the code, the options or the machine have changed."));
        }
        var givens = new Givens(options, out, machine, diary, step -> {
            boolean there = before.remove(step.name()); // once: to run it again is to measure
            if (!there) scale.progress().doing("preparing the cell"); // which may build programs first
            return new Scale(tools.getFirst().effort(step), scale.peers(), scale.progress(),
                there ? earlier : scale.archive(), step.name());
        });
        var run = new Run(edition, givens.all());
        answers.ifPresent(a -> check(a, run));
        var tutor = new TutorPrinter(screen, diary, run, selection, options.hint, options.solution);
        Function<Cell.Documented, List<Listing>> others =
            cell -> Listings.of(chapter, cell, edition.lookup().lookupClass());
        var desk = new Workbench(screen, run, ahead, EditableSource.of(edition), answers, diary, tutor, scale.effort(),
            options, others);
        tools.add(desk);
        int number = Catalog.number(chapter.name());
        boolean stops = !options.all && !options.watch;
        var manner = new TerminalReader.Manner(stops, options.slides, resumed);
        Reader person = options.slides && stops && screen.redraws()
            ? new TerminalSlides(screen, machine, number > 0 ? Wording.place(String.valueOf(number),
                Listings.CHAPTERS) : chapter.name(), resumed, desk, TerminalParts::lines,
                new SittingClock(Clock.systemDefaultZone()).beside(ahead))
            : inOrder(new TerminalReader(screen, machine, Listings.CHAPTERS, manner, desk,
                cell -> others.apply(cell).stream().map(Listing::toString).toList(),
                value -> TerminalParts.lines(value, screen.width())), screen);
        if (resumed) person.skipped(diary.skipped());
        else diary.startsOver();
        return options.exercises() ? exercise(run, selection, diary, tutor, screen, person, scale.progress())
            : write(run, ahead, selection, imprint(before.isEmpty() ? machine : machine.beside(earlier),
                !before.isEmpty()), out, diary, tutor, screen, person, scale.progress());
    }

    /// Cell by cell, or with `--fast` in full only where a guess was wrong.
    private Reader inOrder(TerminalReader terminal, TerminalScreen screen) {
        return options.fast ? new FastReader(terminal, screen) : terminal;
    }

    /// Reads to the person, to the page and to the files.
    private int write(Run run, Ahead ahead, Selection selection, PageInfo imprint, Path out, ProgressNotes diary,
                      TutorPrinter tutor, TerminalScreen screen, Reader person, Progress progress) {
        var page = out.resolve(options.name(chapter) + ".html");
        var output = new OutputFiles(out.resolve(options.name(chapter)), imprint.machine(), !options.recorded);
        var type = edition.lookup().lookupClass();
        Function<Cell.Documented, List<Listing>> others = cell -> Listings.of(chapter, cell, type);
        var reader = new PageReader(page, imprint, others, output::of);
        var exports = Exports.reader(options, edition, imprint, reader, others, output::of);
        var tee = tutor.reader(List.of(new EndOfProgress(progress), diary, output, reader, exports, person));
        var happened = run.run(selection, tee, ahead);
        tee.troubles().forEach(t -> screen.print(TerminalLines.plain(" ✗ " + t)));
        screen.print(TerminalLines.wrap(TerminalParts.written(reader.written(), reader.isWritten(),
            output.count(".csv"), output.count(".svg")), screen.width()));
        Exports.tell(exports, screen);
        if (Catalog.number(chapter.name()) > 0) index(out, diary, screen);
        ways(happened, diary).forEach(screen::print);
        return ExitCode.of(happened, !tee.troubles().isEmpty());
    }

    /// Where to go from here: back to where the reader has quit, else to the exercises and to the next chapter.
    private List<AttributedString> ways(Map<String, StepOutcome> happened, ProgressNotes diary) {
        var place = diary.place().filter(_ -> options.resumes());
        if (place.isPresent()) return List.of(TerminalReturn.goOn(chapter, place.get()));
        if (options.fast && !happened.keySet().containsAll(chapter.steps().stream().map(Cell::name).toList()))
            return List.of(TerminalLines.plain(" Go on:   ./jbang " + chapter.name()
                + " --fast   your guesses are kept"));
        var ways = new ArrayList<AttributedString>();
        if (happened.values().stream().anyMatch(StepOutcome.Left.class::isInstance))
            ways.add(TerminalLines.plain(" Yours:   ./jbang " + chapter.name() + " --exercise"));
        Listings.next(chapter).ifPresent(next -> ways.add(TerminalParts.next(next)));
        return ways;
    }

    /// The page over all chapters, which knows this run now.
    private static void index(Path out, ProgressNotes diary, TerminalScreen screen) {
        try {
            var index = new IndexPage(diary.shelf(), out).write();
            var shown = OutputFolder.shown(index);
            screen.print(TerminalLines.plain("          " + shown + ": all chapters, all claims"));
        } catch (IOException e) {
            screen.print(TerminalLines.plain(" ✗ "
                + OutputFolder.shown(out.resolve("index.html")) + " cannot be written"));
        }
    }

    /// Reads the exercises, and says what to do next.
    private int exercise(Run run, Selection selection, ProgressNotes diary, TutorPrinter tutor,
                         TerminalScreen screen, Reader person, Progress progress) {
        var readers = List.of(new EndOfProgress(progress), diary, person);
        var happened = run.run(selection, tutor.reader(readers));
        var open = happened.entrySet().stream().filter(h -> h.getValue() instanceof StepOutcome.Result(Check check,
            var _) && !check.solved()).map(Map.Entry::getKey).toList();
        if (!screen.interactive() && !options.hint && !options.solution) open.forEach(step -> screen.print(
            TerminalLines.plain(" Hint:    " + Wording.exercise(chapter, step) + " --hint")));
        return ExitCode.of(happened, !open.isEmpty());
    }

    /// An answer that does not fit its question is said before anything is begun.
    private void check(Answers answers, Run run) {
        for (var step : chapter.steps()) {
            var typed = answers.of(step.name());
            if (!step.isQuestion() || typed.isEmpty()) continue;
            try {
                run.question(step).ifPresent(question -> question.answered(typed.get()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--answers: " + step.name() + ": " + e.getMessage(), e);
            }
        }
    }

    private int forget(Notes notes) {
        notes.forget(chapter.name());
        notes.troubles().forEach(System.out::println);
        System.out.println(chapter.name() + ": your answers, your place and your exercises are deleted from the notes");
        return ExitCode.GOOD;
    }

    /// With the day of the run, which for a recorded one is long ago.
    private PageInfo imprint(Machine machine, boolean resumed) {
        var day = LocalDate.ofInstant(Instant.parse(machine.get("started")), ZoneId.systemDefault());
        return new PageInfo(machine, resumed, options.recorded, day, Listings.CHAPTERS, Listings.next(chapter));
    }
}

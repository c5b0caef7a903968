package memorytax.session;

import memorytax.catalog.Listings;
import memorytax.file.OutputFolder;
import memorytax.live.LiveNotebook;
import memorytax.live.LiveServer;
import memorytax.measure.plan.Scale;
import memorytax.notebook.Ahead;
import memorytax.notebook.Edition;
import memorytax.notebook.LiveRun;
import memorytax.notebook.Notes;
import memorytax.notebook.Prediction;
import memorytax.notebook.Run;
import memorytax.notebook.Selection;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.SourceException;
import memorytax.options.Options;
import memorytax.page.PageInfo;
import memorytax.page.PageReader;
import memorytax.peers.Toolchains;
import memorytax.record.Earlier;
import memorytax.record.Machine;
import memorytax.record.Recorded;
import memorytax.record.StepTimes;
import memorytax.terminal.TerminalScreen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// One chapter in the browser of whoever reads it: the page that is written to a file anyway, with its cells to run and
/// to edit. The results, the files and the reader's notes are those of the terminal.
public final class LiveSession implements LiveNotebook, AutoCloseable {
    private final LiveEvents events = new LiveEvents();
    private final Path out;
    private final ProgressNotes diary;
    private final Run run;
    private final LivePage page;
    private final LiveStates states;
    private final LiveRun live;
    private final Ahead ahead = new Ahead(step -> step.takes(Scale.class), false);
    private final AtomicBoolean waits;
    private final Optional<EditableSource> source;
    private final OutputFiles output;
    private volatile Edition edition;

    /// Nothing runs yet.
    public LiveSession(Edition edition, Options options) {
        this.edition = edition;
        var chapter = edition.chapter();
        var type = edition.lookup().lookupClass();
        out = OutputFolder.ready(OutputFolder.of(options.out), "--out");
        var folder = OutputFolder.ready(out.resolve(options.name(chapter)), "--out");
        diary = new ProgressNotes(Notes.in(out), chapter, options);
        var archive = new Recorded(options.record(chapter), false);
        var shown = new LiveProgress(events, System::nanoTime);
        var awaited = new AheadProgress(ahead, shown);
        waits = new AtomicBoolean(options.ahead());
        var scale = new Scale(options.effort(), Toolchains.beside(type), awaited.of(shown), archive, "");
        var machine = Machine.of(scale);
        var earlier = new Earlier(folder);
        var known = known(chapter, earlier, machine);
        Set<String> first = ConcurrentHashMap.newKeySet(); // once: to run it again is to measure
        first.addAll(known);
        run = new Run(edition, new Givens(options, out, machine, diary, step -> new Scale(scale.effort(), scale.peers(),
            scale.progress(), first.remove(step.name()) ? earlier : archive, step.name())).all());
        source = EditableSource.of(edition);
        output = new OutputFiles(folder, machine, true);
        var file = new PageReader(out.resolve(options.name(chapter) + ".html"), new PageInfo(machine, !known.isEmpty(),
            false, LocalDate.now(), Listings.CHAPTERS, Listings.next(chapter)),
            cell -> Listings.of(this.edition.chapter(), cell, type), output::of);
        page = new LivePage(file, events);
        states = new LiveStates(run, StepTimes.recorded(chapter.name()), events);
        var tutor = new Tutor(TerminalScreen.plain(System.out), diary, run, Selection.all(), false, false);
        live = new LiveRun(run, ahead, new CompositeReader(List.of(diary, output, states, file, page), tutor),
            step -> step.takes(Scale.class), this::stands);
        ahead.tell(new LiveAhead(awaited, this::stands));
        live.open(answered(chapter), known);
    }

    private Set<String> known(Chapter chapter, Earlier earlier, Machine machine) {
        if (!(diary.goesOn() && earlier.ofThisMachine(machine))) return Set.of();
        var steps = new HashSet<>(earlier.steps());
        steps.retainAll(chapter.steps().stream().filter(s -> s.takes(Scale.class) && !s.isExercise())
            .map(Cell.Step::name).toList());
        return steps;
    }

    private Map<String, Prediction> answered(Chapter chapter) {
        var answers = new HashMap<String, Prediction>();
        for (var step : chapter.steps()) run.question(step).map(q -> diary.answer(step, q.named(step.name())))
            .filter(Prediction::isAsked).ifPresent(a -> answers.put(step.name(), a));
        return answers;
    }

    /// What of the page may run as a script, as a policy writes it. Waits until the page is there.
    public String scripts() throws InterruptedException {
        return page.scripts();
    }

    @Override
    public String page() {
        return page.html();
    }

    @Override
    public Runnable follow(Listener listener) {
        if (waits.getAndSet(false)) ahead.turn(true); // the first page is open
        return events.follow(listener);
    }

    @Override
    public void ahead(boolean on) {
        waits.set(false);
        ahead.turn(on);
    }

    @Override
    public void run(String cell) {
        live.run(cell);
    }

    @Override
    public void stop() {
        live.stop();
    }

    @Override
    public void answer(String cell, String typed) {
        var answered = live.answer(cell, typed);
        edition.chapter().steps().stream().filter(s -> s.name().equals(cell)).findFirst()
            .ifPresent(step -> diary.answered(step, answered));
    }

    @Override
    public synchronized void edit(String cell, String code, String base) {
        var file = source.orElseThrow(() -> new IllegalStateException(
            "the file of this chapter is not here, so it cannot be edited"));
        take(file.written(edition, cell, code, base));
    }

    /// Looks whether another editor has saved the file, and takes that in.
    public synchronized void look() {
        if (source.filter(EditableSource::saved).isEmpty()) return;
        try {
            var next = source.get().read(edition);
            if (next != edition) take(next);
            events.happened("file", "file", Map.of("says", ""));
        } catch (SourceException e) {
            events.happened("file", "file", Map.of("says", e.getMessage()));
        }
    }

    private void take(Edition next) {
        edition = next;
        live.take(next);
    }

    @Override
    public Optional<Path> file(String name) {
        return Optional.of(out.resolve(name)).filter(Files::isRegularFile);
    }

    @Override
    public void close() throws InterruptedException {
        live.close();
    }

    private void stands() {
        synchronized (live) { // nobody tells later how it stood before
            states.tell(live.states());
            events.happened("ahead", "ahead", Map.of("on", ahead.isOn(), "title", ahead.measuring()));
        }
    }
}

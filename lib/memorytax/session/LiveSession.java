package memorytax.session;

import memorytax.catalog.Listings;
import memorytax.file.OutputFolder;
import memorytax.live.Listener;
import memorytax.live.LiveNotebook;
import memorytax.live.LiveServer;
import memorytax.measure.plan.Scale;
import memorytax.notebook.Ahead;
import memorytax.notebook.CellState;
import memorytax.notebook.Edition;
import memorytax.notebook.LiveRun;
import memorytax.notebook.Notes;
import memorytax.notebook.Prediction;
import memorytax.notebook.Run;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.notebook.source.SourceException;
import memorytax.options.Options;
import memorytax.page.PageInfo;
import memorytax.page.PageReader;
import memorytax.peers.Toolchains;
import memorytax.record.Earlier;
import memorytax.record.Machine;
import memorytax.record.GuestArchive;
import memorytax.record.StepTimes;

import java.io.UncheckedIOException;
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
    private final LivePlace place;
    private final LiveTutor tutor;
    private final LiveRun live;
    private final LiveShell shell;
    private final Ahead ahead = new Ahead(step -> step.takes(Scale.class), false);
    private final AtomicBoolean waits;
    private final Optional<EditableSource> source;
    private final EditablePrograms programs;
    private final Toolchains toolchains;
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
        var archive = GuestArchive.recorded(options.record(chapter), false);
        source = EditableSource.of(edition);
        programs = new EditablePrograms(chapter, source.map(EditableSource::file), type);
        var shown = new LiveProgress(events);
        var awaited = new AheadProgress(ahead, shown);
        var progress = awaited.of(shown);
        waits = new AtomicBoolean(options.ahead());
        toolchains = new Toolchains(programs::text, progress::doing, ComparedVersions.plan(true));
        var scale = new Scale(options.effort(), toolchains, progress, archive, "");
        var machine = Machine.of(scale);
        var earlier = new Earlier(folder);
        var known = known(chapter, earlier, machine);
        Set<String> first = ConcurrentHashMap.newKeySet(); // once: to run it again is to measure
        first.addAll(known);
        run = new Run(edition, new Givens(options, out, machine, diary, step -> {
            awaited.begins(() -> shown.in(step.name()));
            return new Scale(scale.effort(), scale.peers(), progress, first.remove(step.name()) ? earlier : archive,
                step.name());
        }).all());
        output = new OutputFiles(folder, machine, true);
        var file = new PageReader(out.resolve(options.name(chapter) + ".html"), new PageInfo(machine, !known.isEmpty(),
            false, LocalDate.now(), Listings.CHAPTERS, Listings.next(chapter)),
            cell -> Listings.of(this.edition.chapter(), cell, programs.all()), output::of);
        page = new LivePage(file, events);
        states = new LiveStates(run, StepTimes.recorded(chapter.name()), events, new ProgramTabs(programs));
        place = new LivePlace(chapter, diary, events, this::cells);
        tutor = new LiveTutor(diary, run::edition, events);
        live = new LiveRun(run, ahead, new CompositeReader(List.of(diary, output, states, tutor, new LiveSlides(events),
            place, file, page), tutor.tutor(), (_, _) -> { }), step -> step.takes(Scale.class), this::stands);
        shell = new LiveShell(() -> this.edition.chapter(), run, live, events, scale, shown);
        ahead.tell(new LiveAhead(awaited, this::stands));
        var answered = answered(chapter);
        states.answered(answered);
        live.open(answered, known);
    }

    private Set<String> known(Chapter chapter, Earlier earlier, Machine machine) {
        if (!(diary.goesOn() && earlier.ofThisMachine(machine))) return Set.of();
        var steps = new HashSet<>(diary.ofUse(earlier.steps()));
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
    public void read(String cell) {
        place.read(cell);
    }

    /// @param index the address of the list of chapters from which this one was opened
    public void cameFrom(String index) {
        place.cameFrom(index);
    }

    @Override
    public void stop() {
        live.stop();
    }

    @Override
    public void answer(String cell, String typed) {
        Prediction answered;
        synchronized (live) { // nobody tells that it is answered, and not what
            answered = live.answer(cell, typed);
            states.answered(Map.of(cell, answered));
        }
        edition.chapter().steps().stream().filter(s -> s.name().equals(cell)).findFirst()
            .ifPresent(step -> diary.answered(step, answered));
        stands();
    }

    @Override
    public void eval(String cell, String code) {
        shell.eval(cell, code);
    }

    @Override
    public Object complete(String cell, String code, int cursor) {
        return shell.complete(code, cursor);
    }

    @Override
    public void hint(String cell) {
        tutor.hint(cell);
    }

    @Override
    public void solution(String cell) {
        tutor.solution(cell);
    }

    @Override
    public synchronized void edit(String cell, String language, String code, String base) {
        look(); // what another editor has done to other cells stays
        if (language.equals("java")) take(source.orElseThrow(() -> new IllegalStateException(
            "the file of this chapter is not here, so it cannot be edited")).written(edition, cell, code, base));
        else try {
            live.touch(programs.written(edition.chapter(), cell, language, code, base, toolchains::complaint));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the workbook ends just now, so your change is not saved", e);
        }
    }

    /// Looks whether another editor has saved the file, or a program beside it, and takes that in.
    public synchronized void look() {
        try {
            boolean saved = source.filter(EditableSource::saved).isPresent();
            var next = saved ? source.get().read(edition) : edition;
            if (next != edition) take(next);
            var touched = programs.look(edition.chapter(), toolchains::complaint);
            touched.ifPresent(live::touch);
            if (saved || touched.isPresent()) events.happened("file", "file", Map.of("says", ""));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            events.happened("file", "file", Map.of("says", e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        shell.close();
    }

    private Map<String, CellState> cells() {
        return live.states();
    }

    private void stands() {
        synchronized (live) { // nobody tells later how it stood before
            states.tell(live.states());
            events.happened("ahead", "ahead", Map.of("on", ahead.isOn(), "title", ahead.measuring()));
        }
    }
}

package memorytax.session;

import memorytax.catalog.Catalog;
import memorytax.catalog.ChapterList;
import memorytax.catalog.KeptChapters;
import memorytax.claim.CaseGuesses;
import memorytax.claim.Check;
import memorytax.claim.Guess;
import memorytax.claim.Guesses;
import memorytax.claim.NotedGuesses;
import memorytax.claim.OrderGuess;
import memorytax.claim.Verdicts;
import memorytax.measure.plan.Effort;
import memorytax.notebook.Notes;
import memorytax.notebook.Prediction;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;
import memorytax.options.Options;
import memorytax.peers.Surroundings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Keeps the reader's notes on a chapter while it is read: the place, the answers, what the scale said to them, the
/// exercises.
final class ProgressNotes implements Reader {
    private final Notes notes;
    private final boolean whole, recorded, fast;
    private final Effort effort;
    private Chapter chapter;
    private boolean needed;

    /// @param options say whether the chapter is read from its beginning to its end, so that there is a place to note
    ProgressNotes(Notes notes, Chapter chapter, Options options) {
        this.notes = notes;
        this.chapter = chapter;
        recorded = options.recorded;
        whole = options.whole() && !recorded;
        fast = options.fast;
        effort = options.effort();
    }

    /// The cell to go on with, when an earlier run stopped half way and the chapter has it still.
    Optional<Cell.Documented> place() {
        var place = note("place");
        return chapter.documented().stream().filter(c -> c.name().equals(place)).findFirst();
    }

    /// The names of the cells that the reader has gone past without reading them, and has not come to since.
    Set<String> skipped() {
        return named("skipped");
    }

    private Set<String> named(String key) {
        var noted = note(key);
        return noted.isEmpty() ? Set.of() : Set.of(noted.split(","));
    }

    private void name(String key, Set<String> cells) {
        var noted = new HashMap<String, String>();
        noted.put(key, cells.isEmpty() ? null : String.join(",", cells));
        notes.put(chapter.name(), noted);
    }

    /// The results that these steps have on disk are of other code by now, and that until they are run again.
    void stale(Set<String> steps) {
        var all = new TreeSet<>(named("stale"));
        if (all.addAll(steps)) name("stale", all);
    }

    /// Those of these steps that have not become stale in a browser since they were measured.
    Set<String> ofUse(Set<String> steps) {
        var left = new TreeSet<>(steps);
        left.removeAll(named("stale"));
        return left;
    }

    /// From the beginning again: nothing has been gone past.
    void startsOver() {
        skip(Set.of());
    }

    /// Whether the run that stopped there was of this very code, and spent as much on it: then its results are of use.
    boolean goesOn() {
        return note("run").equals(manner());
    }

    private String manner() {
        return "%s, code %08x".formatted(effort, chapter.cells().stream().map(Cell::code).toList().hashCode());
    }

    /// One of the notes on this chapter; empty when there is no such note.
    String note(String key) {
        return notes.of(chapter.name()).getOrDefault(key, "");
    }

    void note(String key, Object value) {
        notes.put(chapter.name(), Map.of(key, value.toString()));
    }

    /// Whether a check is noted: with a reader's own numbers of tasks it asks something else.
    boolean counts() {
        return effort.tasks().isEmpty();
    }

    /// What the reader has answered before; the question as it is when that is not known, or no answer any more.
    Prediction answer(Cell.Step step, Prediction question) {
        var before = note("answer." + step.name());
        try {
            return before.isEmpty() ? question : question.answered(before);
        } catch (IllegalArgumentException e) {
            return question;
        }
    }

    void answered(Cell.Step step, Prediction answered) {
        answered.answer().ifPresent(answer -> note("answer." + step.name(), answer));
    }

    /// All chapters, with the reader's notes on each.
    ChapterList shelf() {
        return ChapterList.of(Catalog.found(), notes, KeptChapters.in(Surroundings.userCache())::read);
    }

    /// All guesses that the scale has answered, over all chapters.
    Guesses guesses() {
        return NotedGuesses.in(notes.chapters().stream().map(notes::of).toList());
    }

    @Override
    public void opening(Chapter chapter) {
        this.chapter = chapter;
    }

    @Override
    public void changed(Chapter chapter) {
        this.chapter = chapter;
    }

    @Override
    public void cell(Cell.Documented cell) {
        needed = false;
        if (fast && whole && cell.isTakeToWork()) note("done", LocalDate.now()); // it is the last then
        comes(cell);
        move(cell instanceof Cell.Step ? Optional.of(cell) : after(cell));
    }

    @Override
    public void needed(Cell.Step step) {
        needed = true; // the reader has been there
    }

    @Override
    public void onTheWay(Cell.Step step) {
        needed = true; // the reader goes on from elsewhere
        comes(step);
    }

    @Override
    public void skipped(Set<String> cells) {
        var all = new TreeSet<>(skipped());
        all.addAll(cells);
        skip(all);
    }

    private void comes(Cell.Documented cell) {
        var all = new TreeSet<>(skipped());
        if (all.remove(cell.name())) skip(all);
    }

    private void skip(Set<String> cells) {
        if (whole) name("skipped", cells);
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        if (happening instanceof StepOutcome.Left) move(after(step));
        if (!(happening instanceof StepOutcome.Result(Object value, var _))) return;
        var others = new TreeSet<>(named("stale"));
        if (others.remove(step.name())) name("stale", others);
        move(after(step));
        for (var part : value instanceof List<?> list ? list : Arrays.asList(value)) switch (part) {
            case Guess guess -> write(NotedGuesses.notes(guess));
            case CaseGuesses guesses -> write(NotedGuesses.notes(guesses));
            case OrderGuess order -> write(NotedGuesses.notes(order));
            case Check check when counts() && check.state() != Check.State.NOT_CHECKED && !check.asItCame() -> {
                if (!note("exercise." + step.name()).equals("solved"))
                    note("exercise." + step.name(), check.solved() ? "solved" : "tried");
            }
            case Verdicts verdicts when whole && effort.tasks().isEmpty() -> note("verdicts",
                String.join(", ", verdicts.counts()));
            case null, default -> {
            }
        }
    }

    @Override
    public void closing() {
        // all is written by now: who is interrupted has lost nothing
    }

    /// Unless it is recorded only, and the reader's own machine has spoken.
    private void write(Map<String, String> settled) {
        var known = settled.keySet().stream().filter(key -> key.startsWith("scale.")).anyMatch(k -> !note(k).isEmpty());
        if (!(recorded && known)) notes.put(chapter.name(), settled);
    }

    /// The reader of a page has come to this cell, whatever was run. What waits to be run or answered before it has
    /// been gone past, and a cell that waits itself is the one to go on with.
    ///
    /// @param waiting the names of steps
    void reads(Cell.Documented cell, Set<String> waiting) {
        var past = new TreeSet<String>();
        for (var each : chapter.documented()) {
            if (each.name().equals(cell.name())) break;
            if (waiting.contains(each.name())) past.add(each.name());
        }
        skip(past);
        place(waiting.contains(cell.name()) ? Optional.of(cell) : after(cell));
    }

    private void move(Optional<? extends Cell.Documented> to) {
        if (!needed) place(to);
    }

    /// Notes where to go on; behind the last cell, that the chapter is done. What it was run with stays: its results
    /// are of use to whoever opens it again.
    private void place(Optional<? extends Cell.Documented> to) {
        if (!whole || fast) return;
        var changes = new HashMap<String, String>();
        changes.put("place", to.map(Cell::name).orElse(null));
        changes.put("run", manner());
        if (to.isEmpty() && skipped().isEmpty()) changes.put("done", LocalDate.now().toString());
        notes.put(chapter.name(), changes);
    }

    private Optional<Cell.Documented> after(Cell.Documented cell) {
        var cells = chapter.documented();
        int next = cells.stream().map(Cell::name).toList().indexOf(cell.name()) + 1;
        return next > 0 && next < cells.size() ? Optional.of(cells.get(next)) : Optional.empty();
    }
}

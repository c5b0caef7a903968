package memorytax.session;

import memorytax.notebook.CellState;
import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Where the reader of a live chapter is: noted, so that the terminal goes on there, and told to the pages, so that
/// they begin where the terminal stopped. Also tells them which chapter it is, and where the list of chapters is.
final class LivePlace implements Reader {
    /// A reader who goes past such a cell has not seen what it brings.
    private static final Set<CellState> WAITING = EnumSet.of(CellState.IDLE, CellState.ASKS, CellState.STALE);
    private final ProgressNotes diary;
    private final LiveEvents events;
    private final Supplier<Map<String, CellState>> states;
    private volatile Chapter chapter;
    private String place, index = "";
    private boolean read;
    private Set<String> stale = Set.of();

    /// @param states of the steps, by their names
    LivePlace(Chapter chapter, ProgressNotes diary, LiveEvents events, Supplier<Map<String, CellState>> states) {
        this.chapter = chapter;
        this.diary = diary;
        this.events = events;
        this.states = states;
        place = diary.place().map(Cell::name).orElse("");
        tell();
    }

    /// The reader has come to this cell.
    void read(String cell) {
        if (chapter.documented().stream().noneMatch(c -> c.name().equals(cell)))
            throw new IllegalArgumentException("there is no cell “" + cell + "”");
        synchronized (this) {
            place = cell;
            read = true;
        }
        tell();
        note();
    }

    /// @param index the address of the list of chapters from which this one was opened
    void cameFrom(String index) {
        synchronized (this) {
            this.index = index;
        }
        tell();
    }

    private synchronized void tell() {
        events.happened("chapter", "chapter", Map.of("name", chapter.name(), "index", index, "place", place));
    }

    private void note() {
        var now = states.get();
        var waiting = chapter.steps().stream()
            .filter(step -> !step.isExercise() && WAITING.contains(now.get(step.name()))).map(Cell::name)
            .collect(Collectors.toSet());
        synchronized (this) {
            chapter.documented().stream().filter(c -> c.name().equals(place)).findFirst()
                .ifPresent(cell -> diary.reads(cell, waiting));
        }
    }

    @Override
    public void opening(Chapter chapter) {
        // the place was told when this began
    }

    @Override
    public void changed(Chapter chapter) {
        this.chapter = chapter;
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        // the notes hear of it themselves
    }

    /// Nothing runs any more. What waited when the reader went past it may be there now.
    @Override
    public void closing() {
        var before = stale;
        var now = states.get();
        stale = new HashSet<>(now.keySet());
        stale.removeIf(name -> now.get(name) != CellState.STALE);
        if (!stale.equals(before)) diary.stale(stale);
        if (hasRead()) note();
    }

    private synchronized boolean hasRead() {
        return read;
    }
}

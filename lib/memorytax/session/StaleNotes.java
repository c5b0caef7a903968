package memorytax.session;

import memorytax.notebook.Reader;
import memorytax.notebook.StepOutcome;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Notes which steps have results of older code, so that no later sitting takes them for results of this one.
final class StaleNotes implements Reader {
    private static final String KEY = "stale";
    private final ProgressNotes notes;
    private final Set<String> stale;
    private Chapter chapter;

    StaleNotes(ProgressNotes notes) {
        this.notes = notes;
        stale = Arrays.stream(notes.note(KEY).split(",")).filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The names of those steps, as an earlier sitting has left them.
    Set<String> steps() {
        return Set.copyOf(stale);
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
    public void forgotten(Set<String> cells) {
        if (stale.addAll(chapter.steps().stream().map(Cell::name).filter(cells::contains).toList())) note();
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        if (happening instanceof StepOutcome.Result && stale.remove(step.name())) note();
    }

    @Override
    public void closing() {
        // all is noted by now
    }

    private void note() {
        notes.note(KEY, String.join(",", stale));
    }
}

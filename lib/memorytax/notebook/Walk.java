package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One reader's way through a chapter, cell by cell.
final class Walk {
    private final Run run;
    private final Selection selection;
    private final Reader reader;
    private final Ahead ahead;
    private final Map<String, StepOutcome> happened = new LinkedHashMap<>(), foreseen = new HashMap<>();
    private final Set<String> tried = new HashSet<>(), come = new HashSet<>(), skipped = new HashSet<>();
    private Plan plan;
    private int at;
    private boolean interrupted, jumped, whole;

    Walk(Run run, Selection selection, Reader reader, Ahead ahead) {
        this.run = run;
        this.selection = selection;
        this.reader = reader;
        this.ahead = ahead;
        plan = selection.of(chapter());
        for (var step : plan.steps()) run.forget(step.name());
        ahead.open(run);
    }

    Map<String, StepOutcome> walk() {
        try (ahead) {
            comeNext();
            reader.opening(chapter());
            boolean goOn = !reader.leaves();
            while (goOn && at < cells().size()) goOn = visit(cells().get(at)) && turn();
        }
        interrupted |= Thread.interrupted();
        reader.closing();
        if (interrupted) Thread.currentThread().interrupt();
        return Collections.unmodifiableMap(happened);
    }

    /// Shows a cell, and runs it unless that has been done; before it, what it needs and was left out. False when this
    /// thread is interrupted, or the reader has left.
    private boolean visit(Cell.Documented cell) {
        comes(cell);
        if (cell instanceof Cell.Step step && !ready(step)) return false;
        if (!plan.needed().contains(cell.name())) reader.cell(cell);
        else if (cell instanceof Cell.Step step) reader.needed(step);
        if (reader.leaves()) return false;
        if (cell instanceof Cell.Step step && !Thread.currentThread().isInterrupted()) {
            if (happened.containsKey(step.name())) reader.recalled(step, happened.get(step.name()));
            else if (!ran(step)) return false;
        }
        interrupted |= Thread.interrupted();
        return !interrupted;
    }

    private void comes(Cell.Documented cell) {
        come.add(cell.name());
        skipped.remove(cell.name());
    }

    private void comeNext() {
        ahead.coming(plan.steps().stream().filter(s -> place(s.name()) >= at && !skipped.contains(s.name())).toList());
    }

    /// Runs what a step needs and the reader has gone past. False as for [#visit].
    private boolean ready(Cell.Step step) {
        var needs = new Dependencies(chapter()).needs(step.name());
        for (var need : chapter().steps()) {
            if (!needs.contains(need.name()) || happened.containsKey(need.name())) continue;
            comes(need);
            reader.onTheWay(need);
            if (!ran(need)) return false;
            interrupted |= Thread.interrupted();
            if (interrupted) return false;
        }
        return true;
    }

    /// Runs a step, and says what came of it. False when the reader has left at its question.
    private boolean ran(Cell.Step step) {
        var happening = outcome(step);
        if (reader.leaves()) return false;
        if (!happening.isInterrupted()) foresee(step);
        // The reader writes files, and an interrupted thread cannot: the flag is lifted until the end.
        interrupted = Thread.interrupted() || happening.isInterrupted();
        happened.put(step.name(), happening);
        reader.happened(step, happening);
        comeNext();
        return true;
    }

    private StepOutcome outcome(Cell.Step step) {
        if (foreseen.containsKey(step.name())) return foreseen.remove(step.name());
        boolean left = plan.left().contains(step.name()) && !tried.contains(step.name());
        return left ? new StepOutcome.Left()
            : ahead.outcome(step, () -> run.step(step, question -> reader.asked(step, question)));
    }

    /// Runs what the reader wants to know before it is told of this step, unless that takes an answer that is not given
    /// yet.
    private void foresee(Cell.Step step) {
        var needs = new Dependencies(chapter());
        var told = new HashSet<>(happened.keySet());
        told.add(step.name());
        for (var name : reader.wants(step)) {
            var wanted = new HashSet<>(needs.needs(name));
            wanted.add(name);
            wanted.removeAll(told);
            var steps = plan.steps().stream().filter(s -> wanted.contains(s.name())).toList();
            if (steps.stream().anyMatch(s -> s.isQuestion() || plan.left().contains(s.name()))) continue;
            for (var next : steps) {
                if (Thread.currentThread().isInterrupted()) return;
                if (!foreseen.containsKey(next.name()))
                    foreseen.put(next.name(), ahead.outcome(next, () -> run.step(next, question -> question)));
                if (foreseen.get(next.name()).isInterrupted()) Thread.currentThread().interrupt();
                reader.foreseen(next, foreseen.get(next.name()));
            }
        }
    }

    /// Asks the reader until the way leads to another cell. False when it leads out.
    private boolean turn() {
        while (true) {
            if (plan.needed().contains(cells().get(at).name())) {
                at++;
                return true;
            }
            switch (reader.turn(cells().get(at), next())) {
                case Navigation.Next _ -> {
                    at++;
                    return true;
                }
                case Navigation.Back _ -> {
                    at = before();
                    return true;
                }
                case Navigation.To(var name) -> {
                    jump(name);
                    return true;
                }
                case Navigation.Again _ -> {
                    tried.add(cells().get(at).name());
                    forgotten(ahead.forget(cells().get(at).name()));
                    if (!visit(cells().get(at))) return false;
                }
                case Navigation.Changed(var edition, var again) -> {
                    if (!take(edition, again)) return false;
                }
                case Navigation.Quit _ -> {
                    return false;
                }
            }
        }
    }

    /// Goes to a cell. From here on none is only needed: the reader may want to see all of them.
    private void jump(String to) {
        if (chapter().documented().stream().noneMatch(cell -> cell.name().equals(to))) return;
        var from = cells().get(at).name();
        jumped = true;
        whole |= cells().stream().noneMatch(cell -> cell.name().equals(to));
        plan = planned();
        at = place(to);
        var needs = new Dependencies(chapter()).needs(to);
        var over = cells().subList(0, Math.max(place(from), at)).stream().map(Cell::name)
            .filter(name -> !name.equals(to) && !needs.contains(name) && !come.contains(name))
            .filter(name -> !skipped.contains(name)).collect(Collectors.toCollection(LinkedHashSet::new));
        skipped.addAll(over);
        if (!over.isEmpty()) reader.skipped(over);
    }

    /// Goes through the cells that an edit has touched, up to where the reader is.
    private boolean take(Edition edition, boolean again) {
        var here = cells().get(at).name();
        var touched = new HashSet<>(ahead.take(edition));
        if (again) {
            tried.add(here);
            touched.addAll(ahead.forget(here));
        }
        plan = planned();
        reader.changed(chapter());
        forgotten(touched);
        var names = cells().stream().map(Cell::name).toList();
        at = names.contains(here) ? names.indexOf(here) : Math.min(at, names.size() - 1);
        comeNext();
        for (var cell : List.copyOf(cells().subList(0, at + 1)))
            if (touched.contains(cell.name()) && !skipped.contains(cell.name()) && !visit(cell)) return false;
        return true;
    }

    private void forgotten(Set<String> cells) {
        happened.keySet().removeAll(cells);
        foreseen.keySet().removeAll(cells);
        reader.forgotten(cells);
    }

    /// The cell that was asked for may be gone; then all of them. All of them too when the reader has gone to one that
    /// was not asked for.
    private Plan planned() {
        var all = Selection.all().of(chapter());
        var chosen = whole ? all : chosen(all);
        return jumped ? new Plan(chosen.cells(), Set.of(), chosen.left()) : chosen;
    }

    private Plan chosen(Plan otherwise) {
        try {
            return selection.of(chapter());
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /// Where that cell is; where the reader is, when it has gone.
    private int place(String name) {
        int place = cells().stream().map(Cell::name).toList().indexOf(name);
        return place < 0 ? at : place;
    }

    private int before() {
        int back = at - 1;
        while (back >= 0 && (plan.needed().contains(cells().get(back).name())
            || skipped.contains(cells().get(back).name()))) back--;
        return back < 0 ? at : back;
    }

    private Optional<Cell.Documented> next() {
        return at + 1 < cells().size() ? Optional.of(cells().get(at + 1)) : Optional.empty();
    }

    private List<Cell.Documented> cells() {
        return plan.cells();
    }

    private Chapter chapter() {
        return run.edition().chapter();
    }
}

package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// A reader who turns as a test says, and leaves when it says no more; and what that reader was told.
final class Turning implements Reader {
    final List<String> heard = new ArrayList<>();
    final Set<String> forgotten = new TreeSet<>();
    final List<Supplier<Navigation>> turns = new ArrayList<>();
    /// A step -> those of which it wants to know before.
    final Map<String, Set<String>> wanted = new HashMap<>();

    /// Turns these ways, one after the other.
    void turns(Navigation... ways) {
        for (var way : ways) turns.add(() -> way);
    }

    @Override
    public void opening(Chapter chapter) {
    }

    @Override
    public void cell(Cell.Documented cell) {
        heard.add(cell.name());
    }

    @Override
    public void onTheWay(Cell.Step step) {
        heard.add("on the way: " + step.name());
    }

    @Override
    public void skipped(Set<String> cells) {
        heard.add("skipped " + cells);
    }

    @Override
    public void happened(Cell.Step step, StepOutcome happening) {
        heard.add(happening instanceof StepOutcome.Result(var value, var _) ? "= " + value : happening.toString());
    }

    @Override
    public Set<String> wants(Cell.Step step) {
        return wanted.getOrDefault(step.name(), Set.of());
    }

    @Override
    public void foreseen(Cell.Step step, StepOutcome happening) {
        heard.add(step.name() + " will be " + ((StepOutcome.Result) happening).value());
    }

    @Override
    public void recalled(Cell.Step step, StepOutcome happening) {
        heard.add("was " + ((StepOutcome.Result) happening).value());
    }

    @Override
    public Navigation turn(Cell.Documented done, Optional<Cell.Documented> next) {
        return turns.isEmpty() ? Navigation.QUIT : turns.removeFirst().get();
    }

    @Override
    public void changed(Chapter chapter) {
        heard.add("changed");
    }

    @Override
    public void forgotten(Set<String> cells) {
        forgotten.addAll(cells);
    }

    @Override
    public void closing() {
    }
}

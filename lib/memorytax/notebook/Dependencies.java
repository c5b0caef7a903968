package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which step needs which: a parameter that bears the name of an earlier step takes what that step returned.
public record Dependencies(Chapter chapter) {
    /// The names of the steps that this one needs, directly or not; empty for an unknown name.
    public Set<String> needs(String name) {
        var needed = new LinkedHashSet<String>();
        for (var step : chapter.steps().reversed()) {
            if (step.name().equals(name) || needed.contains(step.name())) {
                needed.addAll(direct(step));
            }
        }
        return needed;
    }

    /// The names of the steps that must be run again once this one has changed, without it, in file order.
    public Set<String> dependents(String name) {
        var stale = new LinkedHashSet<String>();
        for (var step : chapter.steps()) {
            if (direct(step).stream().anyMatch(need -> need.equals(name) || stale.contains(need))) {
                stale.add(step.name());
            }
        }
        return stale;
    }

    /// The earlier steps that this step's parameters name.
    List<String> direct(Cell.Step step) {
        var earlier = chapter.steps().stream().map(Cell.Step::name)
                .takeWhile(name -> !name.equals(step.name())).toList();
        return step.parameters().stream().map(Cell.Parameter::name).filter(earlier::contains).toList();
    }
}

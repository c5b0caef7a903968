package memorytax.session;

import memorytax.notebook.CellState;
import memorytax.notebook.Exercise;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// What a reader of a live chapter must not see before a guess is made, or passed: on a terminal that is everything
/// below the question. Here the code below may be read and run; what it shows and what is said of it is veiled. The
/// questions themselves and the exercises are not.
final class Veil {
    private Veil() {
    }

    /// The veiled cells, each with the question that has no answer yet.
    ///
    /// @param guess whether a question asks for a guess; what a reader wants gives nothing away
    static Map<String, Cell.Step> of(Chapter chapter, Map<String, CellState> states, Predicate<Cell.Step> guess) {
        var veiled = new LinkedHashMap<String, Cell.Step>();
        var tried = new HashSet<String>();
        for (var exercise : Exercise.of(chapter)) {
            tried.add(exercise.name());
            tried.add(exercise.step());
        }
        Cell.Step open = null;
        for (var cell : chapter.documented()) {
            if (tried.contains(cell.name())) break; // exercises stand last, and are of the reader's own code
            boolean asks = cell instanceof Cell.Step step && step.isQuestion();
            if (open != null && !asks) veiled.put(cell.name(), open);
            if (open == null && cell instanceof Cell.Step step && asks && guess.test(step)
                && states.get(step.name()) == CellState.ASKS) open = step;
        }
        return veiled;
    }

    /// Whether a cell is there for a result: then its heading and its code may say as much as its prose.
    static boolean explains(Chapter chapter, Cell.Documented cell) {
        var steps = chapter.steps().stream().map(Cell::name).toList();
        return cell.isTakeToWork()
            || cell instanceof Cell.Step step && step.parameters().stream().anyMatch(p -> steps.contains(p.name()));
    }
}

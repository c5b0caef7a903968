package memorytax.session;

import memorytax.notebook.Comparison;
import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Which cells of a chapter are about which guesses: the step that an answer is compared with, the cell behind it that
/// explains the result, and the step that compares.
///
/// @param questions   about which a cell is, by its name
/// @param comparing   steps that settle them, by the name of the cell
/// @param explanatory cells that only explain a result
record FastTrack(Map<String, Set<String>> questions, Map<String, Set<String>> comparing, Set<String> explanatory) {
    static FastTrack of(Chapter chapter) {
        var track = new FastTrack(new HashMap<>(), new HashMap<>(), new HashSet<>());
        for (var comparison : Comparison.of(chapter)) {
            track.add(comparison.step(), comparison);
            for (var measured : comparison.measured()) {
                track.add(measured, comparison);
                track.explain(chapter, measured, comparison);
            }
        }
        return track;
    }

    private void add(String cell, Comparison comparison) {
        questions.computeIfAbsent(cell, _ -> new LinkedHashSet<>()).add(comparison.question());
        if (!cell.equals(comparison.step()))
            comparing.computeIfAbsent(cell, _ -> new LinkedHashSet<>()).add(comparison.step());
    }

    /// The next cell, if it needs that result and nothing else.
    private void explain(Chapter chapter, String measured, Comparison comparison) {
        var cells = chapter.documented();
        int next = cells.stream().map(Cell::name).toList().indexOf(measured) + 1;
        if (next == cells.size() || !(cells.get(next) instanceof Cell.Step step) || step.parameters().size() != 1
            || !step.parameters().getFirst().name().equals(measured)) return;
        add(step.name(), comparison);
        if (!step.name().equals(comparison.step())) explanatory.add(step.name());
    }

    Set<String> questions(Cell.Documented cell) {
        return questions.getOrDefault(cell.name(), Set.of());
    }

    Set<String> comparing(Cell.Documented cell) {
        return comparing.getOrDefault(cell.name(), Set.of());
    }

    boolean explains(Cell.Documented cell) {
        return explanatory.contains(cell.name());
    }

    /// Whether it belongs to the end, which is always in full.
    boolean closes(Cell.Documented cell) {
        return cell.isTakeToWork() || cell instanceof Cell.Step step && step.isVerdict();
    }
}

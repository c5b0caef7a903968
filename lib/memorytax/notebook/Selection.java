package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which cells of a chapter are wanted, before it is known which chapter.
@FunctionalInterface
public interface Selection {
    /// The choice, made on this chapter.
    ///
    /// @throws IllegalArgumentException for a name that the chapter does not have; its one line lists what it has
    Plan of(Chapter chapter);

    /// Everything. Exercises are left to the reader.
    static Selection all() {
        return chapter -> new Plan(chapter.documented(), Set.of(), exercises(chapter));
    }

    /// Everything in another order: first what is asked, as far as it needs no result, and last the verdicts, what
    /// rests on them, and what to take to work. Exercises are left to the reader.
    static Selection questionsFirst() {
        return chapter -> {
            var cells = chapter.documented();
            var first = cells.stream().filter(cell -> cell instanceof Cell.Step step && step.isQuestion()
                && step.parameters().isEmpty()).toList();
            var closing = chapter.steps().stream().filter(Cell.Step::isVerdict).map(Cell::name).flatMap(name ->
                Stream.concat(Stream.of(name), new Dependencies(chapter).dependents(name).stream()))
                .collect(Collectors.toSet());
            var last = cells.stream().filter(cell -> closing.contains(cell.name()) || cell.isTakeToWork()).toList();
            var between = cells.stream().filter(cell -> !first.contains(cell) && !last.contains(cell));
            return new Plan(Stream.of(first.stream(), between, last.stream()).flatMap(some -> some).toList(), Set.of(),
                exercises(chapter));
        };
    }

    /// One cell, and the steps that it needs.
    static Selection only(String name) {
        return chapter -> plan(chapter, List.of(known(chapter, name)));
    }

    /// A cell and all that follow, and the steps that they need. Exercises are left to the reader.
    static Selection from(String name) {
        return chapter -> {
            var plan = plan(chapter, names(chapter).subList(names(chapter).indexOf(known(chapter, name)),
                names(chapter).size()));
            return new Plan(plan.cells(), plan.needed(), exercises(chapter));
        };
    }

    /// A cell and all that follow, where an earlier run stopped: what came before is needed.
    ///
    /// @param skipped the names of the cells that the earlier run has left out: these are left out again
    static Selection resume(String name, Set<String> skipped) {
        return chapter -> {
            var needed = new HashSet<>(names(chapter).subList(0, names(chapter).indexOf(known(chapter, name))));
            var cells = chapter.documented().stream()
                .filter(cell -> !needed.contains(cell.name()) || !skipped.contains(cell.name())).toList();
            needed.removeAll(skipped);
            return new Plan(cells, needed, exercises(chapter));
        };
    }

    /// The exercises, each with the methods that it tries, and the steps that it needs.
    ///
    /// @param name of one of them: its level, the step, or the method that it tries; empty for all
    static Selection exercises(String name) {
        return chapter -> {
            var all = chapter.steps().stream().filter(Cell.Step::isExercise).toList();
            var level = Exercise.Level.named(name);
            var chosen = all.stream().filter(step -> name.isEmpty() || level.equals(Optional.of(level(chapter, step)))
                || step.name().equals(name) || tried(chapter, step).contains(name)).toList();
            if (chosen.isEmpty()) throw new IllegalArgumentException(all.isEmpty() ? chapter.name() + " has no exercise"
                : "%s has no exercise \"%s\"; it has %s".formatted(chapter.name(), name, listed(chapter, all)));
            var wanted = chosen.stream().flatMap(step -> Stream.concat(Stream.of(step.name()),
                tried(chapter, step).stream())).toList();
            return plan(chapter, wanted);
        };
    }

    /// `easier (calm or isCalm), exercise (light or lightEnough)`
    private static String listed(Chapter chapter, List<Cell.Step> exercises) {
        var names = new TreeMap<Exercise.Level, List<String>>();
        for (var step : exercises) names.computeIfAbsent(level(chapter, step), _ -> new ArrayList<>())
            .add(Exercise.of(chapter, step).map(e -> e.name() + " or ").orElse("") + step.name());
        return names.entrySet().stream().map(e -> "%s (%s)".formatted(e.getKey().word(),
            String.join(", ", e.getValue()))).collect(Collectors.joining(", "));
    }

    private static Exercise.Level level(Chapter chapter, Cell.Step step) {
        return Exercise.of(chapter, step).map(Exercise::level).orElse(Exercise.Level.USUAL);
    }

    /// The exhibits that a step's code names.
    static List<String> tried(Chapter chapter, Cell.Step step) {
        return Exercise.named(chapter, step.code()).stream().map(Cell::name).toList();
    }

    private static Plan plan(Chapter chapter, List<String> wanted) {
        var needed = wanted.stream().flatMap(name -> new Dependencies(chapter).needs(name).stream())
                .filter(name -> !wanted.contains(name)).collect(Collectors.toCollection(HashSet::new));
        return new Plan(chapter.documented().stream().filter(cell -> wanted.contains(cell.name())
            || needed.contains(cell.name())).toList(), needed, Set.of());
    }

    private static Set<String> exercises(Chapter chapter) {
        return chapter.steps().stream().filter(Cell.Step::isExercise).map(Cell::name).collect(Collectors.toSet());
    }

    private static List<String> names(Chapter chapter) {
        return chapter.documented().stream().map(Cell::name).toList();
    }

    private static String known(Chapter chapter, String name) {
        if (!names(chapter).contains(name)) {
            throw new IllegalArgumentException("%s has no cell \"%s\"; it has %s"
                    .formatted(chapter.name(), name, String.join(", ", names(chapter))));
        }
        return name;
    }
}

package memorytax.notebook;

import memorytax.notebook.source.Cell;
import memorytax.notebook.source.Chapter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The steps that a reader is going to come to, in that order.
///
/// @param measures which of them cost time
record Coming(Chapter chapter, List<Cell.Step> steps, Predicate<Cell.Step> measures) {
    /// The first that measures and can be run before its turn; or, of what that needs, what has to be run first. What
    /// needs an answer that is not given waits for it, and an exercise is its reader's.
    ///
    /// @param there have a result
    /// @param not   are not to be run
    Optional<Cell.Step> next(Set<String> there, Set<String> not) {
        for (var target : steps) {
            if (!measures.test(target) || there.contains(target.name())) continue;
            var needs = new Dependencies(chapter).needs(target.name());
            var missing = chapter.steps().stream().filter(s -> s.name().equals(target.name())
                || needs.contains(s.name())).filter(s -> !there.contains(s.name())).toList();
            boolean can = missing.stream().noneMatch(s -> s.isQuestion() || s.isExercise() || not.contains(s.name()));
            if (can && !missing.isEmpty()) return Optional.of(missing.getFirst());
        }
        return Optional.empty();
    }
}

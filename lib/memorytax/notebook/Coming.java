package memorytax.notebook;

import memorytax.notebook.source.Cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The steps that a reader is going to come to, in that order.
///
/// @param measures which of them cost time
record Coming(Run run, List<Cell.Step> steps, Predicate<Cell.Step> measures) {
    /// The first that measures and can be run before its turn; or, of what that needs, what has to be run first. What
    /// needs an answer that is not given waits for it, and an exercise is its reader's.
    ///
    /// @param there have a result, beside those that the run has
    /// @param ended have been run
    /// @param come  are no longer to come
    Optional<Cell.Step> next(Set<String> there, Set<String> ended, Set<String> come) {
        var chapter = run.edition().chapter();
        var results = run.names();
        results.addAll(there);
        for (var target : steps) {
            if (!measures.test(target) || results.contains(target.name())) continue;
            var needs = new Dependencies(chapter).needs(target.name());
            var missing = chapter.steps().stream().filter(s -> s.name().equals(target.name())
                || needs.contains(s.name())).filter(s -> !results.contains(s.name())).toList();
            boolean can = missing.stream().noneMatch(s -> s.isQuestion() || s.isExercise()
                || ended.contains(s.name()) || come.contains(s.name()));
            if (can && !missing.isEmpty()) return Optional.of(missing.getFirst());
        }
        return Optional.empty();
    }

    /// What steps have returned, by their names.
    static Map<String, Object> results(Map<String, StepOutcome> happened) {
        var results = new HashMap<String, Object>();
        happened.forEach((name, happening) -> {
            if (happening instanceof StepOutcome.Result(var value, var _)) results.put(name, value);
        });
        return results;
    }
}

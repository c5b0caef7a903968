package memorytax.notebook;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What has come of the steps of a chapter that are run in any order, by their names.
final class Standing {
    private final Set<String> fresh = new HashSet<>(), failed = new HashSet<>(), shown = new HashSet<>();

    boolean isFresh(String step) {
        return fresh.contains(step);
    }

    boolean areFresh(Collection<String> steps) {
        return fresh.containsAll(steps);
    }

    /// Whether it has come to its end, one way or another.
    boolean isSettled(String step) {
        return fresh.contains(step) || failed.contains(step);
    }

    void settled(String step, StepOutcome happening) {
        shown.add(step);
        unsettled(List.of(step));
        if (happening instanceof StepOutcome.Result) fresh.add(step);
        if (happening instanceof StepOutcome.Failure) failed.add(step);
    }

    void unsettled(Collection<String> steps) {
        fresh.removeAll(steps);
        failed.removeAll(steps);
    }

    /// There are no other steps any more.
    void only(List<String> steps) {
        for (var all : List.of(fresh, failed, shown)) all.retainAll(steps);
    }

    /// How a step stands that is not run now, and asks nothing.
    ///
    /// @param needs what it needs
    CellState of(String step, Set<String> needs) {
        if (fresh.contains(step)) return CellState.FRESH;
        if (failed.contains(step)) return CellState.FAILED;
        if (needs.stream().anyMatch(failed::contains)) return CellState.BLOCKED;
        return shown.contains(step) ? CellState.STALE : CellState.IDLE;
    }
}

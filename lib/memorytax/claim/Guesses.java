package memorytax.claim;

import memorytax.scale.Columns;

import java.util.ArrayList;
import java.util.List;

/// The reader's guesses, over all chapters. A step that takes `Guesses guesses` is given those that there are by then.
public record Guesses(List<Guess> all) {
    public Guesses {
        all = List.copyOf(all);
    }

    /// A line per guess.
    @Override
    public String toString() {
        if (all.isEmpty()) return "no guesses yet";
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "your guess", "the scale", ""));
        for (var g : all)
            rows.add(List.of(g.label(), g.said().isEmpty() ? "–" : g.said(),
                g.measured().isEmpty() ? "–" : g.measured(), g.outcome()));
        return all.size() + (all.size() == 1 ? " guess\n" : " guesses\n") + Columns.of(rows);
    }
}

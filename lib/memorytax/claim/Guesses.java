package memorytax.claim;

import memorytax.measure.result.Counted;
import memorytax.measure.result.TextColumns;

import java.util.ArrayList;
import java.util.List;

/// The reader's guesses, over all chapters. A step that takes `Guesses guesses` is given those that there are by then.
public record Guesses(List<Guess> all) {
    public Guesses {
        all = List.copyOf(all);
    }

    /// How good they are, and what the wrong ones have in common, in a few sentences; of fewer than three guesses, how
    /// many there are.
    public String summary() {
        return GuessSummary.of(all);
    }

    /// A line per guess.
    @Override
    public String toString() {
        if (all.isEmpty()) return "no guesses yet";
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "your guess", "measured", ""));
        for (var g : all)
            rows.add(List.of(g.label(), brief(g, g.said()), brief(g, g.measured()), g.outcome()));
        return Counted.of(all.size(), "guess", "guesses") + "\n" + TextColumns.of(rows);
    }

    /// Of an order only the beginning: `tokio tasks, …`.
    private static String brief(Guess guess, String answer) {
        return answer.isEmpty() ? "–" : guess.isOrder() ? answer.replaceFirst("(, | ≈ ).*", "$1…") : answer;
    }
}

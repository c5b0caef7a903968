package memorytax.claim;

import memorytax.measure.result.TextColumns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The reader's guesses, over all chapters. A step that takes `Guesses guesses` is given those that there are by then.
///
/// @param byChapter the same, by the chapter that asked: `chapter1`
public record Guesses(List<Guess> all, Map<String, List<Guess>> byChapter) {
    public Guesses {
        all = List.copyOf(all);
        byChapter = new TreeMap<>(byChapter);
    }

    /// Where nobody knows which chapter asked.
    public Guesses(List<Guess> all) {
        this(all, Map.of());
    }

    /// How good they were, in a few sentences.
    public String tally() {
        if (all.isEmpty()) return "You have not guessed anything yet.";
        long right = all.stream().filter(Guess::right).count();
        var says = all.size() == 1 ? "Your one guess was " + (right == 1 ? "right" : "not right")
            : String.format(Locale.ROOT, "Of your %,d guesses %s right", all.size(), right == 0 ? "none was"
                : right == 1 ? "one was" : String.format(Locale.ROOT, "%,d were", right));
        says += ": the right choice, or a number within 25 %.";
        return says + middle(all).stream().mapToObj(f -> " Of the numbers, the one in the middle was "
            + Guess.times(f) + " times too much or too little.").findFirst().orElse("") + bestAndWorst();
    }

    private String bestAndWorst() {
        var chapters = new TreeMap<String, Double>();
        byChapter.forEach((name, some) -> middle(some).ifPresent(f -> chapters.put(name, f)));
        var best = chapters.entrySet().stream().min(Map.Entry.comparingByValue());
        var worst = chapters.entrySet().stream().max(Map.Entry.comparingByValue());
        return chapters.size() < 2 ? "" : String.format(Locale.ROOT,
            " You came nearest in %s (%s times), and were furthest off in %s (%s times).", chapter(best.get().getKey()),
            Guess.times(best.get().getValue()), chapter(worst.get().getKey()), Guess.times(worst.get().getValue()));
    }

    private static String chapter(String name) {
        return name.replaceFirst("(?<=chapter)(?=\\d)", " ");
    }

    private static OptionalDouble middle(List<Guess> some) {
        double[] off = some.stream().filter(g -> g.factor().isPresent()).mapToDouble(g -> g.factor().getAsDouble())
            .sorted().toArray();
        return off.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(off[(off.length - 1) / 2]);
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
        return all.size() + (all.size() == 1 ? " guess\n" : " guesses\n") + TextColumns.of(rows);
    }
}

package memorytax.claim;

import memorytax.measure.result.Counted;
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
    /// A factor that is written as 1.
    private static final double EXACT = 1.05;

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
        var says = all.size() == 1 ? "Your one guess was " + (right == 1 ? "right." : "not right.")
            : String.format(Locale.ROOT, "%s of your %,d guesses %s right.", right == 0 ? "None" : "" + right,
                all.size(), right < 2 ? "was" : "were");
        boolean numbers = all.stream().anyMatch(g -> g.guess().isPresent());
        return says + (numbers ? " A number is right within 25 %." : "")
            + middle(all).stream().mapToObj(f -> " By the median, your numbers were "
                + (f < EXACT ? "right within 5 %." : "off by a factor of " + Guess.times(f) + ".")).findFirst()
            .orElse("") + bestAndWorst();
    }

    private String bestAndWorst() {
        var chapters = new TreeMap<String, Double>();
        byChapter.forEach((name, some) -> middle(some).ifPresent(f -> chapters.put(name, f)));
        var best = chapters.entrySet().stream().min(Map.Entry.comparingByValue());
        var worst = chapters.entrySet().stream().max(Map.Entry.comparingByValue());
        return chapters.size() < 2 ? "" : String.format(Locale.ROOT,
            " You were nearest in %s (a factor of %s), and furthest off in %s (%s).", chapter(best.get().getKey()),
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
        rows.add(List.of("", "your guess", "measured", ""));
        for (var g : all)
            rows.add(List.of(g.label(), g.said().isEmpty() ? "–" : g.said(),
                g.measured().isEmpty() ? "–" : g.measured(), g.outcome()));
        return Counted.of(all.size(), "guess", "guesses") + "\n" + TextColumns.of(rows);
    }
}

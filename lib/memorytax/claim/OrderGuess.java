package memorytax.claim;

import memorytax.measure.result.Counted;
import memorytax.measure.result.Weighings;
import memorytax.notebook.Prediction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The order in which the reader put several things, beside the measured one: pair by pair. Two things whose intervals
/// overlap are right in either order.
///
/// @param name    of the step that asked; empty outside of a chapter
/// @param label   what was asked for: `the order of seven`
/// @param said    by the reader, from the first on; empty without an answer
/// @param left    those that the reader left unordered, behind the others
/// @param places  what was measured, the least first
/// @param missing not measured, or in a single process, of which nobody knows how sure it is
/// @param asked   whether the question was put to the reader, who may have passed
public record OrderGuess(String name, String label, List<String> said, List<String> left, List<Place> places,
                         List<String> missing, boolean asked) {
    /// The unit of a guess of an order, in which pairs are counted.
    public static final String UNIT = "pairs";
    /// From here on a wrong order is no matter of nuances.
    private static final double SLIGHTLY = 1.05;

    public OrderGuess {
        said = List.copyOf(said);
        left = List.copyOf(left);
        places = places.stream().sorted(Comparator.comparingDouble(p -> p.cost.value())).toList();
        missing = List.copyOf(missing);
    }

    /// One thing where the scale puts it.
    ///
    /// @param cost of it in bytes, with how far it may be off
    public record Place(String name, Measured cost) {
        /// Whether it surely costs less.
        public boolean isBelow(Place other) {
            return cost.high() < other.cost.low();
        }

        /// Whether the order of the two cannot be told.
        public boolean ties(Place other) {
            return !isBelow(other) && !other.isBelow(this);
        }
    }

    /// Two things that were measured, in the reader's order.
    public record Pair(Place before, Place after) {
        /// Whether the scale does not say the opposite.
        public boolean right() {
            return !after.isBelow(before);
        }

        /// How many times as much the one costs that was put before the other; infinite where that is nothing.
        public double factor() {
            return after.cost.value() > 0 ? before.cost.value() / after.cost.value() : Double.POSITIVE_INFINITY;
        }

        /// `You put goroutines before tokio tasks, and goroutines cost 6.2 times as much.`
        String wrong() {
            return "You put " + before.name + " before " + after.name + ", and " + before.name + " cost "
                + (Double.isInfinite(factor()) ? "more." : factor() < SLIGHTLY ? "slightly more."
                    : times() + " as much.");
        }

        private String times() {
            var times = Guess.times(factor());
            return times.equals("2") ? "twice" : times + " times";
        }
    }

    /// Beside bytes by the names of the things, in any order.
    public static OrderGuess of(String label, Prediction asked, Map<String, Optional<Measured>> bytes) {
        var places = new ArrayList<Place>();
        var missing = new ArrayList<String>();
        for (var thing : asked.things()) bytes.getOrDefault(thing, Optional.empty()).filter(m -> m.forks() > 1)
            .ifPresentOrElse(m -> places.add(new Place(thing, m)), () -> missing.add(thing));
        var left = asked.answer().isEmpty() ? List.<String>of()
            : asked.things().stream().filter(t -> !asked.ordered().contains(t)).toList();
        return new OrderGuess(asked.name(), label, asked.ordered(), left, places, missing, asked.isAsked());
    }

    /// Beside what one more task of each contender occupies.
    public static OrderGuess of(String label, Prediction asked, Weighings weighed) {
        var bytes = new LinkedHashMap<String, Optional<Measured>>();
        for (var thing : asked.things()) bytes.put(thing, Measured.task(weighed, thing));
        return of(label, asked, bytes);
    }

    /// Whether there is an answer.
    public boolean isSaid() {
        return !said.isEmpty();
    }

    /// All pairs that were put in order and measured.
    public List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < said.size(); i++)
            for (int j = i + 1; j < said.size() + left.size(); j++) {
                var after = place(j < said.size() ? said.get(j) : left.get(j - said.size()));
                place(said.get(i)).ifPresent(b -> after.ifPresent(a -> pairs.add(new Pair(b, a))));
            }
        return pairs;
    }

    private Optional<Place> place(String thing) {
        return places.stream().filter(p -> p.name.equals(thing)).findFirst();
    }

    /// The pair in the wrong order whose costs are the furthest apart; empty where none is wrong.
    public Optional<Pair> worst() {
        return pairs().stream().filter(p -> !p.right()).max(Comparator.comparingDouble(Pair::factor));
    }

    /// Whether all was put in order, and no pair is wrong.
    public boolean right() {
        return isSaid() && left.isEmpty() && worst().isEmpty();
    }

    /// Where the scale puts it: 1 where nothing surely costs less. Things that tie may share a place.
    public int rank(Place place) {
        return 1 + (int) places.stream().filter(p -> p.isBelow(place)).count();
    }

    /// Whether any of it was measured on this machine.
    public boolean here() {
        return places.isEmpty() || places.stream().anyMatch(p -> p.cost.here());
    }

    /// `17 of 21 pairs are in the right order.`; that there is nothing to compare, and why.
    public String score() {
        if (!asked) return "You were not asked.";
        if (!isSaid()) return "You passed.";
        var pairs = pairs();
        if (pairs.isEmpty()) return "There is nothing to compare your order with.";
        long right = pairs.stream().filter(Pair::right).count();
        return right == pairs.size() ? pairs.size() == 1 ? "The only pair is in the right order."
            : "All " + pairs.size() + " pairs are in the right order."
            : right + " of " + pairs.size() + (right == 1 ? " pairs is" : " pairs are") + " in the right order.";
    }

    /// The score, the worst pair, and what has to be known of both, in a few sentences.
    public String summary() {
        var words = new ArrayList<>(List.of(score()));
        worst().map(Pair::wrong).ifPresent(words::add);
        long ties = pairs().stream().filter(p -> p.before.ties(p.after)).count();
        if (ties > 0) words.add("The intervals of " + Counted.of(ties, "pair") + " overlap: "
            + (ties == 1 ? "it counts" : "they count") + " as right in either order.");
        if (left.size() > 1) words.add("The " + left.size() + " that you left unordered are not compared with each "
            + "other.");
        if (!missing.isEmpty()) words.add("Left out, not measured in two or more processes: "
            + String.join(", ", missing) + ".");
        var recorded = places.stream().filter(p -> !p.cost.here()).map(Place::name).toList();
        if (!recorded.isEmpty()) words.add(here() ? "Recorded, not measured here: " + String.join(", ", recorded) + "."
            : Counted.RECORDED);
        return String.join(" ", words);
    }

    /// `tokio tasks, coroutines ≈ promises`: the least first, ≈ where the intervals of neighbours overlap; empty where
    /// nothing was measured.
    public String measured() {
        var row = new StringBuilder();
        for (int i = 0; i < places.size(); i++)
            row.append(i == 0 ? "" : places.get(i - 1).ties(places.get(i)) ? " ≈ " : ", ").append(places.get(i).name);
        return row.toString();
    }

    /// It as one guess among others.
    public Guess guess() {
        var pairs = pairs();
        return Guess.order(this, (int) pairs.stream().filter(Pair::right).count(), pairs.size());
    }

    static String row(List<String> said, List<String> left) {
        return String.join(", ", said) + (said.isEmpty() || left.isEmpty() ? "" : ", the rest");
    }

    /// Both orders, and the score.
    @Override
    public String toString() {
        return (isSaid() ? "your order: " + row(said, left) + "\n" : "") + (places.isEmpty() ? ""
            : "measured:   " + measured() + "\n") + summary();
    }
}

package memorytax.measure.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The steps of a cost that does not grow along a line: where it jumps over a parameter, and by how much.
///
/// @param steps ascending; none where nothing jumps, or nothing was weighed
public record Stairs(List<Step> steps) {
    /// A jump is one by a tenth or more: between values that lie close, no line does that. Jumps that follow closely
    /// upon each other are one step, because on its edge some tasks have taken it and some have not.
    private static final double JUMP = 1.1, CLOSE = 0.15;

    /// One step.
    ///
    /// @param last   value of the parameter before it
    /// @param next   value that was weighed after that
    /// @param before what one more task costs at `last`
    /// @param after  what it costs at `next`
    public record Step(int last, int next, Slope before, Slope after) {
        /// Bytes that the step adds.
        public double more() {
            return after.value() - before.value();
        }

        /// At the least, by the edges of both intervals.
        public double low() {
            return after.low() - before.high();
        }

        /// At the most.
        public double high() {
            return after.high() - before.low();
        }
    }

    /// The steps in what one more task of a contender occupies.
    public static Stairs of(Weighings weighed, String contender, String key) {
        var steps = new ArrayList<Step>();
        var values = weighed.by(key);
        int last = 0;
        Slope before = null;
        for (var value : values.keySet()) {
            var after = values.get(value).slope(contender);
            if (after.isEmpty()) continue;
            if (before != null && after.get().value() >= JUMP * before.value()) {
                boolean edge = !steps.isEmpty() && last - steps.getLast().next <= CLOSE * last;
                var from = edge ? steps.removeLast() : new Step(last, value, before, after.get());
                steps.add(new Step(from.last, value, from.before, after.get()));
            }
            last = value;
            before = after.get();
        }
        return new Stairs(List.copyOf(steps));
    }

    /// Whether each step adds twice what the one before it did, by 20 % either way. Empty with less than two steps.
    public Optional<Boolean> doubling() {
        if (steps.size() < 2) return Optional.empty();
        for (int i = 1; i < steps.size(); i++)
            if (Math.abs(steps.get(i).more() / steps.get(i - 1).more() / 2 - 1) > 0.2) return Optional.of(false);
        return Optional.of(true);
    }

    /// Whether all of it was measured on this machine.
    public boolean here() {
        return steps.stream().allMatch(s -> s.before().here() && s.after().here());
    }

    /// `+2,050 B between 8 and 10, +4,090 B between 26 and 28`
    @Override
    public String toString() {
        return steps.stream().map(s -> String.format(Locale.ROOT, "+%s between %,d and %,d", Bytes.exact(s.more()),
            s.last, s.next)).collect(Collectors.joining(", "));
    }
}

package memorytax.chart.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What values lie along, and which of them are written beside it.
///
/// @param what it measures, with its unit; empty where the texts beside it say that
/// @param at   the values that are written; empty where each hand picks round ones, as many as it has room for
public record Axis(String what, Unit unit, boolean log, double low, double high, List<Double> at) {
    /// As many ticks make an axis: from one alone nobody can read a distance.
    private static final int FEW = 2;
    /// Nine decades: between what differs by less there is nothing to write.
    private static final int STEPS = 27;

    /// A logarithmic axis has no place for what is not above zero.
    public Axis {
        if (log && !(low > 0)) low = high > 0 ? high / 1000 : 1;
        if (!(high > low)) high = log ? low * 10 : low + 1;
        if (at.size() < FEW) at = List.of();
    }

    /// From zero on.
    public static Axis upTo(String what, Unit unit, double high) {
        return new Axis(what, unit, false, 0, high, List.of());
    }

    /// Logarithmic, between the next round numbers beyond these two.
    public static Axis beyond(String what, Unit unit, double low, double high) {
        return new Axis(what, unit, true, Decades.down(low), Decades.up(high), List.of());
    }

    /// Logarithmic, with room for all of these and what is not certain of them, and for two round values at least.
    public static Axis around(String what, Unit unit, Collection<Spread> all) {
        double low = all.stream().mapToDouble(s -> Math.max(s.low(), s.value() / 2)).min().orElse(100) * 0.8;
        double high = all.stream().mapToDouble(s -> Math.min(s.high(), s.value() * 4)).max().orElse(1024) * 1.25;
        if (Decades.between(unit, low, high).count() < 2) {
            double from = low, to = high;
            low = Decades.between(unit, low / 1e3, low).max().orElse(from) * 0.9;
            high = Decades.between(unit, high, high * 1e3).min().orElse(to) * 1.1;
        }
        return new Axis(what, unit, true, low, high, List.of());
    }

    /// Logarithmic, through values that were measured, and which are written beside it.
    ///
    /// @param at ascending, not empty; beside one alone stands its double, or 1 where it is zero
    public static Axis through(String what, Unit unit, Collection<Double> at) {
        double first = at.iterator().next();
        var values = at.size() > 1 ? List.copyOf(at) : List.of(first, first > 0 ? 2 * first : 1);
        double low = place(values.getFirst(), values), high = place(values.getLast(), values);
        double margin = at.size() > 1 ? Math.pow(high / low, 0.015) : 2;
        return new Axis(what, unit, true, low / margin, high * margin, values);
    }

    /// Where a value lies. Zero has no place on a logarithmic axis: it gets one, half a decade before the first of the
    /// measured values that has.
    public double place(double value) {
        return log ? place(value, at) : value;
    }

    private static double place(double value, List<Double> at) {
        return value > 0 ? value : at.stream().mapToDouble(v -> v).filter(v -> v > 0).min().orElse(1) / 3;
    }

    /// From 0 at its low end to 1 at its high one; beyond them where the value lies beyond.
    public double share(double value) {
        return log ? Math.log(Math.max(place(value), low / 1e6) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    }

    /// The values that are written beside it, two at the least: those that were measured, else round ones, about `many`
    /// of them.
    public List<Double> ticks(int many) {
        if (!at.isEmpty()) return at;
        var round = log ? Decades.between(unit, low, high).boxed().toList() : even(many);
        return round.size() < FEW ? even(many) : round;
    }

    /// Round steps inside, about `many` of them, and two at the least. Of a KB or MB they are halves where that leaves
    /// two: less has no round name. Steps that would be written alike are too small.
    public List<Double> even(int many) {
        double furthest = Math.max(high, -low);
        boolean large = unit.sizes() && furthest >= 1000;
        double one = large ? Math.pow(1024, Math.floor(Math.log(furthest * 1.024) / Math.log(1024))) : 1;
        double rough = (high - low) / one / Math.max(1, many);
        int step = RoundSteps.from(rough);
        var usual = inside(one, large ? Math.max(RoundSteps.from(0.5), step) : step);
        if (usual.size() >= FEW && apart(usual)) return usual;
        if (usual.size() < FEW) return finer(one, step);
        for (int i = step + 1; i <= step + STEPS; i++) {
            var coarser = inside(one, i);
            if (coarser.size() >= FEW && apart(coarser)) return coarser;
        }
        return usual;
    }

    private List<Double> finer(double one, int step) {
        for (int i = step; i >= step - STEPS; i--) if (inside(one, i).size() >= FEW) return inside(one, i);
        return List.of(low, high); // so close to each other that no digit tells them apart
    }

    private List<Double> inside(double one, int size) {
        double step = one * RoundSteps.step(size);
        return Stream.iterate(Math.ceil(low / step - 1e-9), n -> n * step <= high * (1 + 1e-9), n -> n + 1)
            .map(n -> n * step + 0.0).toList();
    }

    private boolean apart(List<Double> ticks) {
        return ticks.stream().map(unit.tick()::apply).distinct().count() == ticks.size();
    }
}

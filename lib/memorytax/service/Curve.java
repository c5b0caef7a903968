package memorytax.service;

import memorytax.claim.Measured;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What one more task costs, over the depth at which it waits: what was weighed, and what follows for the depths
/// between.
///
/// @param points depth -> bytes of one more task; one at least
/// @param stairs whether it grows by doubling, as a stack does that is copied to one of twice the size; otherwise it is
///               a line from point to point
public record Curve(NavigableMap<Integer, Measured> points, boolean stairs) {
    /// A jump is one by a tenth or more, as in `Stairs`.
    private static final double JUMP = 1.1;
    /// So near to the edge of a step it may be either.
    private static final double EDGE = 0.1;

    /// What one more task costs that waits so many frames down.
    public Measured at(int depth) {
        if (points.size() == 1 || points.containsKey(depth)) return points.getOrDefault(depth, points.firstEntry()
            .getValue());
        return stairs ? onStairs(depth) : onLine(depth);
    }

    /// Whether that depth lies among those that were weighed.
    public boolean reaches(int depth) {
        return points.firstKey() <= depth && depth <= points.lastKey();
    }

    /// Between two points, or beyond the last of them as it went on before it.
    private Measured onLine(int depth) {
        var after = points.higherEntry(depth);
        var to = after != null ? after : points.lastEntry();
        var from = points.lowerEntry(to.getKey());
        if (from == null) return to.getValue();
        double part = (double) (depth - from.getKey()) / (to.getKey() - from.getKey());
        Measured a = from.getValue(), b = to.getValue();
        double value = a.value() + part * (b.value() - a.value());
        // either end has an error of its own, and beyond the last one both count for more
        double below = Math.hypot((1 - part) * (a.value() - a.low()), part * (b.value() - b.low()));
        double above = Math.hypot((1 - part) * (a.high() - a.value()), part * (b.high() - b.value()));
        return new Measured(value, value - below, value + above, a.here() && b.here(), Math.min(a.forks(), b.forks()));
    }

    /// As much as the nearest point on the same step; where none was weighed there, what the doubling adds.
    private Measured onStairs(int depth) {
        var line = frames();
        double size = stack(line, depth);
        var before = points.lowerEntry(depth);
        var after = points.higherEntry(depth);
        if (before == null) return after.getValue();
        double least = size(before.getValue()), most = after == null ? Double.MAX_VALUE : size(after.getValue());
        size = Math.clamp(size, least, most);
        var value = size == least ? before.getValue() : size == most ? after.getValue()
            : plus(before.getValue(), size - least);
        // where the edge of a step is near, nobody knows on which side of it this is
        double low = Math.clamp(stack(line, (int) Math.floor(depth * (1 - EDGE))), least, most);
        double high = Math.clamp(stack(line, (int) Math.ceil(depth * (1 + EDGE))), least, most);
        return new Measured(value.value(), value.low() - (size - low), value.high() + (high - size), value.here(),
            value.forks());
    }

    private static Measured plus(Measured m, double more) {
        return new Measured(m.value() + more, m.low() + more, m.high() + more, m.here(), m.forks());
    }

    /// The stack of a task that costs so much: a power of two. What the first step adds is as much as was there before.
    private double size(Measured cost) {
        return power(first() + cost.value() - points.firstEntry().getValue().value());
    }

    private double first() {
        Measured last = null;
        for (var cost : points.values()) {
            double jump = last == null ? 0 : cost.value() - last.value();
            if (last != null && cost.value() >= JUMP * last.value()) return power(smallest(jump));
            last = cost;
        }
        return 2048;
    }

    /// Of a jump over several steps the first is at most so large.
    private double smallest(double jump) {
        return Math.min(jump, points.firstEntry().getValue().value());
    }

    private static double power(double bytes) {
        return Math.pow(2, Math.round(Math.log(Math.max(1, bytes)) / Math.log(2)));
    }

    /// The smallest stack in which so many frames have room.
    private static double stack(double[] line, int depth) {
        return Math.pow(2, Math.ceil(Math.log(Math.max(1, line[0] + line[1] * depth)) / Math.log(2) - 1e-9));
    }

    /// The edge of a step: between two depths at which the stack was of different sizes.
    private record Edge(int last, int next, double bytes) {
        double middle() {
            return (last + next) / 2.0;
        }

        /// How well these two tell what a frame takes: what is not known of it, as a share.
        double doubt(Edge other) {
            return (next - last + other.next - other.last) / Math.abs(middle() - other.middle());
        }
    }

    /// What a stack needs: bytes at its top, and for each frame. Read off the two edges that tell it best.
    private double[] frames() {
        var edges = new ArrayList<Edge>();
        int last = points.firstKey();
        for (int depth : points.tailMap(last, false).keySet()) {
            double before = size(points.get(last));
            if (size(points.get(depth)) == 2 * before) edges.add(new Edge(last, depth, before));
            last = depth;
        }
        Edge one = null, two = null;
        for (var a : edges)
            for (var b : edges)
                if (a.bytes < b.bytes && (one == null || a.doubt(b) < one.doubt(two))) {
                    one = a;
                    two = b;
                }
        double top = size(points.firstEntry().getValue()) / 2, deep = size(points.lastEntry().getValue()) * 0.75;
        if (one == null) return new double[]{top, (deep - top) / Math.max(1, points.lastKey())};
        double each = (two.bytes - one.bytes) / (two.middle() - one.middle());
        return new double[]{one.bytes - each * one.middle(), each};
    }

    /// Of slopes, each at its depth.
    static Curve of(NavigableMap<Integer, Measured> points, boolean stairs) {
        return new Curve(new TreeMap<>(points), stairs);
    }

    /// The same with another cost at the top, and below it as much more as this one costs more there.
    Curve from(Measured top) {
        var others = new TreeMap<Integer, Measured>();
        var first = points.firstEntry();
        points.forEach((depth, cost) -> others.put(depth, depth.equals(first.getKey()) ? top
            : top.plus(cost.less(first.getValue().value()))));
        return new Curve(others, stairs);
    }

    /// The depths that were weighed.
    public List<Integer> depths() {
        return List.copyOf(points.keySet());
    }

    /// `0: 1,187 B, 100: 25,292 B`
    @Override
    public String toString() {
        return points.entrySet().stream().map(p -> p.getKey() + ": " + p.getValue().value() + " B").toList().toString();
    }
}

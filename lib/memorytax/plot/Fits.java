package memorytax.plot;

import memorytax.claim.Estimate;
import memorytax.claim.Estimates;
import memorytax.claim.Measured;
import memorytax.scale.Bytes;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a service would take in each architecture, against its limit: for its own number of tasks, and for others.
final class Fits {
    private static final Dots.Axis BYTES = new Dots.Axis("bytes of the whole process", Ruler::sizes, Ruler::size,
        Bytes::of);
    private static final int[] TASKS = {1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private Fits() {
    }

    static Sheet needs(Estimates estimates) {
        var rows = new ArrayList<>(estimates.all().stream()
            .sorted(Comparator.comparingDouble((Estimate e) -> e.total().value()).reversed()).map(Fits::row).toList());
        double limit = estimates.service().limit();
        var sheet = Dots.draw("Calculated for your service, with 95 % intervals. The upright line is your limit of "
            + Bytes.of(limit) + ". Filled: as it comes. Hollow: the empty process and what is live, where the heap can "
            + "be kept small.", rows, BYTES, "as it comes", "live", "000 MB, 000 MB live, recorded");
        return rows.isEmpty() ? sheet : sheet.under(g -> limit(g, sheet, sheet.x(limit), true));
    }

    private static Dots.Row row(Estimate e) {
        return new Dots.Row(e.name(), Optional.of(dot(e.total())), e.need().map(Fits::dot),
            Bytes.of(e.total().value()) + e.need().map(n -> ", " + Bytes.of(n.value()) + " live").orElse("")
                + (e.total().here() ? "" : ", recorded"));
    }

    private static Dots.Dot dot(Measured m) {
        return new Dots.Dot(m.value(), m.low(), m.high());
    }

    static Sheet byTasks(Estimates estimates) {
        var sheet = new Sheet("Calculated: the whole process over the number of tasks, each as in your service. The "
            + "dashed line is your limit of " + Bytes.of(estimates.service().limit()) + ".", 420);
        if (estimates.all().isEmpty()) return Empty.say(sheet, "nothing is known of any architecture");
        var at = new TreeSet<>(List.of(estimates.service().tasks()));
        for (int n : TASKS) at.add(n);
        at.removeIf(n -> n < estimates.service().tasks() / 100 || n > 100L * estimates.service().tasks());
        var curves = estimates.all().stream().map(e -> {
            var points = new TreeMap<Integer, Curves.Point>();
            for (int n : at) points.put(n, point(e.of().empty().plus(e.each().times(n))));
            return new Curves.Curve(e.name(), e.total().here(), points);
        }).toList();
        var drawn = Curves.draw(sheet, curves, "tasks, all waiting", Ruler::count, Ruler::sizes, Ruler::size);
        return drawn.under(g -> limit(g, drawn, drawn.y(estimates.service().limit()), false));
    }

    private static Curves.Point point(Measured m) {
        return new Curves.Point(m.value(), m.low(), m.high());
    }

    /// From one end of the plot to the other.
    private static void limit(Graphics2D g, Sheet sheet, double at, boolean upright) {
        g.setColor(Tone.INK.light());
        g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[]{5, 4}, 0));
        g.draw(upright ? new Line2D.Double(at, 0, at, sheet.getHeight())
            : new Line2D.Double(0, at, sheet.getWidth(), at));
    }
}

package memorytax.chart;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark.Part;
import memorytax.chart.model.Mark.Stack;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import memorytax.measure.result.Bytes;
import memorytax.measure.result.Parts;
import memorytax.measure.result.Slope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one task carries: a bar per contender, cut into the parts that its runtime can name, and across it what the
/// scale says of the whole.
final class BackpackChart {
    private static final double SMALL = 0.03;

    private BackpackChart() {
    }

    static ChartModel of(List<Parts> all, List<Slope> slopes) {
        var parts = all.stream().filter(p -> p.sum() > 0).toList();
        boolean weighed = parts.stream().anyMatch(p -> slope(p, slopes).isPresent());
        var caption = Caption.of("The parts of one task in bytes, as its runtime counts them.")
            .and(Hand.PICTURE, weighed ? "The tick across a bar is the slope, what the scale has measured for the "
                + "whole task, with its 95 % interval." : "")
            .and(Hand.CHARACTERS, weighed ? "The size beside a bar is the slope, what the scale has measured for the "
                + "whole task." : "");
        if (parts.isEmpty())
            return new ChartModel(caption, new ChartModel.Nothing("no runtime reported the parts of a task"));
        double end = parts.stream().mapToDouble(p -> Math.max(p.sum(), slope(p, slopes)
            .map(s -> Math.min(s.high(), 1.5 * s.value())).orElse(0.0))).max().orElseThrow();
        return new ChartModel(caption, new Rows(Axis.upTo("bytes of one task", Unit.BYTES, 1.02 * end),
            Group.one(parts.stream().map(p -> row(p, slope(p, slopes))))));
    }

    private static Optional<Slope> slope(Parts parts, List<Slope> slopes) {
        return slopes.stream().filter(s -> s.value() > 0)
            .filter(s -> s.contender().name().equals(parts.contender().name())).findFirst();
    }

    /// At its end stands the whole, and how scale and parts differ.
    private static Row row(Parts parts, Optional<Slope> slope) {
        double rest = rest(parts, slope);
        var whole = slope.map(s -> Bytes.of(s.value()) + (s.here() ? " weighed" : " recorded"))
            .orElse(Bytes.of(parts.sum()) + " counted");
        var differs = rest > 0 ? Bytes.of(rest) + " not accounted for"
            : rest < 0 ? "the parts are " + Bytes.of(-rest) + " more" : "";
        var name = parts.contender().name();
        return new Row(name, name, new Stack(pieces(parts, SMALL), Math.max(0, rest), slope.map(Spread::of)), whole,
            differs, false);
    }

    /// What the scale has and the parts have not, negative when the parts come to more; zero where the two agree within
    /// the interval, or within two percent.
    private static double rest(Parts parts, Optional<Slope> slope) {
        double rest = slope.map(s -> s.value() - parts.sum()).orElse(0.0);
        double slack = slope.map(s -> Math.max(s.plusMinus(), 0.02 * s.value())).orElse(0.0);
        return Math.abs(rest) <= slack ? 0 : rest;
    }

    /// As they come, largest first; the smallest together as `other`.
    ///
    /// @param small what is a smaller share of the whole than this
    static List<Part> pieces(Parts parts, double small) {
        var pieces = new ArrayList<Part>();
        var rest = new ArrayList<Part>();
        double least = small * parts.sum();
        parts.bytes().forEach((name, bytes) -> (bytes < least ? rest : pieces).add(new Part(name, bytes)));
        double other = rest.stream().mapToDouble(Part::value).sum();
        if (other > 0) pieces.add(rest.size() == 1 ? rest.getFirst() : new Part("other", other));
        return pieces;
    }
}

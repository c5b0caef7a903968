package memorytax.chart.draw;

import memorytax.chart.model.Plot.Guide.Kind;
import memorytax.chart.model.Plot.Guide;
import memorytax.chart.model.Plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/// Lines that were not measured, behind those that were: a limit, or where two things are the same, with a band as far
/// as one is a factor of the other.
record GuideLines(ModelChart sheet, Plot plot) {
    private static final double GAP = 9;

    void draw(Graphics2D g) {
        band(g);
        for (var guide : plot.guides())
            Pen.dashed(g, color(guide), switch (guide.kind()) {
                case LIMIT -> 1.4;
                case SAME -> 1.6;
                case FACTOR -> 1;
            }, guide.kind() == Kind.FACTOR ? new float[]{5, 4} : null, sheet.x(guide.x1()), sheet.y(guide.y1()),
                sheet.x(guide.x2()), sheet.y(guide.y2()));
    }

    /// Between the outer two of these lines, from corner to corner.
    private void band(Graphics2D g) {
        var outer = plot.guides().stream().filter(l -> l.kind() == Kind.FACTOR).toList();
        if (outer.size() < 2) return;
        var band = new Path2D.Double();
        double left = 0, top = 0, right = sheet.getWidth(), bottom = sheet.getHeight();
        band.moveTo(left, bottom);
        band.lineTo(sheet.x(outer.getFirst().x1()), sheet.y(outer.getFirst().y1()));
        band.lineTo(sheet.x(outer.getFirst().x2()), sheet.y(outer.getFirst().y2()));
        band.lineTo(right, top);
        band.lineTo(sheet.x(outer.getLast().x2()), sheet.y(outer.getLast().y2()));
        band.lineTo(sheet.x(outer.getLast().x1()), sheet.y(outer.getLast().y1()));
        band.closePath();
        Pen.fill(g, ThemeColor.pale(Tone.SOFT.light(), 30), band);
    }

    /// Beside the plot, or above it where the line ends there.
    void names(Graphics2D g) {
        for (var guide : plot.guides()) {
            var font = guide.kind() == Kind.FACTOR ? Fonts.SMALL : Fonts.PLAIN;
            if (guide.x2() < plot.x().high() && guide.kind() != Kind.LIMIT)
                Anchor.MIDDLE.write(g, guide.name(), sheet.x(guide.x2()), -14, font, color(guide));
            else if (!sheet.narrow() || guide.kind() != Kind.LIMIT) // a legend has the names of limits
                Anchor.START.write(g, guide.name(), sheet.getWidth() + GAP, sheet.y(guide.y2()), font, color(guide));
        }
    }

    private static Color color(Guide guide) {
        return (guide.kind() == Kind.LIMIT ? Tone.INK : Tone.SOFT).light();
    }
}

package memorytax.chart.draw;

import org.knowm.xchart.style.markers.Marker;

import java.awt.BasicStroke;
import java.awt.Graphics2D;

/// A contender's marker for XChart: filled with a rim of paper that keeps neighbours apart, or hollow.
final class HueMarker extends Marker {
    private final Hue hue;
    private final boolean hollow;
    private final double scale;

    /// The marker of a contender.
    HueMarker(Hue hue, boolean hollow) {
        this(hue, hollow, 1);
    }

    /// @param scale times the chart's marker size
    HueMarker(Hue hue, boolean hollow, double scale) {
        this.hue = hue;
        this.hollow = hollow;
        this.scale = scale;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
        var shape = hue.form().at(x, y, scale * size / 2);
        g.setStroke(new BasicStroke(hollow ? 2 : 1));
        g.setColor(hollow ? Tone.PAPER.light() : hue.light());
        g.fill(shape);
        g.setColor(hollow ? hue.light() : Tone.PAPER.light());
        g.draw(shape);
    }
}

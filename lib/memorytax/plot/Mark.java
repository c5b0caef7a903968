package memorytax.plot;

import org.knowm.xchart.style.markers.Marker;

import java.awt.BasicStroke;
import java.awt.Graphics2D;

/// A contender's marker for XChart: filled with a rim of paper that keeps neighbours apart, or hollow.
final class Mark extends Marker {
    private final Hue hue;
    private final boolean hollow;

    Mark(Hue hue, boolean hollow) {
        this.hue = hue;
        this.hollow = hollow;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
        var shape = hue.form().at(x, y, size / 2.0);
        g.setStroke(new BasicStroke(hollow ? 2 : 1));
        g.setColor(hollow ? Tone.PAPER.light() : hue.light());
        g.fill(shape);
        g.setColor(hollow ? hue.light() : Tone.PAPER.light());
        g.draw(shape);
    }
}

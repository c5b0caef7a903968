package memorytax.chart.draw;

import memorytax.chart.model.Axis;

import java.awt.Graphics2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is written beside an axis, and the lines of the grid that begin there: position -> text.
record Ticks(Map<Double, String> ticks) {
    /// About `many` of them.
    static Ticks of(Axis axis, int many) {
        var ticks = new LinkedHashMap<Double, String>();
        axis.ticks(many).forEach(v -> ticks.put(axis.place(v), axis.unit().tick().apply(v)));
        return new Ticks(ticks);
    }

    List<String> texts() {
        return List.copyOf(ticks.values());
    }

    /// Grid lines from top to bottom, with texts under them. A text without room is left out.
    void across(Graphics2D g, ModelChart sheet) {
        double taken = Double.NEGATIVE_INFINITY;
        for (var tick : ticks.entrySet()) {
            double x = sheet.x(tick.getKey()), half = Anchor.width(g, tick.getValue(), Fonts.PLAIN) / 2;
            Pen.line(g, Tone.RULE.light(), 1, x, 0, x, sheet.getHeight());
            if (x - half < taken + 8) continue;
            Anchor.MIDDLE.write(g, tick.getValue(), x, sheet.getHeight() + 15, Fonts.PLAIN, Tone.SOFT.light());
            taken = x + half;
        }
    }

    /// Grid lines from left to right, with texts before them.
    void down(Graphics2D g, ModelChart sheet) {
        for (var tick : ticks.entrySet()) {
            double y = sheet.y(tick.getKey());
            Pen.line(g, Tone.RULE.light(), 1, 0, y, sheet.getWidth(), y);
            Anchor.END.write(g, tick.getValue(), -9, y, Fonts.PLAIN, Tone.SOFT.light());
        }
    }
}

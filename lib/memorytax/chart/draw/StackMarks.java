package memorytax.chart.draw;

import memorytax.chart.model.Mark.Part;
import memorytax.chart.model.Mark.Stack;
import memorytax.chart.model.Spread;
import memorytax.measure.result.Bytes;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A bar from zero in parts, each in a tint of its own; a dashed frame for what no part accounts for; across it, the
/// whole as it was weighed.
final class StackMarks {
    private static final double HEIGHT = 36;
    private static final int[] TINTS = {115, 85, 62, 44};

    private StackMarks() {
    }

    static void draw(Graphics2D g, ModelChart sheet, Stack stack, Hue hue, double y) {
        var below = new ArrayList<Part>();
        double at = 0;
        int i = 0;
        for (var part : stack.parts()) {
            var box = box(sheet, at, at + part.value(), y);
            Pen.tint(g, hue.light(), TINTS[i++ % TINTS.length], box);
            if (!inside(g, box, part)) below.add(part);
            at += part.value();
        }
        double room = sheet.getWidth() + sheet.roomRight();
        Anchor.START.write(g, list(g, below, room), 0, y + HEIGHT / 2 + 13, Fonts.SMALL, Tone.SOFT.light());
        if (stack.rest() > 0) rest(g, box(sheet, at, at + stack.rest(), y), hue);
        stack.weighed().ifPresent(w -> weighed(g, sheet, w, y));
    }

    /// Its name in the part, where it fits.
    private static boolean inside(Graphics2D g, Rectangle2D.Double box, Part part) {
        String bytes = Bytes.of(part.value());
        double wide = Math.max(Anchor.width(g, part.name(), Fonts.SMALL), Anchor.width(g, bytes, Fonts.SMALL));
        if (wide * 1.08 + 8 > box.width) return false;
        Anchor.START.write(g, part.name(), box.x + 5, box.getCenterY() - 7, Fonts.SMALL, Tone.INK.light());
        Anchor.START.write(g, bytes, box.x + 5, box.getCenterY() + 8, Fonts.SMALL, Tone.INK.light());
        return true;
    }

    /// The other names, in order: as many as there is room for, the rest added up.
    private static String list(Graphics2D g, List<Part> parts, double room) {
        var text = parts.stream().map(p -> p.name() + " " + Bytes.of(p.value())).collect(Collectors.joining(" · "));
        if (parts.size() < 2 || 1.08 * Anchor.width(g, text, Fonts.SMALL) <= room) return text;
        var fewer = new ArrayList<>(parts);
        fewer.add(new Part("other", fewer.removeLast().value() + fewer.removeLast().value()));
        return list(g, fewer, room);
    }

    private static void rest(Graphics2D g, Rectangle2D.Double box, Hue hue) {
        Pen.outline(g, hue.light(), 1.2, new float[]{3, 3}, new Rectangle2D.Double(box.x + 0.6, box.y + 0.6,
            Math.max(0, box.width - 1.2), box.height - 1.2));
    }

    private static void weighed(Graphics2D g, ModelChart sheet, Spread whole, double y) {
        double x = sheet.x(whole.value()), low = sheet.x(whole.low()), high = sheet.x(whole.high());
        Pen.line(g, Tone.INK.light(), 2, x, y - HEIGHT / 2 - 5, x, y + HEIGHT / 2 + 5);
        if (high - low >= 5) Pen.interval(g, Tone.INK.light(), 1.2, low, high, y); // else the tick hides it
    }

    private static Rectangle2D.Double box(ModelChart sheet, double from, double to, double y) {
        double x = sheet.x(from), gap = 1.5;
        return new Rectangle2D.Double(x, y - HEIGHT / 2, Math.max(0.5, sheet.x(to) - x - gap), HEIGHT);
    }
}

package memorytax.terminal.chart;

import memorytax.chart.model.TwoOrders.Line;
import memorytax.chart.model.TwoOrders;
import memorytax.terminal.text.TerminalHue;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Two orders beside each other, and a line of Braille from each place in the one to that in the other. Where there is
/// little room the values go first, and then parts of the names.
///
/// @param room columns between the two
/// @param name columns for a name
record TerminalOrders(TwoOrders orders, int room, int name, boolean values) {
    private static final int STEP = 2, LEAST = 10, ENOUGH = 16, MOST = 36;
    /// Of a number, a marker, and what is between them.
    private static final int AROUND = 12, DOTTED = 2;

    static List<AttributedString> draw(TwoOrders orders, int width) {
        int name = longest(orders.lines().stream().map(Line::name));
        int beside = width - AROUND - name - longest(orders.lines().stream().map(Line::after));
        if (beside >= ENOUGH) return new TerminalOrders(orders, Math.min(MOST, beside), name, true).draw();
        int room = Math.clamp(width - AROUND - 2 * name, LEAST, MOST);
        return new TerminalOrders(orders, room, Math.min(name, (width - AROUND - room) / 2), false).draw();
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private List<AttributedString> draw() {
        var lines = orders.lines();
        var canvas = new TerminalCanvas(room, STEP * lines.size() - 1);
        var left = new AttributedString[canvas.rows];
        var right = new AttributedString[canvas.rows];
        for (boolean strong : new boolean[]{false, true}) // the heavy ones over the others
            for (int row = 0; row < lines.size(); row++) {
                var line = lines.get(row);
                if (line.strong() == strong && line.to().isPresent())
                    bend(canvas, line, STEP * row, STEP * line.to().getAsInt());
            }
        var taken = new HashSet<Character>();
        for (int row = 0; row < lines.size(); row++) {
            var line = lines.get(row);
            var fitting = TerminalNames.fit(line.name(), name);
            var before = (line.place() + "  " + fitting).strip();
            if (line.to().isEmpty()) {
                left[STEP * row] = TerminalLines.dim(before + "  ");
                continue;
            }
            var sign = TerminalSign.of(line.contender(), taken);
            left[STEP * row] = TerminalLines.of(before + " " + sign.marker(), style(line));
            right[STEP * line.to().getAsInt()] = TerminalLines.of((line.here() ? sign.marker() : sign.hollow()) + " "
                + (values ? line.after() : line.rank() + "  " + fitting), style(line));
        }
        int before = longest(Stream.of(left).filter(Objects::nonNull).map(AttributedString::toString));
        var out = new ArrayList<AttributedString>();
        out.add(TerminalLines.join(TerminalLines.right(TerminalLines.dim(orders.left()), before - 2),
            TerminalLines.space(room + 6), TerminalLines.dim(orders.right())));
        for (int row = 0; row < canvas.rows; row++) out.add(TerminalLines.join(
            TerminalLines.right(left[row] == null ? AttributedString.EMPTY : left[row], before), " ",
            canvas.row(row), " ", right[row] == null ? "" : right[row]));
        return out;
    }

    private static AttributedStyle style(Line line) {
        var hue = TerminalHue.of(line.contender());
        return line.strong() ? hue.bold() : hue;
    }

    /// Level at both ends, as in the picture. A heavy line is two dots high.
    private static void bend(TerminalCanvas canvas, Line line, int from, int to) {
        int steps = canvas.columns * 8;
        for (int i = 0; i <= steps; i++) {
            double at = (double) i / steps, s = at * at * (3 - 2 * at);
            int x = (int) Math.round(at * (canvas.columns * 2 - 1));
            if (line.place().isEmpty() && x / DOTTED % 2 == 1) continue;
            int y = (int) Math.round(4 * (from + (to - from) * s)) + 1;
            canvas.dot(x, y, style(line));
            if (line.strong()) canvas.dot(x, y + 1, style(line));
        }
    }
}

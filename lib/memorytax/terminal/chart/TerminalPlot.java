package memorytax.terminal.chart;

import memorytax.chart.draw.Hue;
import memorytax.chart.model.Plot.Guide;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot.Style;
import memorytax.chart.model.Plot;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// Lines of Braille between two axes, each named where it ends.
final class TerminalPlot {
    /// Rows of a plot.
    private static final int LEAST = 8, MOST = 60;
    /// With more points than this, a marker stands only here and there.
    private static final int MARKED = 24;
    /// Dots on, and as many off: of what is recorded, and of a variant beside what it is one of.
    private static final int DASHES = 3, DOTS = 1, SOLID = 0;

    /// A line, and what it is known by.
    private record Signed(Line line, TerminalSign sign) {
    }

    /// What is written where a line ends.
    ///
    /// @param alone whether it is the name of a point, which a second marker would seem to double
    private record End(String name, Point at, TerminalSign sign, boolean alone) {
        /// What stands apart from the point: the marker says whose name it is.
        String text() {
            return sign.marker() + (alone ? " = " : " ") + name;
        }
    }

    private final Plot plot;
    private final List<AttributedString> names = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();
    private final Set<String> hollow;
    private final TerminalAxis x, y;
    private final TerminalCanvas canvas;
    private final int width, before, longest;

    private TerminalPlot(Plot plot, int width, int more) {
        this.plot = plot;
        this.width = width;
        hollow = Hue.hollow(plot.lines().stream().map(Line::contender).toList());
        x = new TerminalAxis(plot.x());
        y = new TerminalAxis(plot.y());
        int rows = Math.clamp(Math.clamp(width / 6, 10, 22) + more, LEAST, MOST);
        before = 2 + y.ticks(rows / 3).stream().mapToInt(t -> y.text(t).length()).max().orElse(1);
        longest = TerminalNames.most(width) - 3;
        int mark = plot.lines().stream().anyMatch(l -> l.style() == Style.SCATTER) ? 5 : 3; // of a point: "▼ = "
        int after = Math.min(longest + mark, mark + Stream.concat(plot.lines().stream().map(this::name),
            plot.guides().stream().map(Guide::name)).mapToInt(String::length).max().orElse(0));
        canvas = new TerminalCanvas(Math.max(10, width - before - after - 1), rows);
        for (int i = 0; i < rows; i++) names.add(AttributedString.EMPTY);
    }

    /// @param more rows than usual for its width
    static List<AttributedString> draw(Plot plot, int width, int more) {
        return new TerminalPlot(plot, width, more).draw();
    }

    private List<AttributedString> draw() {
        plot.guides().forEach(this::guide);
        var taken = new HashSet<Character>();
        var lines = plot.lines().stream().map(l -> new Signed(l, l.style() == Style.THIN
            ? TerminalSign.none(l.contender()) : TerminalSign.of(l.contender(), taken))).toList();
        lines.forEach(l -> line(l.line, l.sign));
        lines.forEach(l -> markers(l.line, l.sign));
        ends.stream().sorted(Comparator.comparingInt(e -> row(e.at.y().value()))).forEach(this::name);
        var out = new ArrayList<AttributedString>();
        if (!plot.y().what().isBlank()) out.add(TerminalLines.dim(plot.y().what()));
        var labels = new AttributedString[canvas.rows];
        for (double tick : y.ticks(canvas.rows / 3)) labels[row(tick)] = TerminalLines.plain(y.text(tick));
        for (int i = 0; i < canvas.rows; i++) {
            var label = TerminalLines.right(labels[i] == null ? AttributedString.EMPTY : labels[i], before - 2);
            out.add(TerminalLines.join(label, TerminalLines.dim(labels[i] == null ? " │" : " ┤"), canvas.row(i), " ",
                names.get(i)));
        }
        out.addAll(x.below(before, "└", canvas.columns));
        var what = plot.x().what();
        if (!what.isBlank())
            out.add(TerminalLines.dim(TerminalLines.space(before + (canvas.columns - what.length()) / 2) + what));
        if (lines.stream().anyMatch(l -> !name(l.line).equals(said(l.line))))
            out.addAll(TerminalLines.wrap(key(lines), width));
        return out;
    }

    /// Which markers belong to which kind of task, where the names are too short to say it.
    private static AttributedString key(List<Signed> lines) {
        var kinds = new LinkedHashMap<String, List<TerminalSign>>();
        for (var line : lines) kinds.computeIfAbsent(TerminalNames.kind(line.line.contender()),
            _ -> new ArrayList<>()).add(line.sign);
        var key = new ArrayList<CharSequence>();
        kinds.forEach((kind, signs) -> {
            key.add(key.isEmpty() ? "" : "   ");
            signs.forEach(s -> key.add(TerminalLines.of(String.valueOf(s.marker()), s.style())));
            key.add(TerminalLines.of("\u00a0" + kind.replace(' ', '\u00a0'), signs.getFirst().style()));
        });
        return TerminalLines.join(key.toArray(CharSequence[]::new));
    }

    private void guide(Guide guide) {
        var style = guide.kind() == Guide.Kind.LIMIT ? AttributedStyle.DEFAULT : TerminalLines.DIM;
        var to = new Point(guide.x2(), guide.y2());
        join(new Point(guide.x1(), guide.y1()), to, style, guide.kind() == Guide.Kind.FACTOR ? DASHES : SOLID);
        ends.add(new End(guide.name(), to, new TerminalSign(style, TerminalSign.NONE), false));
    }

    private void line(Line line, TerminalSign sign) {
        int dash = !line.here() ? DASHES : hollow.contains(line.contender()) ? DOTS : SOLID;
        var points = line.points();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            if (point.gap()) continue;
            canvas.dot((int) Math.round(dotX(point.x())), (int) Math.round(dotY(point.y().value())), sign.style());
            boolean joined = i > 0 && !points.get(i - 1).gap() && line.style() != Style.SCATTER;
            if (joined) join(points.get(i - 1), point, sign.style(), dash);
            whisker(point, sign.style());
        }
        ends.add(new End(name(line), end(line), sign, line.style() == Style.SCATTER));
    }

    /// What is not certain of a point, unless its marker hides it.
    private void whisker(Point point, AttributedStyle style) {
        double low = dotY(point.y().low()), high = dotY(point.y().high()), middle = dotY(point.y().value());
        if (Math.max(low - middle, middle - high) >= 4) canvas.line(dotX(point.x()), low, dotX(point.x()), high, style,
            SOLID);
    }

    private void join(Point from, Point to, AttributedStyle style, int dash) {
        canvas.line(dotX(from.x()), dotY(from.y().value()), dotX(to.x()), dotY(to.y().value()), style, dash);
    }

    private void markers(Line line, TerminalSign sign) {
        if (sign.marker() == TerminalSign.NONE) return;
        int count = line.points().size(), every = count > MARKED ? count / 5 : 1;
        for (int i = count > MARKED ? every / 2 : 0; i < count; i += every) {
            var point = line.points().get(i);
            if (!point.gap()) canvas.text(row(point.y().value()), x.cell(point.x(), canvas.columns),
                String.valueOf(point.here() ? sign.marker() : sign.hollow()), sign.style());
        }
        // on a logarithmic axis points stand in a crowd, and only the picture has room for what they are called
        if (!plot.x().log()) line.points().forEach(p -> label(p, sign));
    }

    /// Above its point, below it or at its side, where nothing is in the way; in a crowd a point goes without.
    private void label(Point point, TerminalSign sign) {
        if (point.label().isEmpty() || point.gap()) return;
        int row = row(point.y().value()), column = x.cell(point.x(), canvas.columns), half = point.label().length() / 2;
        for (int r : new int[]{row - 1, row + 1, row(point.y().high()) - 1, row(point.y().low()) + 1, row - 2, row + 2})
            if (label(point, sign, r, column - half)) return;
        for (int r : new int[]{row - 1, row + 1})
            if (label(point, sign, r, column + 2) || label(point, sign, r, column - 1 - point.label().length())) return;
    }

    private boolean label(Point point, TerminalSign sign, int row, int from) {
        boolean free = from > 0 && canvas.free(row, from - 1, point.label().length() + 2);
        if (free) canvas.text(row, from, point.label(), sign.style());
        return free;
    }

    /// Dashes say of a line that it is recorded; of what is not joined its name has to.
    private String name(Line line) {
        return TerminalNames.fit(said(line), longest);
    }

    private static String said(Line line) {
        return line.style() == Style.SCATTER ? line.said() : line.name();
    }

    private static Point end(Line line) {
        return line.points().reversed().stream().filter(p -> !p.gap()).findFirst()
            .orElse(line.points().getFirst());
    }

    /// Beside its last point where nothing is in the way, else at the right edge, in the nearest row that is free.
    private void name(End end) {
        int column = x.cell(end.at.x(), canvas.columns), row = row(end.at.y().value());
        if (end.alone ? left(end, row, column) || right(end, end.name, row, column)
            : right(end, end.text(), row, column)) return;
        int free = nearest(row, r -> r >= 0 && r < canvas.rows && names.get(r).length() == 0, canvas.rows);
        if (free >= 0) names.set(free, TerminalLines.of(end.text(), end.sign.style()));
    }

    /// @param text where it stands in another row than the point
    private boolean right(End end, String text, int row, int column) {
        var beside = nearest(row, r -> canvas.free(r, column + 1, text.length() + 1), 2);
        if (column + text.length() + 2 > canvas.columns || beside < 0) return false;
        canvas.text(beside, column + 2, beside == row ? end.name : text, end.sign.style());
        return true;
    }

    /// In the row of the point, where there is no room behind it.
    private boolean left(End end, int row, int column) {
        int from = column - 1 - end.name.length();
        if (canvas.free(row, column + 1, end.name.length() + 1) || from < 1
            || !canvas.free(row, from - 1, end.name.length() + 2)) return false;
        canvas.text(row, from, end.name, end.sign.style());
        return true;
    }

    private static int nearest(int row, IntPredicate free, int far) {
        for (int d = 0; d <= far; d++) {
            if (free.test(row - d)) return row - d;
            if (free.test(row + d)) return row + d;
        }
        return -1;
    }

    private int row(double value) {
        return (int) Math.round(dotY(value)) / 4;
    }

    private double dotX(double value) {
        return x.share(value) * (canvas.columns * 2 - 1);
    }

    private double dotY(double value) {
        return (1 - y.share(value)) * (canvas.rows * 4 - 1);
    }
}

package memorytax.terminal.chart;

import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;
import memorytax.terminal.text.TerminalHue;
import memorytax.terminal.text.TerminalLines;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static memorytax.terminal.text.TerminalLines.DIM;

/// Lanes with boxes: a heavy frame for what is kept, a light one for what is free, a dotted one for what is forgotten.
/// Names stand before the lanes, or above them where that leaves too little.
///
/// @param names columns for the names; 0 where they stand above
/// @param scale columns for one on the scale of the boxes
record TerminalDiagram(Diagram diagram, int width, int names, double scale) {
    private static final int NARROWEST = 40, COLUMN = 15, INDENT = 2, BETWEEN = 2, FLOW = 3;

    /// The characters of a frame: corners from the upper left on, then what is between them.
    private record Frame(String corners, char across, char down) {
        static Frame of(Style style) {
            return switch (style) {
                case KEPT -> new Frame("┏┓┗┛", '━', '┃');
                case FREE -> new Frame("┌┐└┘", '─', '│');
                case FORGOTTEN -> new Frame("┌┐└┘", '┄', '┆');
            };
        }

        String edge(int from, int width) {
            return corners.charAt(from) + String.valueOf(across).repeat(Math.max(0, width - 2))
                + corners.charAt(from + 1);
        }
    }

    /// A box in its place.
    ///
    /// @param text what fits into it, in lines; none where a word does not
    private record Cell(Box box, int column, int width, List<AttributedString> text) {
    }

    static List<AttributedString> draw(Diagram diagram, int width) {
        int names = BETWEEN + diagram.lanes().stream().mapToInt(l -> INDENT * l.indent() + l.name().length()).max()
            .orElse(0);
        double scale = scale(diagram, width - names, true);
        boolean beside = scale * diagram.end() >= Math.max(NARROWEST, COLUMN * diagram.columns().size());
        return (beside ? new TerminalDiagram(diagram, width, names, scale)
            : new TerminalDiagram(diagram, width, 0, scale(diagram, width, false))).draw();
    }

    private static double scale(Diagram diagram, int room, boolean beside) {
        return diagram.lanes().stream().mapToDouble(l -> (room - (beside && !l.text().isEmpty()
            ? l.text().length() + BETWEEN : 0)) / (diagram.columns().isEmpty() ? l.end() : diagram.end()))
            .min().orElse(1);
    }

    private List<AttributedString> draw() {
        var out = new ArrayList<AttributedString>();
        if (!diagram.columns().isEmpty()) out.addAll(heads());
        for (int i = 0; i < diagram.lanes().size(); i++) {
            var lane = diagram.lanes().get(i);
            if (!lane.heading().isEmpty()) out.add(TerminalLines.of(lane.heading(), TerminalLines.BOLD));
            if (names == 0) out.add(TerminalLines.join(name(i), "  ", lane.text()));
            out.addAll(lane(i));
            if (i + 1 < diagram.lanes().size() && !diagram.below(i).isEmpty()) out.add(arrows(i));
        }
        return out;
    }

    private List<AttributedString> heads() {
        var heads = IntStream.range(0, diagram.columns().size()).mapToObj(c ->
            TerminalLines.wrap(TerminalLines.of(diagram.columns().get(c), TerminalLines.BOLD),
            column(c + 1) - column(c) - 1)).toList();
        return IntStream.range(0, heads.stream().mapToInt(List::size).max().orElse(0)).mapToObj(line -> {
            var out = new AttributedStringBuilder();
            for (int c = 0; c < heads.size(); c++) if (line < heads.get(c).size())
                out.append(TerminalLines.space(column(c) - out.length())).append(heads.get(c).get(line));
            return out.toAttributedString();
        }).toList();
    }

    private AttributedString name(int lane) {
        var of = diagram.lanes().get(lane);
        var branch = of.indent() == 0 ? "" : TerminalLines.space(INDENT * (of.indent() - 1)) + "└ ";
        return TerminalLines.join(TerminalLines.dim(branch),
            TerminalLines.of(of.name(), TerminalHue.of(of.contender()).bold()));
    }

    private List<AttributedString> lane(int at) {
        var lane = diagram.lanes().get(at);
        var cells = lane.boxes().stream().map(b -> cell(lane, b)).toList();
        int height = Math.max(1, cells.stream().mapToInt(c -> c.text.size()).max().orElse(0)) + 2;
        var out = new ArrayList<AttributedString>();
        for (int row = 0; row < height; row++) {
            var line = new AttributedStringBuilder();
            if (row == 1 && names > 0) line.append(name(at));
            for (var cell : cells) {
                line.append(TerminalLines.space(cell.column - line.length()));
                line.append(row(cell, row, height, TerminalHue.of(lane.contender())));
                if (row == 1 && lane.flows() && cell != cells.getLast()) line.append(" ▸ ");
            }
            if (row == 1 && names > 0 && !lane.text().isEmpty()) line.append("  ").append(lane.text());
            out.add(line.toAttributedString());
        }
        out.addAll(list(cells.stream().filter(c -> c.text.isEmpty()).toList()));
        return out;
    }

    /// What did not fit into boxes, below the first of those, or as far to the left as it takes.
    private List<AttributedString> list(List<Cell> cells) {
        var list = cells.stream().map(c -> said(c.box)).collect(Collectors.joining(" · "));
        if (list.isEmpty()) return List.of();
        int column = Math.max(names, Math.min(cells.getFirst().column, width - list.length()));
        return TerminalLines.indent(TerminalLines.space(column),
            TerminalLines.wrap(TerminalLines.dim(list), width - column));
    }

    private static AttributedString row(Cell cell, int row, int height, AttributedStyle hue) {
        var frame = Frame.of(cell.box.style());
        if (row == 0) return TerminalLines.of(frame.edge(0, cell.width), hue);
        if (row == height - 1) return TerminalLines.of(frame.edge(2, cell.width), hue);
        var text = row - 1 < cell.text.size() ? cell.text.get(row - 1) : AttributedString.EMPTY;
        var side = TerminalLines.of(String.valueOf(frame.down), hue);
        return TerminalLines.join(side, TerminalLines.left(text, cell.width - 2), side);
    }

    private Cell cell(Lane lane, Box box) {
        int from = column(box.from()), to = column(box.to());
        int wide = Math.max(2, to - from - (lane.flows() ? FLOW : diagram.columns().isEmpty() ? 0 : 1));
        boolean one = said(box).length() <= wide - 2;
        var text = one ? List.of(TerminalLines.join(name(box), box.value().isEmpty() || box.name().isEmpty() ? ""
            : " ", value(box))) : Stream.concat(TerminalLines.wrap(name(box), wide - 2).stream(),
            TerminalLines.wrap(value(box), wide - 2).stream()).filter(t -> t.length() > 0).toList();
        boolean fit = text.stream().allMatch(t -> t.length() <= wide - 2);
        return new Cell(box, from, wide, fit ? text : List.of());
    }

    private static AttributedString name(Box box) {
        return TerminalLines.of(box.name(), box.style() == Style.FREE ? DIM : TerminalLines.PLAIN);
    }

    private static AttributedString value(Box box) {
        return TerminalLines.of(box.value(), box.style() == Style.FREE ? DIM : TerminalLines.BOLD);
    }

    private static String said(Box box) {
        return (box.name() + " " + box.value()).strip();
    }

    private AttributedString arrows(int lane) {
        var out = new AttributedStringBuilder();
        for (var arrow : diagram.below(lane)) {
            int column = column(arrow.at());
            boolean left = column + 2 + arrow.word().length() > width;
            out.append(TerminalLines.space(column - out.length() - (left ? arrow.word().length() + 1 : 0)))
                .append(left ? arrow.word() + " ▼" : "▼ " + arrow.word());
        }
        return out.toAttributedString();
    }

    private int column(double at) {
        return names + (int) Math.round(at * scale);
    }
}

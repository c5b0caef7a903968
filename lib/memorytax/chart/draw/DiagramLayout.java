package memorytax.chart.draw;

import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Where the parts of a diagram lie, in pixels from its upper left corner. A lane's name stands before its
/// boxes, or above them where that leaves too little.
///
/// @param heads  the names of the columns, each in lines
/// @param names  pixels for the names of the lanes
/// @param scale  pixels for one on the scale of the boxes
/// @param height of all of it
record DiagramLayout(List<List<String>> heads, List<Row> rows, double names, double scale, double height,
                     boolean above) {
    /// Of an indentation, and of a line of text.
    static final double INDENT = 18, LINE = 16;
    private static final double NARROW = 500, COLUMN = 120, PAD = 7, BETWEEN = 14, LOWEST = 30, STRIP = 36;

    /// A lane in its place.
    ///
    /// @param heading where the middle of its heading lies
    /// @param name    where the middle of its name lies
    /// @param text    where the middle of its text lies
    /// @param top     of its boxes
    /// @param list    what did not fit into boxes, in lines below them
    /// @param at      where these lines begin
    /// @param arrows  the words of the arrows below it, each in lines
    record Row(Lane lane, double heading, double name, double text, double top, double height, List<Cell> cells,
               List<String> list, double at, List<List<String>> arrows) {
        double bottom() {
            return top + height;
        }
    }

    /// A box in its place, and what fits into it.
    record Cell(Box box, double x, double width, List<String> name, List<String> value) {
        int lines() {
            return name.size() + value.size();
        }
    }

    static DiagramLayout of(Diagram diagram, double width) {
        double before = BETWEEN + diagram.lanes().stream()
            .mapToDouble(l -> INDENT * l.indent() + Words.width(l.name(), Fonts.BOLD)).max().orElse(0);
        double beside = scale(diagram, width - before, true), columns = Math.max(1, diagram.columns().size());
        boolean above = width < NARROW || beside * diagram.end() < COLUMN * columns;
        double names = above ? 0 : before, scale = above ? scale(diagram, width, false) : beside;
        var heads = diagram.columns().stream().map(c -> Words.wrap(c, scale - BETWEEN, Fonts.BOLD)).toList();
        double top = heads.stream().mapToDouble(h -> LINE * h.size() + (above ? 14 : 8)).max().orElse(0);
        var rows = new ArrayList<Row>();
        for (int lane = 0; lane < diagram.lanes().size(); lane++) {
            var row = row(diagram, lane, new DiagramLayout(heads, List.of(), names, scale, top, above), width);
            rows.add(row);
            top = row.bottom() + below(row);
        }
        double end = rows.isEmpty() ? top : rows.getLast().bottom() + LINE * rows.getLast().list.size();
        return new DiagramLayout(heads, rows, names, scale, end, above);
    }

    private static double scale(Diagram diagram, double room, boolean beside) {
        return diagram.lanes().stream().mapToDouble(l -> (room - 1 - (beside && !l.text().isEmpty()
            ? BETWEEN + Words.width(l.text(), Fonts.PLAIN) : 0))
            / (diagram.columns().isEmpty() ? l.end() : diagram.end())).min().orElse(1);
    }

    /// @param so names, scale, and as its height how far the lanes before it reach
    private static Row row(Diagram diagram, int at, DiagramLayout so, double width) {
        var lane = diagram.lanes().get(at);
        double y = so.height + (at > 0 && !lane.heading().isEmpty() ? 8 : 0), heading = y + 10;
        if (!lane.heading().isEmpty()) y += 27;
        double name = y + 9, text = name;
        if (so.above) {
            boolean beside = INDENT * lane.indent() + Words.width(lane.name(), Fonts.BOLD) + BETWEEN
                + Words.width(lane.text(), Fonts.PLAIN) <= width;
            text = lane.text().isEmpty() || beside ? name : name + LINE;
            y = text + 12;
        }
        var cells = lane.boxes().stream().map(b -> so.cell(diagram, lane, b)).toList();
        double height = Math.max(LOWEST, LINE * cells.stream().mapToInt(Cell::lines).max().orElse(0) + 12);
        if (!so.above) text = name = y + height / 2;
        var out = cells.stream().filter(c -> c.lines() == 0).toList();
        var list = Words.wrap(out.stream().map(c -> said(c.box)).collect(Collectors.joining(" · ")), width - so.names,
            Fonts.SMALL);
        double longest = list.stream().mapToDouble(l -> Words.width(l, Fonts.SMALL)).max().orElse(0);
        double from = out.isEmpty() ? 0 : Math.max(so.names, Math.min(out.getFirst().x, width - longest));
        return new Row(lane, heading, name, text, y, height, cells, list, from, so.words(diagram, at, width));
    }

    private static String said(Box box) {
        return (box.name() + " " + box.value()).strip();
    }

    private Cell cell(Diagram diagram, Lane lane, Box box) {
        double gap = lane.flows() ? above ? 16 : 26 : diagram.columns().isEmpty() ? 2 : 6;
        double wide = (box.to() - box.from()) * scale - gap, room = wide - 2 * PAD;
        boolean fit = Words.fit(box.name(), room, Fonts.SMALL) && Words.fit(box.value(), room, Fonts.SMALL);
        return new Cell(box, x(box.from()), Math.max(1, wide), fit ? Words.wrap(box.name(), room, Fonts.SMALL)
            : List.of(), fit ? Words.wrap(box.value(), room, Fonts.SMALL) : List.of());
    }

    /// Beside an arrow there is room up to the next one, or to the edge.
    private List<List<String>> words(Diagram diagram, int lane, double width) {
        var arrows = diagram.below(lane);
        return IntStream.range(0, arrows.size()).mapToObj(i -> {
            double end = i + 1 < arrows.size() ? x(arrows.get(i + 1).at()) : width;
            return Words.wrap(arrows.get(i).word(), end - x(arrows.get(i).at()) - 3 * PAD, Fonts.SMALL);
        }).toList();
    }

    /// What lies below the boxes of a row, up to the next one.
    private static double below(Row row) {
        double arrows = row.arrows.stream().mapToDouble(w -> Math.max(STRIP, LINE * w.size() + 14)).max().orElse(0);
        return LINE * row.list.size() + (row.list.isEmpty() ? 0 : 4) + Math.max(BETWEEN, arrows);
    }

    /// Pixels from the left edge.
    double x(double at) {
        return names + at * scale;
    }

    /// Where the text in a box begins, from the left edge of that.
    static double pad() {
        return PAD;
    }
}

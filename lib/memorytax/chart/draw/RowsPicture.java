package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Mark.Bar;
import memorytax.chart.model.Mark.Box;
import memorytax.chart.model.Mark.Change;
import memorytax.chart.model.Mark.Dots;
import memorytax.chart.model.Mark.Spans;
import memorytax.chart.model.Mark.Stack;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;

/// Rows along one axis, each with its name before it and its text at its end.
final class RowsPicture implements Picture {
    private static final double GAP = 9;

    private final ModelChart sheet;
    private final Rows rows;
    private final RowPlaces places;

    RowsPicture(ModelChart sheet, Rows rows) {
        this.sheet = sheet;
        this.rows = rows;
        places = RowPlaces.of(rows);
        sheet.range(rows.axis(), Axis.upTo("", Unit.COUNT, places.height()));
        sheet.roomLeft(rows.rows().stream().map(Row::name).toList());
        sheet.roomRight(List.of(rows.axis().unit().tick().apply(rows.axis().high())));
        if (rows.rows().getFirst().mark() instanceof Change) sheet.room(10, ChangeMarks.BELOW);
        for (var row : rows.rows())
            for (var text : List.of(row.text(), row.note())) sheet.roomRight(text, rows.axis().share(end(row)));
        for (var place : places.rows())
            if (place.what().mark() instanceof Dots dots)
                DotMarks.add(sheet, place.what(), dots, places.height() - place.middle());
    }

    /// Pixels that the longest name takes, and the longest of what stands at the end of a row.
    static double words(Rows rows) {
        return rows.rows().stream().mapToDouble(r -> Words.width(r.name(), Fonts.BOLD)).max().orElse(0)
            + rows.rows().stream().mapToDouble(r -> Math.max(Words.width(r.text(), Fonts.PLAIN),
                Words.width(r.note(), Fonts.SMALL))).max().orElse(0);
    }

    /// Of one that is so narrow: where names would leave no room for what is drawn, they stand above it.
    static int height(Rows rows, int width) {
        var places = RowPlaces.of(rows);
        if (!above(rows, width)) return places.picture();
        int row = places.rows().getFirst().height();
        return (int) Math.ceil((places.picture() - places.around()) * (row + more(rows)) / row) + places.around();
    }

    private static boolean above(Rows rows, double width) {
        return words(rows) >= width / 2;
    }

    /// Pixels that a name above a row takes.
    private static double more(Rows rows) {
        return rows.rows().stream().anyMatch(r -> !r.note().isEmpty()) ? 30 : 20;
    }

    @Override
    public void narrow(int width) {
        if (!above(rows, width)) return;
        sheet.noRoom();
        sheet.roomRight(List.of(rows.axis().unit().tick().apply(rows.axis().high())));
        boolean change = rows.rows().getFirst().mark() instanceof Change;
        sheet.room(10, change ? ChangeMarks.BELOW : 30);
        for (var row : rows.rows())
            for (var text : List.of(row.text(), row.note())) sheet.roomRight(text, rows.axis().share(end(row)));
    }

    /// Whether names stand above what is being painted.
    private boolean above() {
        return sheet.narrow() && above(rows, sheet.roomLeft() + sheet.getWidth() + sheet.roomRight());
    }

    private double y(double fromTop) {
        return sheet.y(places.height() - fromTop);
    }

    @Override
    public void behind(Graphics2D g) {
        Ticks.of(rows.axis(), sheet.ticks()).across(g, sheet);
        for (var place : places.rows()) {
            var row = place.what();
            var hue = Hue.of(row.contender());
            double y = y(place.middle()), height = above() ? place.height() : y(place.height()) - y(0);
            switch (row.mark()) {
                case Dots dots -> DotMarks.lines(g, sheet, dots, hue, y);
                case Box box -> BoxMarks.draw(g, sheet, box, hue, y);
                case Change change -> ChangeMarks.draw(g, sheet, rows.axis(), change, hue, y);
                case Bar bar -> BarMarks.draw(g, sheet, bar, hue, y);
                case Stack stack -> StackMarks.draw(g, sheet, stack, hue, y);
                case Spans spans -> SpanMarks.draw(g, sheet, spans, hue, y, height);
            }
        }
        rows.limit().ifPresent(l ->
            Pen.line(g, Tone.INK.light(), 1.4, sheet.x(l), 0, sheet.x(l), sheet.getHeight()));
    }

    @Override
    public void before(Graphics2D g) {
        if (rows.rows().getFirst().mark() instanceof Change) Anchor.MIDDLE.write(g, rows.axis().what(),
            sheet.getWidth() / 2.0, sheet.getHeight() + 36, Fonts.PLAIN, Tone.SOFT.light());
        for (var place : places.headings())
            Anchor.START.write(g, place.what(), 0, y(place.middle()) + 3, Fonts.BOLD, Tone.INK.light());
        for (var place : places.rows()) {
            var row = place.what();
            double y = y(place.middle()), end = GAP + Math.max(sheet.x(end(row)),
                row.mark() instanceof Dots dots ? DotMarks.end(sheet, dots) : 0);
            var hue = Hue.of(row.contender());
            if (row.mark() instanceof Change change) ChangeMarks.hollow(g, sheet, change, hue, y);
            var color = (row.mark() instanceof Change change ? ChangeMarks.name(change, hue) : hue).light();
            if (above()) Anchor.START.write(g, row.name(), 0, y - (row.mark() instanceof Stack ? 31
                : 0.9 * more(rows)), Fonts.BOLD, color);
            else Anchor.END.write(g, row.name(), -10, y, Fonts.BOLD, color);
            boolean two = !row.note().isEmpty();
            Anchor.START.write(g, row.text(), end, two ? y - 8 : y, row.strong() ? Fonts.BOLD : Fonts.PLAIN,
                (reach(row).isEmpty() ? Tone.SOFT : Tone.INK).light());
            Anchor.START.write(g, row.note(), end, y + 9, Fonts.SMALL, Tone.SOFT.light());
        }
    }

    /// Where on the axis a row's text begins: at its end, or beside the plot where a limit would run through it.
    private double end(Row row) {
        return rows.limit().isPresent() ? rows.axis().high() : reach(row).orElse(rows.axis().low());
    }

    /// How far along the axis a row reaches; empty for one that has nothing in it.
    private Optional<Double> reach(Row row) {
        return switch (row.mark()) {
            case Dots dots -> dots.all().stream().map(Spread::high).max(Double::compare);
            case Bar bar -> Optional.of(bar.whole().high());
            case Stack stack -> Optional.of(Math.max(stack.sum(), stack.weighed().map(Spread::high).orElse(0.0)));
            case Change change when !change.seen() -> Optional.empty();
            case Box _, Spans _, Change _ -> Optional.of(rows.axis().high());
        };
    }
}

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
    private static final int LINE = 18, TICKS = 4;

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
        return (int) Math.ceil((places.picture() - places.around()) * (double) NarrowRow.of(rows, width).height() / row)
            + places.around() + LINE * (what(rows, width).size() - 1);
    }

    private static boolean above(Rows rows, double width) {
        return words(rows) >= width / 2;
    }

    private static List<String> what(Rows rows, double width) {
        return rows.rows().getFirst().mark() instanceof Change ? Words.wrap(rows.axis().what(), width, Fonts.PLAIN)
            : List.of("");
    }

    @Override
    public void narrow(int width) {
        if (!above(rows, width)) return;
        sheet.noRoom();
        var ticks = Ticks.of(rows.axis(), TICKS).texts().stream().map(RowsPicture::half).toList();
        sheet.roomLeft(ticks); // they stand across the ends of the axis
        sheet.roomRight(ticks);
        boolean change = rows.rows().getFirst().mark() instanceof Change;
        sheet.room(10, (change ? ChangeMarks.BELOW : 30) + LINE * (what(rows, width).size() - 1));
        if (NarrowRow.of(rows, width).text() == NarrowRow.Text.END) for (var row : rows.rows())
            for (var text : List.of(row.text(), row.note())) sheet.roomRight(text, rows.axis().share(end(row)));
    }

    private static String half(String text) {
        return text.substring(text.length() / 2);
    }

    /// How rows are while they are painted so narrow that names stand above them; empty where they are not.
    private Optional<NarrowRow> above() {
        return sheet.narrow() && above(rows, whole()) ? Optional.of(NarrowRow.of(rows, whole())) : Optional.empty();
    }

    /// Pixels from one edge of the picture to the other, while painting.
    private double whole() {
        return sheet.roomLeft() + sheet.getWidth() + sheet.roomRight();
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
            double y = y(place.middle()), height = above().isPresent() ? place.height() : y(place.height()) - y(0);
            switch (row.mark()) {
                case Dots dots -> {
                    DotMarks.lines(g, sheet, dots, hue, y);
                    DotMarks.values(g, sheet, rows, row, dots, y);
                }
                case Box box -> BoxMarks.draw(g, sheet, box, hue, y);
                case Change change -> ChangeMarks.draw(g, sheet, rows.axis(), change, hue, y);
                case Bar bar -> BarMarks.draw(g, sheet, bar, hue, y);
                case Stack stack -> StackMarks.draw(g, sheet, stack, hue, y);
                case Spans spans -> SpanMarks.draw(g, sheet, spans, hue, y, height);
            }
        }
        rows.limit().ifPresent(l -> limit(g, sheet.x(l)));
    }

    /// Through the whole plot; where names stand in it, only beside what is drawn.
    private void limit(Graphics2D g, double x) {
        var ink = Tone.INK.light();
        if (above().isEmpty()) Pen.line(g, ink, 1.4, x, 0, x, sheet.getHeight());
        else for (var place : places.rows())
            Pen.line(g, ink, 1.4, x, y(place.middle()) - NarrowRow.MARK, x, y(place.middle()) + NarrowRow.MARK);
    }

    @Override
    public void before(Graphics2D g) {
        var what = what(rows, sheet.narrow() ? whole() : Double.MAX_VALUE);
        for (int i = 0; i < what.size(); i++)
            Anchor.MIDDLE.write(g, what.get(i), sheet.narrow() ? whole() / 2 - sheet.roomLeft()
                : sheet.getWidth() / 2.0, sheet.getHeight() + 36 + LINE * i, Fonts.PLAIN, Tone.SOFT.light());
        var narrow = above();
        for (var place : places.headings())
            Anchor.START.write(g, place.what(), narrow.isPresent() ? -sheet.roomLeft() : 0, y(place.middle()) + 3,
                Fonts.BOLD, Tone.INK.light());
        for (var place : places.rows()) {
            var row = place.what();
            double y = y(place.middle());
            var hue = Hue.of(row.contender());
            if (row.mark() instanceof Change change) ChangeMarks.hollow(g, sheet, change, hue, y);
            var color = (row.mark() instanceof Change change ? ChangeMarks.name(change, hue) : hue).light();
            if (narrow.isPresent())
                Anchor.START.write(g, row.name(), -sheet.roomLeft(), y - narrow.get().name(), Fonts.BOLD, color);
            else Anchor.END.write(g, row.name(), -10, y, Fonts.BOLD, color);
            text(g, row, y, narrow.map(NarrowRow::text).orElse(NarrowRow.Text.END));
        }
    }

    private void text(Graphics2D g, Row row, double y, NarrowRow.Text place) {
        double end = GAP + Math.max(sheet.x(end(row)), row.mark() instanceof Dots dots ? DotMarks.end(sheet, dots) : 0);
        boolean two = !row.note().isEmpty();
        var font = row.strong() ? Fonts.BOLD : Fonts.PLAIN;
        var color = (reach(row).isEmpty() ? Tone.SOFT : Tone.INK).light();
        switch (place) {
            case END -> Anchor.START.write(g, row.text(), end, two ? y - 8 : y, font, color);
            case BESIDE_NAME -> Anchor.END.write(g, row.text(), whole() - sheet.roomLeft(), y - NarrowRow.LINE, font,
                color);
            case BELOW -> Anchor.START.write(g, row.text(), -sheet.roomLeft(), y + NarrowRow.LINE, font, color);
        }
        Anchor.START.write(g, row.note(), end, y + 9, Fonts.SMALL, Tone.SOFT.light());
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

package memorytax.chart;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Decades;
import memorytax.chart.draw.Empty;
import memorytax.chart.draw.Hue;
import memorytax.chart.draw.LayeredChart;
import memorytax.chart.draw.LineLabels;
import memorytax.chart.draw.Theme;
import memorytax.chart.draw.ThemeColor;
import memorytax.chart.draw.Ticks;
import memorytax.chart.draw.Tone;
import memorytax.claim.Guess;
import memorytax.claim.Guesses;
import memorytax.measure.result.Bytes;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Guesses against the scale, on two logarithmic axes that are alike: on the diagonal both are the same, and the
/// distance from it is the factor by which a guess is off.
final class GuessDiagonal {
    private static final int BAND = 2;
    private static final double GAP = 9;

    private final LayeredChart sheet;
    private final List<Guess> guesses;
    private final double low, high;

    private GuessDiagonal(LayeredChart sheet, List<Guess> guesses) {
        this.sheet = sheet;
        this.guesses = guesses;
        var sizes = guesses.stream().flatMapToDouble(g -> DoubleStream.of(g.guess().getAsDouble(),
            g.value().getAsDouble())).summaryStatistics();
        boolean narrow = sizes.getMax() < 100 * sizes.getMin();
        low = Decades.down(narrow ? sizes.getMin() / 4 : sizes.getMin());
        high = Decades.up(narrow ? sizes.getMax() * 4 : sizes.getMax());
    }

    static LayeredChart of(Guesses guesses) {
        var numbers = guesses.all().stream().filter(g -> g.factor().isPresent()).toList();
        var sizes = numbers.stream().filter(g -> g.unit().equals("B")).toList();
        var left = leftOut(numbers.size() - sizes.size());
        String caption = "Your guesses against the scale";
        if (sizes.isEmpty())
            return Empty.say(new LayeredChart(caption + ": no size among them yet." + left, 120),
                "no guess of a size yet");
        return new GuessDiagonal(new LayeredChart(
            caption + ". On the line both are the same; the dashed lines are a factor of two "
            + "away from it." + left, 460), sizes).draw();
    }

    private static String leftOut(int others) {
        return others == 0 ? "" : others == 1 ? " One guess is not in bytes, and left out."
            : " " + others + " guesses are not in bytes, and left out.";
    }

    private LayeredChart draw() {
        axes();
        line("right", 1, new BasicStroke(1.6f));
        var dashed = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[]{5, 4}, 0);
        line(BAND + "× too little", 1.0 / BAND, dashed);
        line(BAND + "× too much", BAND, dashed);
        for (var g : guesses) {
            var point = sheet.line(subject(g), new double[]{g.guess().getAsDouble()},
                new double[]{g.value().getAsDouble()}, false, false);
            point.setLabel(label(g)); // read by a terminal
        }
        return sheet.under(this::band).over(this::names);
    }

    private void axes() {
        sheet.xRange(low, high, true);
        sheet.yRange(low, high, true);
        var ruler = Ticks.at(Ticks.sizes(low, high), Ticks::size);
        var title = "the scale";
        var room = new ArrayList<>(ruler.ticks().values());
        room.add(title);
        sheet.roomLeft(room);
        sheet.roomRight(List.of(BAND + "× too much"));
        sheet.roomAbove(28);
        sheet.roomBelow(50);
        sheet.getStyler().setXAxisTickLabelsFormattingFunction(Bytes::of); // read by a terminal
        sheet.getStyler().setYAxisTickLabelsFormattingFunction(Bytes::of);
        sheet.setXAxisTitle("your guess");
        sheet.setYAxisTitle(title);
        sheet.under(g -> ruler.across(g, sheet)).under(g -> ruler.down(g, sheet));
        sheet.over(g -> {
            Anchor.END.write(g, title, -GAP, -15, Theme.PLAIN, Tone.SOFT.light());
            Anchor.MIDDLE.write(g, "your guess", sheet.getWidth() / 2.0, sheet.getHeight() + 36, Theme.PLAIN,
                Tone.SOFT.light());
        });
    }

    /// Where a guess is `factor` times what the scale says.
    private void line(String name, double factor, BasicStroke stroke) {
        double from = Math.max(low, low * factor), to = Math.min(high, high * factor);
        var line = sheet.addSeries(name, new double[]{from, to}, new double[]{from / factor, to / factor});
        line.setMarker(SeriesMarkers.NONE).setLineColor(Tone.SOFT.light()).setLineStyle(stroke);
    }

    private void band(Graphics2D g) {
        var band = new Path2D.Double();
        band.moveTo(sheet.x(low), sheet.y(low));
        band.lineTo(sheet.x(low), sheet.y(low * BAND));
        band.lineTo(sheet.x(high / BAND), sheet.y(high));
        band.lineTo(sheet.x(high), sheet.y(high));
        band.lineTo(sheet.x(high), sheet.y(high / BAND));
        band.lineTo(sheet.x(low * BAND), sheet.y(low));
        band.closePath();
        var soft = Tone.SOFT.light();
        g.setColor(ThemeColor.pale(soft, 30));
        g.fill(band);
    }

    private void names(Graphics2D g) {
        var soft = Tone.SOFT.light();
        Anchor.START.write(g, "right", sheet.x(high) + GAP, sheet.y(high), Theme.PLAIN, soft);
        Anchor.START.write(g, BAND + "× too much", sheet.x(high) + GAP, sheet.y(high / BAND), Theme.SMALL, soft);
        Anchor.MIDDLE.write(g, BAND + "× too little", sheet.x(high / BAND), -14, Theme.SMALL, soft);
        LineLabels.write(g, sheet, guesses.stream().map(guess -> end(g, guess)).toList());
    }

    /// A name keeps clear of the diagonal: it stands on the side that looks away from it, where there is room.
    private LineLabels.End end(Graphics2D g, Guess guess) {
        double x = sheet.x(guess.guess().getAsDouble()), y = sheet.y(guess.value().getAsDouble());
        double width = 1.1 * Anchor.width(g, label(guess), Theme.BOLD) + GAP;
        boolean above = guess.guess().getAsDouble() < guess.value().getAsDouble();
        boolean before = x > width && (above || x + width > sheet.getWidth() + sheet.roomRight());
        return new LineLabels.End(label(guess), Hue.of(subject(guess)), x, y, !before);
    }

    private static String subject(Guess guess) {
        return Hue.subject(guess.label()).orElse(guess.label());
    }

    /// `one asyncio task, 14×`: what was guessed, and how far off.
    private static String label(Guess guess) {
        return guess.label() + (guess.right() ? "" : ", " + Guess.times(guess.factor().getAsDouble()) + "×")
            + (guess.here() ? "" : ", recorded");
    }
}

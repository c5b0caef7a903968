package memorytax.chart;

import memorytax.chart.draw.Hue;
import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Guide.Kind;
import memorytax.chart.model.Plot.Guide;
import memorytax.chart.model.Plot.Line;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot;
import memorytax.chart.model.Unit;
import memorytax.claim.Guess;
import memorytax.claim.Guesses;

import java.util.List;
import java.util.stream.DoubleStream;

/// Guesses against the scale, on two logarithmic axes that are alike: on the diagonal both are the same, and the
/// distance from it is the factor by which a guess is off.
final class GuessDiagonal {
    private static final int FAR = 2;

    private GuessDiagonal() {
    }

    static ChartModel of(Guesses guesses) {
        var numbers = guesses.all().stream().filter(g -> g.factor().isPresent()).toList();
        var sizes = numbers.stream().filter(g -> g.unit().equals("B")).toList();
        int others = numbers.size() - sizes.size();
        var caption = Caption.of("Your guesses of sizes against the measured sizes.").and(sizes.isEmpty() ? ""
            : "On the line \"right\" the two are equal. On a dashed line a guess is " + FAR + " times too much or too "
            + "little.").and(others == 0 ? "" : others == 1 ? "One guess is not a size, and is not shown."
            : others + " guesses are not sizes, and are not shown.");
        return new ChartModel(caption, sizes.isEmpty() ? new ChartModel.Nothing("you have not guessed a size yet")
            : plot(sizes));
    }

    private static Plot plot(List<Guess> guesses) {
        var sizes = guesses.stream().flatMapToDouble(g -> DoubleStream.of(g.guess().getAsDouble(),
            g.value().getAsDouble())).summaryStatistics();
        double room = sizes.getMax() < 100 * sizes.getMin() ? 4 : 1;
        double low = sizes.getMin() / room, high = sizes.getMax() * room;
        var guess = Axis.beyond("your guess", Unit.BYTES, low, high);
        return new Plot(guess, Axis.beyond("measured", Unit.BYTES, low, high),
            guesses.stream().map(GuessDiagonal::point).toList(), List.of(guide("right", Kind.SAME, 1, guess),
                guide(FAR + "× too little", Kind.FACTOR, 1.0 / FAR, guess),
                guide(FAR + "× too much", Kind.FACTOR, FAR, guess)));
    }

    /// Where a guess is `factor` times what the scale says.
    private static Guide guide(String name, Kind kind, double factor, Axis axis) {
        double from = Math.max(axis.low(), axis.low() * factor), to = Math.min(axis.high(), axis.high() * factor);
        return new Guide(name, kind, from, from / factor, to, to / factor);
    }

    /// `one asyncio task, 14×`: what was guessed, and how far off.
    private static Line point(Guess guess) {
        var name = guess.label() + (guess.right() ? "" : ", " + Guess.times(guess.factor().getAsDouble()) + "×");
        return new Line(name, Hue.subject(guess.label()).orElse(guess.label()), Plot.Style.SCATTER,
            guess.here(), List.of(new Point(guess.guess().getAsDouble(), guess.value().getAsDouble())));
    }
}

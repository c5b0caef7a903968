package memorytax.chart;

import memorytax.chart.draw.Hue;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Plot.Point;
import memorytax.chart.model.Plot;
import memorytax.claim.Guess;
import memorytax.claim.Guesses;
import memorytax.claim.Measured;
import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GuessDiagonalTest {
    private static Guess guess(String label, Prediction asked, double value) {
        return Guess.of(label, asked, Optional.of(new Measured(value, value, value, true)));
    }

    private static Guess bytes(String label, String typed, double value) {
        return guess(label, Prediction.bytes().answered(typed), value);
    }

    @Test
    void aPointStandsAtItsGuessAndItsWeight() {
        var chart = Charts.guesses(new Guesses(List.of(bytes("one asyncio task", "20 KB", 1436))));
        var point = Sample.line(chart, "one asyncio task, 14×");
        assertEquals(List.of(new Point(20_480, 1436)), point.points());
        assertEquals(Hue.PYTHON, Hue.of(point.contender()));
    }

    @Test
    void bothAxesAreAlikeAndHoldEverything() {
        var chart = Charts.guesses(new Guesses(List.of(bytes("a", "3 B", 2e6), bytes("a", "2 GB", 90),
            bytes("one goroutine", "2,700", 2701))));
        var plot = (Plot) Sample.model(chart).content();
        assertEquals(List.of(plot.x().low(), plot.x().high()), List.of(plot.y().low(), plot.y().high()));
        assertTrue(plot.x().low() < 3 && plot.x().high() > 2L << 30);
        var right = guide(plot, "right");
        assertEquals(List.of(right.x1(), right.x2()), List.of(right.y1(), right.y2()));
        var twice = guide(plot, "2× too much");
        assertArrayEquals(new double[]{2 * twice.y1(), 2 * twice.y2()}, new double[]{twice.x1(), twice.x2()}, 1e-3);
        assertEquals(3, plot.lines().size(), "two of the same label are two points");
        assertEquals("one goroutine", plot.lines().getLast().name(), "close enough needs no factor");
    }

    private static Plot.Guide guide(Plot plot, String name) {
        return plot.guides().stream().filter(g -> g.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void whatIsNoSizeIsLeftOutAndCounted() {
        var chart = Charts.guesses(new Guesses(List.of(bytes("a", "3 KB", 2e6),
            guess("b", Prediction.number("frames").answered("3"), 4), guess("c", Prediction.bytes().pass(), 4),
            Guess.of("d", Prediction.oneOf("x", "y").answered("x"), "y", true))));
        assertEquals(List.of("a"), Sample.lines(chart).stream().map(l -> l.contender()).toList());
        assertTrue(chart.getTitle().endsWith("One guess is not a size, and is not shown."), chart.getTitle());
    }

    @Test
    void noGuessIsAPictureToo() {
        var chart = Charts.guesses(new Guesses(List.of()));
        assertEquals(new ChartModel.Nothing("you have not guessed a size yet"), Sample.model(chart).content());
        assertEquals("Your guesses of sizes against the measured sizes.", chart.getTitle());
    }

    @Test
    void aContenderIsFoundInAFewWords() {
        assertEquals(Optional.of("asyncio task"), Hue.subject("one asyncio task"));
        assertEquals(Optional.of("Virtual thread, deep"), Hue.subject("Virtual thread, deep"));
        assertEquals(Optional.empty(), Hue.subject("a pool"));
    }
}

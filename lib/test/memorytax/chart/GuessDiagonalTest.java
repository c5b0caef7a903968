package memorytax.chart;

import memorytax.chart.draw.Hue;
import memorytax.claim.Guess;
import memorytax.claim.Guesses;
import memorytax.claim.Measured;
import memorytax.notebook.Prediction;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

import java.util.Arrays;
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
        var point = chart.getSeries("asyncio task");
        assertArrayEquals(new double[]{20_480}, point.getXData());
        assertArrayEquals(new double[]{1436}, point.getYData());
        assertEquals("one asyncio task, 14×", point.getLabel());
        assertEquals(Hue.PYTHON.light(), point.getLineColor());
    }

    @Test
    void bothAxesAreAlikeAndHoldEverything() {
        var chart = Charts.guesses(new Guesses(List.of(bytes("a", "3 B", 2e6), bytes("a", "2 GB", 90),
            bytes("one goroutine", "2,700", 2701))));
        var styler = chart.getStyler();
        assertEquals(List.of(styler.getXAxisMin(), styler.getXAxisMax()),
            List.of(styler.getYAxisMin(), styler.getYAxisMax()));
        assertTrue(styler.getXAxisMin() < 3 && styler.getXAxisMax() > 2L << 30);
        var right = chart.getSeries("right");
        assertArrayEquals(right.getXData(), right.getYData());
        var twice = chart.getSeries("2× too much");
        assertArrayEquals(Arrays.stream(twice.getYData()).map(y -> 2 * y).toArray(), twice.getXData(), 1e-3);
        assertEquals(6, chart.getSeriesCollection().size(), "two of the same label are two points");
        assertEquals("one goroutine", chart.getSeries("goroutine").getLabel(), "close enough needs no factor");
    }

    @Test
    void whatIsNoSizeIsLeftOutAndCounted() {
        var chart = Charts.guesses(new Guesses(List.of(bytes("a", "3 KB", 2e6),
            guess("b", Prediction.number("frames").answered("3"), 4), guess("c", Prediction.bytes().pass(), 4),
            Guess.of("d", Prediction.oneOf("x", "y").answered("x"), "y", true))));
        assertEquals(List.of("right", "2× too little", "2× too much", "a"),
            chart.getSeriesCollection().stream().map(XYSeries::getName).toList());
        assertTrue(chart.getTitle().endsWith("One guess is not in bytes, and left out."), chart.getTitle());
    }

    @Test
    void noGuessIsAPictureToo() {
        var chart = Charts.guesses(new Guesses(List.of()));
        assertTrue(chart.getSeriesCollection().isEmpty());
        assertEquals("Your guesses against the scale: no size among them yet.", chart.getTitle());
    }

    @Test
    void aContenderIsFoundInAFewWords() {
        assertEquals(Optional.of("asyncio task"), Hue.subject("one asyncio task"));
        assertEquals(Optional.of("Virtual thread, deep"), Hue.subject("Virtual thread, deep"));
        assertEquals(Optional.empty(), Hue.subject("a pool"));
    }
}

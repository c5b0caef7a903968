package memorytax.chart.draw;

import memorytax.chart.model.Axis;
import memorytax.chart.model.Caption.Hand;
import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Mark;
import memorytax.chart.model.Rows.Group;
import memorytax.chart.model.Rows.Row;
import memorytax.chart.model.Rows;
import memorytax.chart.model.Spread;
import memorytax.chart.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelChartTest {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 60, 100})
    void aTextBesideABarStaysInThePicture(double bar) {
        var image = new BufferedImage(760, 200, BufferedImage.TYPE_INT_RGB);
        new ModelChart(model(bar, "_".repeat(75))).paint(image.createGraphics(), 760, 200);
        int paper = Tone.PAPER.light().getRGB();
        assertTrue(IntStream.range(0, 200).allMatch(y -> image.getRGB(759, y) == paper), "it is cut off");
        assertTrue(IntStream.range(0, 760 * 200).anyMatch(i -> image.getRGB(i % 760, i / 760) != paper));
    }

    @Test
    void aTitleThatSomebodyGivesItIsSaidByBothHands() {
        var chart = new ModelChart(model(1, ""));
        assertEquals("Of characters.", chart.model().caption().by(Hand.CHARACTERS));
        chart.setTitle("My own.");
        assertEquals("My own.", chart.model().caption().by(Hand.CHARACTERS));
    }

    private static ChartModel model(double bar, String text) {
        return new ChartModel(new Caption(List.of()).and(Hand.PICTURE, "Of a picture.")
            .and(Hand.CHARACTERS, "Of characters."), new Rows(Axis.upTo("", Unit.COUNT, 100), Group.one(Stream.of(
            new Row("goroutines", "goroutines", new Mark.Bar(Spread.of(bar), bar), text)))));
    }
}

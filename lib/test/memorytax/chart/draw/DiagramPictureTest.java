package memorytax.chart.draw;

import memorytax.chart.model.Caption;
import memorytax.chart.model.ChartModel;
import memorytax.chart.model.Diagram.Arrow;
import memorytax.chart.model.Diagram.Box;
import memorytax.chart.model.Diagram.Lane;
import memorytax.chart.model.Diagram.Style;
import memorytax.chart.model.Diagram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DiagramPictureTest {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    private static final Diagram STACKS = new Diagram(List.of(
        lane("first", 0, List.of(new Box("used", "2 KB", 0, 2, Style.KEPT)), "up to 4 frames"),
        lane("second", 0, List.of(new Box("copy", "2 KB", 0, 2, Style.KEPT), new Box("room", "", 2, 4, Style.FREE)),
            "up to 24 frames")), List.of(new Arrow(0, 1, "the next frame does not fit, so the frames are copied")));
    private static final Diagram TREE = new Diagram(List.of("at first", "at the end"), List.of(
        lane("server", 0, List.of(Box.in(0, "open", "", Style.KEPT), Box.in(1, "cancelled", "", Style.FREE)), ""),
        lane("request", 1, List.of(Box.in(0, "open", "", Style.FORGOTTEN), Box.in(1, "gone", "", Style.FREE)), ""),
        lane("another", 1, List.of(), "")), List.of(new Arrow(0, 1.5, "cancels")));

    @Test
    void boxesAreToScaleAndBeginWhereTheLanesDo() {
        var layout = DiagramLayout.of(STACKS, 760);
        var copy = layout.rows().get(1).cells().get(0);
        var room = layout.rows().get(1).cells().get(1);
        assertEquals(copy.width(), room.width(), 0.01);
        assertEquals(layout.x(2), room.x(), 0.01);
        assertEquals(layout.x(0), copy.x(), 0.01);
        assertEquals(copy.width(), layout.rows().get(0).cells().get(0).width(), 0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {352, 760, 1280})
    void nothingLiesOverSomethingElse(int width) {
        for (var diagram : List.of(STACKS, TREE)) {
            var layout = DiagramLayout.of(diagram, width);
            double above = -1;
            for (var row : layout.rows()) {
                assertTrue(row.top() > above, width + ": " + row);
                assertTrue(layout.above() ? row.name() + 8 <= row.top() : row.cells().stream().allMatch(c -> c.x()
                    >= DiagramLayout.INDENT * row.lane().indent() + Words.width(row.lane().name(), Fonts.BOLD)),
                    width + ": the name and the boxes of " + row);
                for (var cell : row.cells()) for (var line : Stream.concat(cell.name().stream(),
                    cell.value().stream()).toList())
                    assertTrue(Words.width(line, Fonts.SMALL) + 2 * DiagramLayout.pad() <= cell.width() + 0.01, line);
                above = row.bottom();
            }
            assertTrue(layout.height() >= above);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {352, 760})
    void itStaysInThePicture(int width) {
        for (var diagram : List.of(STACKS, TREE)) {
            var chart = new ModelChart(new ChartModel(Caption.of("How it works."), diagram));
            int height = chart.height(width), paper = Tone.PAPER.light().getRGB();
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            chart.paint(image.createGraphics(), width, height);
            var right = IntStream.range(0, height).filter(y -> image.getRGB(width - 1, y) != paper).boxed().toList();
            assertEquals(List.of(), right, "rows of pixels that reach the right edge");
            assertTrue(IntStream.range(0, width).allMatch(x -> image.getRGB(x, height - 1) == paper), "at the bottom");
        }
    }

    @Test
    void aNarrowPictureIsHigherAndItsLettersAreAsLarge() {
        var chart = new ModelChart(new ChartModel(Caption.of("How it works."), STACKS));
        assertTrue(chart.height(352) > chart.height(760));
        assertEquals(chart.getHeight(), chart.height(760));
    }

    @Test
    void whatDoesNotFitIntoABoxStandsBelow() {
        var small = new Diagram(List.of(lane("heap", 0, List.of(new Box("StackChunk", "384 B", 0, 384, Style.KEPT),
            new Box("continuation", "24 B", 384, 408, Style.KEPT)), "")), List.of());
        assertEquals(List.of("continuation 24 B"), DiagramLayout.of(small, 760).rows().getFirst().list());
    }

    @Test
    void whatIsKeptIsFilledAndWhatIsFreeIsNot() {
        var chart = new ModelChart(new ChartModel(Caption.of("How it works."), STACKS));
        var image = new BufferedImage(760, chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        chart.paint(image.createGraphics(), 760, chart.getHeight());
        var row = DiagramLayout.of(STACKS, 760).rows().get(1);
        int y = (int) row.bottom(), paper = Tone.PAPER.light().getRGB();
        assertNotEquals(paper, image.getRGB((int) row.cells().get(0).x() + 20, y));
        assertEquals(paper, image.getRGB((int) row.cells().get(1).x() + 20, y));
    }

    @Test
    void wordsAreNotWiderThanTheyAreTakenFor() {
        var fonts = new FontRenderContext(null, true, true);
        for (var font : List.of(Fonts.SMALL, Fonts.STRONG, Fonts.PLAIN, Fonts.BOLD))
            for (var text : List.of("virtual threads (semaphore)", "VThreadContinuation", "100,000 parked threads",
                "open, its cancel() is lost", "5,669 × 64 KB", "the next frame does not fit")) {
                double real = font.getStringBounds(text, fonts).getWidth();
                assertTrue(Words.width(text, font) >= 0.99 * real, font + ": " + text);
            }
        assertEquals(List.of("the frames", "are copied"), Words.wrap("the frames are copied", 80,
            new Font(Font.SANS_SERIF, Font.PLAIN, 13)));
    }

    private static Lane lane(String name, int indent, List<Box> boxes, String text) {
        return new Lane("", name, indent, "goroutines", boxes, false, text);
    }
}

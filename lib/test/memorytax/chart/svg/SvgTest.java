package memorytax.chart.svg;

import memorytax.chart.Charts;
import memorytax.measure.result.Contender;
import memorytax.measure.result.Interval;
import memorytax.measure.result.Quantity;
import memorytax.measure.result.Slope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SvgTest {
    /// For whoever draws elsewhere: the colours and the markers are those of every chart.
    @Test
    void everyContenderWearsItsOwn() {
        var looks = SvgMarker.of(List.of("virtual threads", "virtual threads (warmed)", "goroutines (own queue)"));
        assertEquals(List.of("--virtual", "--virtual", "--go"), looks.stream().map(SvgMarker::colour).toList());
        assertEquals(List.of(false, true, false), looks.stream().map(SvgMarker::hollow).toList());
        assertEquals("M5.0 0.0L0.0 5.0L-5.0 0.0L0.0 -5.0Z", looks.getLast().path().replace("-0.0", "0.0"));
        assertTrue(looks.getFirst().path().matches("M[^A-Z]+(C[^A-Z]+){4}Z"), looks.getFirst().path());
    }

    @Test
    void wordsAreTextAndColoursAreVariables() throws Exception {
        var svg = parse(Svg.of(chart("goroutines", 2_771), 760, 200));
        var words = words(svg);
        assertTrue(words.containsAll(List.of("goroutines", "2.7 KB", "1 KB")), words.toString());
        assertEquals("0 0 760 200", svg.getAttribute("viewBox"));
        String xml = Svg.of(chart("goroutines", 2_771), 760, 200);
        assertTrue(xml.contains("var(--go,#007a65)"), xml);
        assertFalse(Pattern.compile("rgb\\(|\"#").matcher(xml).find(), "a colour without a variable: " + xml);
    }

    @Test
    void theCaptionIsItsTitleAndDescription() throws Exception {
        var chart = chart("goroutines", 2_771);
        chart.setTitle("First. Then <more> & more.");
        var svg = parse(Svg.of(chart, 760, 200));
        var labels = svg.getAttribute("aria-labelledby").split(" ");
        assertEquals("First.", named(svg, "title", labels[0]));
        assertEquals("First. Then <more> & more. goroutines: 2.7 KB; resident 2.7 KB.", named(svg, "desc", labels[1]));
    }

    @Test
    void numbersAreShortButForThoseInATextWhichStayAsTheyAre() throws Exception {
        String xml = Svg.of(chart("goroutines, 0.0185 ms", 2_771), 760, 200);
        assertTrue(words(parse(xml)).contains("goroutines, 0.0185 ms"), xml);
        assertFalse(Pattern.compile("=\"[^\"]*\\.\\d{3}").matcher(xml).find(), xml);
    }

    @Test
    void twoChartsShareNoIdAndOneIsAlwaysTheSame() {
        String go = Svg.of(chart("goroutines", 2_771), 760, 200);
        String python = Svg.of(chart("asyncio tasks", 1_436), 760, 200);
        assertEquals(go, Svg.of(chart("goroutines", 2_771), 760, 200));
        assertTrue(ids(go).stream().noneMatch(ids(python)::contains));
        assertFalse(ids(go).isEmpty());
    }

    @Test
    void theWordsOfAChartBuiltByHandAreSaid() throws Exception {
        var chart = new XYChartBuilder().title("By hand.").xAxisTitle("depth").build();
        chart.addSeries("goroutines", new double[]{0, 10}, new double[]{2_700, 4_800});
        var svg = parse(Svg.of(chart, 600, 300));
        assertEquals("By hand. · depth · goroutines", svg.getElementsByTagName("desc").item(0).getTextContent());
    }

    @Test
    void aFileOfItsOwnHasPaperAndNoVariables(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.svg"), Svg.file(chart("goroutines", 2_771)));
        String xml = Files.readString(folder.resolve("a.svg"));
        parse(xml);
        assertTrue(xml.startsWith("<svg") && xml.contains("#fdfcf9") && !xml.contains("var("), xml);
        Files.write(folder.resolve("a.png"), Svg.png(chart("goroutines", 2_771)));
        var png = ImageIO.read(folder.resolve("a.png").toFile());
        assertEquals(2 * chart("goroutines", 2_771).getWidth(), png.getWidth());
        assertEquals(0xfffdfcf9, png.getRGB(0, 0));
    }

    @Test
    void aMachineWithoutFontsGetsOneSentence() {
        var e = assertThrows(IllegalStateException.class, () -> SvgFonts.needed(() -> {
            throw new RuntimeException("Fontconfig head is null, check your fonts or fonts configuration");
        }));
        assertEquals("charts need fonts: install fontconfig and a font", e.getMessage());
        assertThrows(ArithmeticException.class, () -> SvgFonts.needed(() -> 1 / 0), "and no other error is called so");
    }

    private static XYChart chart(String contender, double bytes) {
        var who = new Contender(contender, "go", "1");
        return Charts.beside(List.of(new Slope(who, Quantity.RESIDENT, bytes, bytes - 9, bytes + 9,
            new Interval(0, 0, 0, 5), 5, true)));
    }

    private static Element parse(String xml) throws Exception {
        var source = new InputSource(new StringReader(xml));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source).getDocumentElement();
    }

    private static List<String> words(Element svg) {
        var texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()).toList();
    }

    private static String named(Element svg, String tag, String id) {
        var element = (Element) svg.getElementsByTagName(tag).item(0);
        assertEquals(id, element.getAttribute("id"));
        return element.getTextContent();
    }

    private static List<String> ids(String xml) {
        return Pattern.compile(" id=\"([^\"]*)\"").matcher(xml).results().map(m -> m.group(1)).toList();
    }
}

package memorytax.chart.svg;

import memorytax.chart.draw.ThemeColor;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// A chart as a picture: inside a page, or as a file of its own. Needs no screen, only fonts.
public final class Svg {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern LONG = Pattern.compile("(\\d+\\.\\d{2})\\d+");
    private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final Pattern HINT = Pattern.compile(" (text|color|shape|image)-rendering=\"[^\"]*\"|<defs[^>]*/>");
    private static final Pattern FONT = Pattern.compile(" ?font-family:[^;\"]*;?| font-family=\"[^\"]*\"");

    private Svg() {
    }

    /// An `<svg>` element for a page. Its colours are CSS variables ([ThemeColor#css(boolean)] declares them), so that
    /// one picture serves light and dark paper; its words are text; its caption is its title and description.
    public static String of(Chart<?, ?> chart, int width, int height) {
        return xml(chart, width, height, true);
    }

    /// The text of an SVG file: on light paper, in the chart's own size.
    public static String file(Chart<?, ?> chart) {
        return xml(chart, chart.getWidth(), chart.getHeight(), false);
    }

    /// The bytes of a PNG file: on light paper, two pixels for one.
    public static byte[] png(Chart<?, ?> chart) {
        int width = chart.getWidth(), height = chart.getHeight();
        var image = SvgFonts.needed(() -> {
            var picture = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
            var g = picture.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(2, 2);
            chart.paint(g, width, height);
            g.dispose();
            return picture;
        });
        try (var bytes = new ByteArrayOutputStream();
             var all = new MemoryCacheImageOutputStream(bytes)) { // else it is put into a file first
            ImageIO.write(image, "png", all);
            all.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is room in memory
        }
    }

    private static String xml(Chart<?, ?> chart, int width, int height, boolean inline) {
        var document = document();
        var svg = SvgFonts.needed(() -> {
            var pen = new SvgPen(document, !inline);
            chart.paint(pen, width, height);
            return pen.getRoot();
        });
        SvgLeaves.of(svg);
        dress(svg, chart, width, height);
        if (inline) svg.setAttribute("id", "chart"); // so that the page can show it once more
        return tidy(serialized(svg), inline);
    }

    private static void dress(Element svg, Chart<?, ?> chart, int width, int height) {
        while (svg.getAttributes().getLength() > 0) svg.removeAttribute(svg.getAttributes().item(0).getNodeName());
        svg.setAttribute("viewBox", "0 0 " + width + " " + height);
        svg.setAttribute("role", "img");
        svg.setAttribute("aria-labelledby", "title desc");
        svg.setAttribute("font-size", "12px"); // what the pen leaves unsaid
        svg.setAttribute("font-family", "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif");
        var caption = SvgWords.caption(chart);
        int end = caption.indexOf(". ") < 0 ? caption.length() : caption.indexOf(". ") + 1;
        label(svg, "desc", SvgWords.of(chart));
        label(svg, "title", caption.substring(0, end));
    }

    private static void label(Element svg, String tag, String text) {
        var element = svg.getOwnerDocument().createElementNS(svg.getNamespaceURI(), tag);
        element.setAttribute("id", tag);
        element.appendChild(svg.getOwnerDocument().createTextNode(xmlText(text)));
        svg.insertBefore(element, svg.getFirstChild());
    }

    /// Short numbers, colours by name, and ids that do not meet those of another chart in the same page.
    private static String tidy(String xml, boolean inline) {
        xml = FONT.matcher(xml).replaceAll(m -> m.group().contains("system-ui") ? m.group() : "");
        xml = HINT.matcher(xml).replaceAll("");
        xml = TAG.matcher(xml).replaceAll(tag -> // not in a text: there each digit may count
            Matcher.quoteReplacement(LONG.matcher(tag.group()).replaceAll("$1")));
        xml = COLOUR.matcher(xml).replaceAll(m -> colour(m, inline));
        var sum = new CRC32();
        sum.update(xml.getBytes(StandardCharsets.UTF_8));
        String own = String.format(Locale.ROOT, "c%08x-", sum.getValue());
        return xml.replace(" id=\"", " id=\"" + own).replace("url(#", "url(#" + own)
            .replace("labelledby=\"title desc\"", "labelledby=\"" + own + "title " + own + "desc\"");
    }

    private static String colour(MatchResult rgb, boolean inline) {
        int[] parts = IntStream.rangeClosed(1, 3).map(i -> Integer.parseInt(rgb.group(i))).toArray();
        String hex = ThemeColor.hex(new Color(parts[0], parts[1], parts[2]));
        return ThemeColor.all().stream().filter(d -> inline && ThemeColor.hex(d.light()).equals(hex)).findFirst()
            .map(d -> "var(" + d.variable() + "," + hex + ")").orElse(hex);
    }

    private static Document document() {
        try {
            var dom = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation();
            return dom.createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A text without the characters that XML 1.0 has no place for: a name of somebody's may have them.
    static String xmlText(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\ufffd");
    }

    private static String serialized(Element svg) {
        try {
            var text = new StringWriter();
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(svg), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}

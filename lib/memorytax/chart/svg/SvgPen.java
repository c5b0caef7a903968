package memorytax.chart.svg;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.Tone;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/// Takes down what a chart paints. Text stays text: what is drawn as a string keeps its anchor, and what XChart draws
/// as the outlines of letters is recognised by comparing it with the outlines of the words that the chart is known to
/// hold. What is fully transparent is left out.
final class SvgPen extends SVGGraphics2D {
    private final Set<String> words;
    private final boolean paper;
    private boolean first = true;
    private Element lineElement;
    private List<?> lineStyle;
    private Point2D lineEnd;

    /// @param words the texts that may come as outlines
    /// @param paper whether the ground that a chart paints first is kept; a page has its own
    SvgPen(Document document, Set<String> words, boolean paper) {
        super(context(document), false);
        this.words = words;
        this.paper = paper;
    }

    Set<String> words() {
        return words;
    }

    private static SVGGeneratorContext context(Document document) {
        var context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        return context;
    }

    @Override
    public void drawString(String text, float x, float y) {
        var anchor = getRenderingHint(Anchor.KEY) instanceof Anchor a ? a : Anchor.START;
        var element = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, "text");
        double at = x + anchor.share() * getFont().getStringBounds(text, getFontRenderContext()).getWidth();
        element.setAttribute("x", getGeneratorContext().doubleString(at));
        element.setAttribute("y", getGeneratorContext().doubleString(y));
        if (anchor != Anchor.START) element.setAttribute("text-anchor", anchor.toString());
        element.appendChild(getDOMFactory().createTextNode(text));
        domGroupManager.addElement(element, DOMGroupManager.FILL);
    }

    /// A line that goes on where the one before ended becomes part of it: a third of the size, and dashes that run on.
    @Override
    public void draw(Shape shape) {
        if (!(shape instanceof Line2D line)) {
            super.draw(shape);
            return;
        }
        var style = List.of(getColor(), getStroke(), getTransform());
        if (style.equals(lineStyle) && line.getP1().equals(lineEnd)) {
            lineElement.setAttribute("points", lineElement.getAttribute("points") + " " + point(line.getP2()));
        } else {
            lineElement = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, "polyline");
            lineElement.setAttribute("points", point(line.getP1()) + " " + point(line.getP2()));
            domGroupManager.addElement(lineElement, DOMGroupManager.DRAW);
        }
        lineStyle = style;
        lineEnd = line.getP2();
    }

    private String point(Point2D p) {
        return getGeneratorContext().doubleString(p.getX()) + "," + getGeneratorContext().doubleString(p.getY());
    }

    @Override
    public void fill(Shape shape) {
        if (getColor().getAlpha() == 0) return;
        boolean ground = first && getColor().equals(Tone.PAPER.light());
        first = false;
        if (ground && !paper) return;
        if (shape instanceof Path2D path) {
            var word = words.stream().filter(w -> outlines(w, path)).findFirst();
            if (word.isPresent()) {
                drawString(word.get(), 0, 0);
                return;
            }
        }
        super.fill(shape);
    }

    private boolean outlines(String word, Path2D path) {
        if (word.isBlank()) return false;
        var outline = new TextLayout(word, getFont(), getFontRenderContext()).getOutline(null);
        return outline.getBounds2D().equals(path.getBounds2D()) && Arrays.equals(points(outline), points(path));
    }

    private static double[] points(Shape shape) {
        var points = DoubleStream.builder();
        var at = new double[6];
        for (PathIterator i = shape.getPathIterator(new AffineTransform()); !i.isDone(); i.next()) {
            Arrays.fill(at, 0);
            points.add(i.currentSegment(at));
            for (double d : at) points.add(d);
        }
        return points.build().toArray();
    }
}

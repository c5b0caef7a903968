package memorytax.chart.svg;

import memorytax.chart.draw.Anchor;
import memorytax.chart.draw.HaloPen;
import memorytax.chart.draw.Tone;
import memorytax.chart.draw.ValuePen;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Takes down what a chart paints. Text stays text: what is drawn as a string keeps its anchor. What is fully
/// transparent is left out.
final class SvgPen extends SVGGraphics2D implements HaloPen, ValuePen {
    private final boolean paper;
    private boolean first = true;
    private Color halo;
    private Element lineElement;
    private List<?> lineStyle;
    private Point2D lineEnd;

    /// @param paper whether the ground that a chart paints first is kept; a page has its own
    SvgPen(Document document, boolean paper) {
        super(context(document), false);
        this.paper = paper;
    }

    private static SVGGeneratorContext context(Document document) {
        var context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        return context;
    }

    @Override
    public void halo(Color color) {
        halo = color;
    }

    @Override
    public void drawString(String text, float x, float y) {
        var anchor = getRenderingHint(Anchor.KEY) instanceof Anchor a ? a : Anchor.START;
        var element = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, "text");
        double at = x + anchor.share() * getFont().getStringBounds(text, getFontRenderContext()).getWidth();
        element.setAttribute("x", getGeneratorContext().doubleString(at));
        element.setAttribute("y", getGeneratorContext().doubleString(y));
        if (anchor != Anchor.START) element.setAttribute("text-anchor", anchor.toString());
        if (halo != null) {
            element.setAttribute("paint-order", "stroke");
            element.setAttribute("stroke", "rgb(%d,%d,%d)".formatted(halo.getRed(), halo.getGreen(), halo.getBlue()));
            element.setAttribute("stroke-width", getGeneratorContext().doubleString(HaloPen.WIDTH));
            element.setAttribute("stroke-linejoin", "round");
            halo = null;
        }
        element.appendChild(getDOMFactory().createTextNode(Svg.xmlText(text)));
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

    /// As one path, in which each dot is a line without a length.
    @Override
    public void values(String of, List<Point2D> places, List<String> said) {
        var path = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, "path");
        path.setAttribute("d", places.stream().map(place -> String.format(Locale.ROOT, "M%.1f,%.1fh0", place.getX(),
            place.getY()).replace(".0", "")).collect(Collectors.joining()));
        path.setAttribute("data-of", of);
        path.setAttribute("data-said", String.join("|", said));
        domGroupManager.addElement(path, DOMGroupManager.DRAW);
    }

    private String point(Point2D p) {
        return getGeneratorContext().doubleString(p.getX()) + "," + getGeneratorContext().doubleString(p.getY());
    }

    @Override
    public void fill(Shape shape) {
        if (getColor().getAlpha() == 0) return;
        boolean ground = first && getColor().equals(Tone.PAPER.light());
        first = false;
        if (!ground || paper) super.fill(shape);
    }
}

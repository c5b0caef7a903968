package memorytax.chart.svg;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Makes a picture half as long and look the same. Batik repeats the whole state of the pen at each group; here each
/// shape and each text has what it shows by itself and no more, and a group is left where its members lie elsewhere.
final class SvgLeaves {
    /// What the members of a group inherit -> what it is if nobody says so.
    private static final Map<String, String> INHERITED = Map.ofEntries(Map.entry("fill", "#000"),
        Map.entry("fill-opacity", "1"), Map.entry("stroke", "none"), Map.entry("stroke-opacity", "1"),
        Map.entry("stroke-width", "1"), Map.entry("stroke-dasharray", "none"), Map.entry("stroke-dashoffset", "0"),
        Map.entry("stroke-linecap", "butt"), Map.entry("stroke-linejoin", "miter"),
        Map.entry("stroke-miterlimit", "4"), Map.entry("font-size", ""), Map.entry("font-weight", "normal"),
        Map.entry("font-style", "normal"), Map.entry("font-family", ""));
    private static final Set<String> SHAPES = Set.of("rect", "circle", "ellipse", "line", "polyline", "polygon",
        "path"), PLACED = Set.of("transform", "clip-path");

    private final Element svg;
    /// Of what is being written now: where its members lie.
    private Element group;
    private List<Map<String, String>> place = List.of();

    private SvgLeaves(Element svg) {
        this.svg = svg;
    }

    /// Rewrites what is in this element.
    static void of(Element svg) {
        var leaves = new SvgLeaves(svg);
        var members = children(svg);
        leaves.group = svg;
        for (var member : members) if (isDrawn(member)) svg.removeChild(member);
        for (var member : members) if (isDrawn(member)) leaves.add(member, Map.of(), List.of());
    }

    private static boolean isDrawn(Element element) {
        return element.getTagName().equals("g") || element.getTagName().equals("text")
            || SHAPES.contains(element.getTagName());
    }

    /// @param said  by the groups around it: what it inherits
    /// @param where each of them lies that is moved or cut, from the outermost
    private void add(Element element, Map<String, String> said, List<Map<String, String>> where) {
        var own = new HashMap<>(said);
        for (var name : INHERITED.keySet()) if (element.hasAttribute(name)) own.put(name, element.getAttribute(name));
        if (element.getTagName().equals("g")) {
            var moved = new TreeMap<String, String>();
            for (var name : PLACED) if (element.hasAttribute(name)) moved.put(name, element.getAttribute(name));
            var there = moved.isEmpty() ? where : Stream.concat(where.stream(), Stream.of(moved)).toList();
            for (var child : children(element)) add(child, own, there);
            return;
        }
        if (isDrawn(element)) dress(element, own);
        place(where).appendChild(element);
    }

    private static void dress(Element element, Map<String, String> said) {
        boolean text = element.getTagName().equals("text"), halo = element.hasAttribute("paint-order");
        boolean filled = text || !said.getOrDefault("fill", "").equals("none");
        boolean stroked = text ? halo : !said.getOrDefault("stroke", "none").equals("none");
        INHERITED.forEach((name, usual) -> {
            boolean shows = name.startsWith("font") ? text : name.startsWith("fill") ? filled : stroked;
            var value = said.getOrDefault(name, usual);
            if (name.equals("fill") && !filled) element.setAttribute(name, "none");
            else if (!shows || value.equals(usual)) element.removeAttribute(name);
            else element.setAttribute(name, value);
        });
    }

    /// The group whose members lie there.
    private Element place(List<Map<String, String>> where) {
        if (where.equals(place)) return group;
        place = where;
        group = svg;
        for (var each : where) {
            var inner = svg.getOwnerDocument().createElementNS(svg.getNamespaceURI(), "g");
            each.forEach(inner::setAttribute);
            group.appendChild(inner);
            group = inner;
        }
        return group;
    }

    private static List<Element> children(Element element) {
        var all = new ArrayList<Element>();
        for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling())
            if (at instanceof Element child) all.add(child);
        return all;
    }
}

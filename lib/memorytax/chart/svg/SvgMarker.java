package memorytax.chart.svg;

import memorytax.chart.draw.Hue;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Locale;

/// What a contender wears, for whoever draws a chart elsewhere.
///
/// @param name   of the contender
/// @param colour the CSS variable that has it: `--go`
/// @param path   the outline of its marker around the point (0, 0), as the `d` of an SVG path
/// @param hollow whether it is drawn hollow, because another of the same colour is not
public record SvgMarker(String name, String colour, String path, boolean hollow) {
    private static final double RADIUS = 4;
    private static final String COMMANDS = "MLQCZ";

    /// Those of a chart.
    ///
    /// @param names of its contenders
    public static List<SvgMarker> of(List<String> names) {
        var hollow = Hue.hollow(names);
        return names.stream().map(name -> new SvgMarker(name, Hue.of(name).variable(),
            path(Hue.of(name).marker(RADIUS)), hollow.contains(name))).toList();
    }

    private static String path(Shape shape) {
        var text = new StringBuilder();
        var numbers = new double[6];
        for (var at = shape.getPathIterator(null); !at.isDone(); at.next()) {
            int command = at.currentSegment(numbers);
            int count = switch (command) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CUBICTO -> 6;
                default -> 0;
            };
            text.append(COMMANDS.charAt(command));
            for (int i = 0; i < count; i++)
                text.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.1f", numbers[i]));
        }
        return text.toString();
    }
}
